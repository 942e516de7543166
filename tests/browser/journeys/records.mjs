// A contact and an assessment of an invented child: written, saved as it is typed, kept while the server cannot be
// reached, and signed; without JavaScript by the buttons alone.
import { demoPeople, signIn } from "../people.mjs";

export default async function records({ page, address, axe }) {
  const faults = [];
  const check = async (what) => faults.push(...(await axe()).map((fault) => `${what}: ${fault}`));
  const see = async (words) => {
    if (!(await page.locator("main").innerText()).includes(words)) faults.push(`"${words}" is not on ${new URL(page.url()).pathname}`);
  };
  const send = (name, value) =>
    Promise.all([page.waitForNavigation(), page.locator(`main button[name="${name}"][value="${value}"]`).first().click()]);

  const person = (await demoPeople(page, address)).find((one) => one.role === "Practitioner");
  const scripted = await page.evaluate(() => document.body.classList.contains("js-enabled"));
  await signIn(page, address, person);
  await page.goto(`${address}/children?whose=team`);
  await check("the children");
  await page.locator("main table a").first().click();
  await see("Records");
  await check("a child's file");
  await page.click("text=Add a record");
  await page.locator('input[name="form"][value="assessment"]').check();
  await Promise.all([page.waitForNavigation(), page.click("text=Continue")]);
  await check("an empty form");
  const edit = page.url();
  const words = "They said: \"I want to go back to school\" & nobody asked.";
  await page.fill('[name="child_view"]', words);

  if (scripted) {
    const said = page.locator("[data-saved]");
    const says = (part) => page.waitForFunction((text) => document.querySelector("[data-saved]").textContent.includes(text), part, { timeout: 15000 });
    await says("Saved at");
    await page.context().setOffline(true);
    await page.fill('[name="family_view"]', "Written while nobody answered.");
    await says("kept on this computer");
    const kept = await page.evaluate(() => Object.entries(localStorage).filter(([name]) => name.startsWith("nl-draft:")));
    if (kept.length !== 1) faults.push(`${kept.length} drafts are kept in the browser`);
    if (kept.some(([, box]) => box.includes("nobody answered"))) faults.push("what is kept in the browser is not sealed");
    await page.context().setOffline(false);
    await says("Saved at");
    const left = await page.evaluate(() => Object.keys(localStorage).filter((name) => name.startsWith("nl-draft:")).length);
    if (left !== 0) faults.push("a draft stays in the browser after it was sent");
    if ((await said.getAttribute("aria-live")) !== "polite") faults.push("saving is not announced politely");
    await page.goto(edit);
    if ((await page.inputValue('[name="child_view"]')) !== words) faults.push("what was saved as it was typed is not there again");
    if (!(await page.inputValue('[name="family_view"]')).includes("nobody answered")) faults.push("what was kept in the browser was not sent");
  }

  await send("add", "risks");
  await see("Risk 1");
  await check("a form with a row");
  await page.locator('[name$="/risk_what"]').fill("Somebody waits for them after school.");
  await page.locator('[name$="/risk_kind"][value="child-safety"]').check();
  await page.locator('[name="completed_on-day"]').fill("31");
  await page.locator('[name="completed_on-month"]').fill("2");
  await page.locator('[name="completed_on-year"]').fill("2026");
  await send("do", "sign");
  await see("There is a problem");
  await check("a form with errors");
  if ((await page.inputValue('[name="completed_on-day"]')) !== "31") faults.push("a wrong date is not given back as it was typed");
  await page.locator('[name="completed_on-month"]').fill("1");
  await page.locator('[name="stage"]').first().check();
  await send("do", "save");
  await see("Saved");
  await see("Somebody waits for them after school.");
  await see("31 January 2026");
  await check("a record");
  await page.click("text=Version 1");
  await check("a version");
  await page.goto(edit);
  if ((await page.inputValue('[name="child_view"]')) !== words) faults.push("the text came back changed");
  await page.fill('[name="barriers"]', "A second thought.");
  await send("do", "save");
  await page.click("text=Since version 1");
  await see("A second thought.");
  await check("what changed");
  return faults;
}
