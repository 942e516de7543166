// What somebody wrote and the page could not take: kept sealed for them, told on their account page, shown once its
// page is open to them, and deleted when they say so. A film is left out and the words beside it come back.
import { outcome, press } from "../checks/outcome.mjs";
import { demoPeople, signIn } from "../people.mjs";

const nobodys = "/children/30jptbaycvkmnk2r04m2d6nq8n/sent-in/new";
const words = "He told me that he was hurt on Friday.";

export default async function refused({ page, address, axe }) {
  const faults = [];
  const tools = { page, axe };
  const tell = (what, found) => faults.push(...found.map((fault) => `${what}: ${fault}`));
  const person = (await demoPeople(page, address)).find((one) => one.role === "Practitioner");
  await signIn(page, address, person);
  await page.goto(`${address}/children`);
  const own = await page.evaluate(() =>
    [...document.querySelectorAll("main a")].map((link) => link.getAttribute("href")).find((to) => /^\/children\/[0-9a-z]{26}$/.test(to)));
  const sending = `${address}${own}/sent-in/new`;
  const write = async (to) => {
    await page.goto(sending);
    if (await page.getByLabel("A note").count()) await page.getByLabel("A note").check();
    await page.locator("main textarea").fill(words);
    if (to) await page.evaluate((there) => { document.querySelector("main form").action = there; }, to);
  };

  await write(nobodys);
  tell("not taken", await outcome(tools, await press(page, "Send it in"), 404, ["What you wrote is kept for you alone for 7 days"]));
  tell("told", await outcome(tools, await page.goto(`${address}/account`), 200, ["Something that you sent was not saved."]));
  tell("sealed", await outcome(tools, await page.goto(`${address}/sign-in/kept`), 200, ["What you wrote is kept, and cannot be shown"]));
  if ((await page.locator("main").innerText()).includes(words)) faults.push("words are shown whose page is not open");
  tell("deleted", await outcome(tools, await press(page, "Delete it"), 200, ["What was kept for you is deleted"]));

  await write(`${own}/records/30jptbaycvkmnk2r04m2d6nq8p/edit`);
  tell("no such record", await outcome(tools, await press(page, "Send it in"), 404, ["see what is kept for you"]));
  tell("shown", await outcome(tools, await page.goto(`${address}/sign-in/kept`), 200, ["Your answers were kept", words]));
  tell("deleted too", await outcome(tools, await press(page, "Delete them"), 200, ["What was kept for you is deleted"]));

  await write();
  await page.setInputFiles("input[type=file]", { name: "film.mp4", mimeType: "video/mp4", buffer: Buffer.alloc(21 << 20, "f") });
  tell("a film", await outcome(tools, await press(page, "Send it in"), 422, ["This file was not taken in: what is sent at once can be 20 MB."]));
  if ((await page.locator("main textarea").inputValue()) !== words) faults.push("the words beside a film are gone");
  return faults;
}
