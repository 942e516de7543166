// A victim's file: added after a slip, found again by its reference, opened by a head of service for a reason, and
// nowhere for a practitioner. Then the auditor finds a child by name.
import { axe as axeOf } from "../checks/axe.mjs";
import { outcome, press } from "../checks/outcome.mjs";
import { demoPeople, signIn } from "../people.mjs";

export default async function victims({ page, address, axe }) {
  const faults = [];
  const tell = (what, found) => faults.push(...found.map((fault) => `${what}: ${fault}`));
  const people = await demoPeople(page, address);
  const scripted = await page.evaluate(() => document.body.classList.contains("js-enabled"));
  const as = async (role, on = page) => signIn(on, address, people.find((one) => one.role === role));
  const another = async (role) => {
    const context = await page.context().browser().newContext({ javaScriptEnabled: scripted, viewport: page.viewportSize() });
    const theirs = await context.newPage();
    await as(role, theirs);
    return theirs;
  };
  const tools = { page, axe };

  await as("Victim worker");
  await page.goto(`${address}/victims/new`);
  tell("nothing filled in", await outcome(tools, await press(page, "Add the victim"), 422, ["There is a problem", "Enter the reference of the file"]));
  const reference = `V-9${scripted ? 1 : 2}${page.viewportSize().width}`;
  await page.fill("#reference", reference);
  await page.selectOption("#team", { index: 1 });
  await page.selectOption("#person", { index: 1 });
  tell("added", await outcome(tools, await press(page, "Add the victim"), 200, [reference, "Not written down yet"]));
  const file = new URL(page.url()).pathname;
  if (!file.startsWith("/victims/")) faults.push(`a victim's file is at ${file}`);
  await page.goto(`${address}${file}/records/new`);
  await page.getByLabel("About the victim").check();
  tell("a record of theirs", await outcome(tools, await press(page, "Continue"), 200, ["How to reach them"]));

  await page.goto(address + file);
  const asks = await page.getByRole("link", { name: "Somebody asks for what is held on this victim" }).getAttribute("href");
  tell("somebody asks", await outcome(tools, await page.goto(address + asks), 200, ["The victim", reference]));
  tell("nobody chosen", await outcome(tools, await press(page, "Write it down"), 422, ["There is a problem", "Choose who asks"]));
  await page.getByLabel("Somebody who acts for the victim").check();
  const day = new Date(Date.now() - 3 * 86400000);
  for (const [part, value] of [["day", day.getUTCDate()], ["month", day.getUTCMonth() + 1], ["year", day.getUTCFullYear()]])
    await page.fill(`[name="received_on-${part}"]`, String(value));
  tell("written down", await outcome(tools, await press(page, "Write it down"), 200, ["Read and decide", "Not said yet"]));
  const asked = new URL(page.url()).pathname;
  for (const [rest, words] of [["/details", "Why may they have the victim’s information?"], ["/parts/facts", "Who the victim is"], ["/preview", "As it would be given out now"]])
    tell(rest, await outcome(tools, await page.goto(address + asked + rest), 200, [words]));
  tell("the list", await outcome(tools, await page.goto(`${address}/subject-access`), 200, [reference, "V-0001"]));
  if ((await page.locator("main").innerText()).includes("Counterfield")) faults.push("the list of requests names a victim");

  const practitioner = await another("Practitioner");
  for (const path of [file, file.replace("/victims/", "/children/"), asked, asked.replace("/victims/", "/children/")])
    if ((await practitioner.goto(address + path)).status() !== 404) faults.push(`a practitioner is told of ${path}`);
  await practitioner.context().close();

  const head = await another("Head of service");
  await head.goto(address + file);
  const heads = { page: head, axe: scripted ? () => axeOf(head) : async () => [] };
  tell("no reason", await outcome(heads, await press(head, "Open the file"), 422, ["You do not work with this victim."]));
  await head.fill("#reason", "The victim worker is away and the victim has rung.");
  tell("a reason", await outcome(heads, await press(head, "Open the file"), 200, [reference]));
  await head.context().close();

  const auditor = await another("Auditor of the log");
  await auditor.goto(`${address}/audit`);
  const auditors = { page: auditor, axe: scripted ? () => axeOf(auditor) : async () => [] };
  await auditor.fill("#child", "Wren");
  await auditor.locator("form[action='/audit/children'] button").click();
  await auditor.waitForLoadState();
  if (!(await auditor.locator("main").innerText()).includes("Year of birth")) faults.push("no child is found by name");
  await auditor.fill("#child", "Nobodysname");
  tell("nobody found", await outcome(auditors, await press(auditor, "Find"), 200, ["No child of your service"]));
  await auditor.fill("#child", "");
  tell("nothing typed", await outcome(auditors, await press(auditor, "Find"), 422, ["There is a problem"]));
  await auditor.context().close();
  return faults;
}
