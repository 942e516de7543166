// A sample of an inspection: asked for by the lead inspector, listed by the head of service, drawn by number and
// notified, then over. Whoever of the inspectorate looks sees no child's name before.
import { demoPeople, signIn } from "../people.mjs";

export default async function samples({ page, address, axe }) {
  const faults = [];
  const check = async (what) => faults.push(...(await axe()).map((fault) => `${what}: ${fault}`));
  const words = (on) => on.locator("main").innerText();
  const see = async (on, wanted) => {
    if (!(await words(on)).includes(wanted)) faults.push(`"${wanted}" is not on ${new URL(on.url()).pathname}`);
  };
  const press = (on, text) => Promise.all([on.waitForNavigation(), on.locator("main").getByText(text, { exact: true }).first().click()]);

  const people = await demoPeople(page, address);
  const as = (role) => people.find((one) => one.role === role);
  const scripted = await page.evaluate(() => document.body.classList.contains("js-enabled"));
  const service = await page.context().browser().newContext({ javaScriptEnabled: scripted, viewport: page.viewportSize(), baseURL: address });
  const head = await service.newPage();
  await signIn(page, address, as("Lead inspector"));
  await signIn(head, address, as("Head of service"));

  await page.goto(`${address}/samples`);
  await check("the samples");
  await press(page, "Begin a sample");
  await check("a sample that begins");
  await press(page, "Ask for the list of cases");
  await see(page, "There is a problem");
  await check("a sample with an error");
  const title = `A journey ${scripted ? "with" : "without"} JavaScript`;
  await page.selectOption("#service", { index: 1 });
  await page.fill("#title", title);
  const day = async (name, date) => {
    for (const [part, value] of [["day", date.getDate()], ["month", date.getMonth() + 1], ["year", date.getFullYear()]])
      await page.fill(`[name="${name}-${part}"]`, String(value));
  };
  const days = (count) => new Date(Date.now() + count * 86400000);
  await day("fieldwork_on", days(20));
  await day("window_from", days(-90));
  await day("window_to", days(-10));
  await page.locator('[name="kinds"][value="court"]').check();
  await page.locator('[name="kinds"][value="out-of-court"]').check();
  await press(page, "Ask for the list of cases");
  await see(page, "The service is asked for the list of its cases");
  const sample = new URL(page.url()).pathname;

  await head.goto(address + sample);
  const names = await head.locator('main label[for^="case"]').allInnerTexts();
  if (names.length < 3) faults.push(`${names.length} cases fit`);
  await head.locator('[name="case"]').first().uncheck();
  await press(head, "Send the list");
  await see(head, "Say why 1 case is left out");
  if (await head.locator('[name="case"]').first().isChecked()) faults.push("what was not ticked is ticked again");
  await head.fill('[name="why"]', "Moves to another service this week.");
  await press(head, "Send the list");
  await see(head, "The list is sent");

  await page.goto(address + sample);
  await check("a list to draw from");
  await see(page, "Moves to another service this week.");
  const shown = await words(page);
  for (const name of names.map((one) => one.split(",")[0]))
    if (shown.includes(name)) faults.push("a child's name is shown before the sample is notified");
  await page.locator('[name="case"]').first().check();
  await press(page, "Notify the sample");
  await see(page, "The sample is notified");
  await check("a sample that inspectors see");
  if ((await page.locator("main td a[href^='/children/']").count()) !== 1) faults.push("the case that was drawn does not open");
  await press(page, "Fieldwork evidence is signed");
  await see(page, "It cannot be undone");
  await check("before the evidence is signed");
  await press(page, "The evidence is signed: end all sight");
  await see(page, "all sight by this sample has ended");
  await check("a sample that is over");
  // Whether the file still opens hangs on other samples of the demonstration, too; this page leads there no longer.
  if ((await page.locator("main a[href^='/children/']").count()) !== 0) faults.push("a child is shown after the evidence is signed");
  await head.goto(address + sample);
  await see(head, "Cases that inspectors saw");
  await service.close();
  return faults;
}
