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
  await page.fill('[name="first-court"]', "1000");
  await press(page, "Tick them");
  await see(page, "that can be drawn");
  await check("more cases than there are");
  await page.fill('[name="first-court"]', "1");
  await press(page, "Tick them");
  await see(page, "Ticked when you last sent this page");
  if ((await page.locator('[name="case"]:checked').count()) !== 1) faults.push("not one case is ticked");
  await check("a draw to look over");
  await press(page, "Notify the sample");
  await see(page, "Enter the last day of the fieldwork");
  await check("a draw with an error");
  await day("last_day", days(30));
  await press(page, "Notify the sample");
  await see(page, "The sample is notified");
  await check("a sample that inspectors see");
  if ((await page.locator("main td a[href^='/children/']").count()) !== 1) faults.push("the case that was drawn does not open");
  await press(page, "Move the last day");
  await check("the last day of a sample");
  await day("last_day", days(35));
  await press(page, "Save the new day");
  await see(page, "Say why it takes longer");
  await check("the last day of a sample with an error");
  await page.fill('[name="reason"]', "Interviews were moved.");
  await press(page, "Save the new day");
  await see(page, "Interviews were moved.");
  await check("a sample that takes longer");
  await press(page, "Change who sees the cases");
  await check("who sees the cases of a sample");
  await page.selectOption("#inspector", { index: 1 });
  await press(page, "Add them");
  await see(page, "They see the cases from now on");
  await Promise.all([page.waitForNavigation(), page.locator("main form[action$='/end'] button").last().click()]);
  await see(page, "They do not see the cases by this sample any more");
  await check("who sees the cases, after a change");
  await head.goto(address + sample);
  await see(head, "Interviews were moved.");
  // One of the demonstration whose last day came before anybody signed.
  await page.goto(`${address}/samples`);
  await press(page, "Hollowbeck: first contacts");
  await see(page, "The last day of the fieldwork is over");
  await check("a sample whose last day is over");
  await press(page, "Fieldwork evidence is signed");
  await check("before the evidence of a sample that ended is signed");
  await page.goto(address + sample);
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
  // One that is called off.
  await page.goto(`${address}/samples`);
  await press(page, "Hollowbeck: a second look at new work");
  await check("a sample whose list is asked for");
  await press(page, "Call this sample off");
  await check("before a sample is called off");
  await service.close();
  return faults;
}
