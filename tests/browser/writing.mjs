// What the tests of writing in a record share: two people at one record, what a page says and holds.
import { comeIn, served, setUp } from "./served.mjs";
import { startBrowser } from "./browser.mjs";

// `steps` are [name, how]; ONLY="some,names" in the environment: only those. Ends the program.
export async function run(stepsOf) {
  const program = process.argv[2];
  if (!program) {
    console.error(`usage: node ${process.argv[1]} PROGRAM`);
    process.exit(2);
  }
  let failed = 0;
  const expect = (what, is) => {
    if (is) return;
    failed += 1;
    console.log(`FAILED ${what}`);
  };
  const site = await served(program);
  const { browser, stop } = await startBrowser();
  try {
    const people = [];
    for (const person of site.people) {
      const context = await browser.newContext();
      context.setDefaultTimeout(15000);
      const page = await context.newPage();
      await setUp(page, person);
      people.push({ person, context, page });
    }
    for (const [name, step] of stepsOf({ site, browser, expect, ...tools(site, expect) })) {
      if (process.env.ONLY && !process.env.ONLY.includes(name)) continue;
      const before = failed;
      await step(...people).catch((error) => expect(`${name}: ${error.stack ?? error}`, false));
      console.log(`${failed === before ? "passed" : "FAILED"} ${name}`);
    }
  } finally {
    await stop();
    await site.stop();
  }
  process.exit(failed === 0 ? 0 : 1);
}

function tools(site, expect) {
  const { address, child } = site;
  const said = (page) => page.locator("[data-saved]").innerText();
  return {
    said,
    comeIn: (page, person) => comeIn(page, address, person),
    says: (page, words) =>
      page.waitForFunction((part) => document.querySelector("[data-saved]")?.textContent.includes(part), words, { timeout: 20000 })
        .catch(async () => expect(`the page says "${words}", not "${await said(page).catch(() => "nothing")}"`, false)),
    // An empty record of that form; its address.
    begin: async (page, form = "assessment") => {
      await page.goto(`${address}/children/${child}/records/new`);
      await page.locator(`input[name="form"][value="${form}"]`).check();
      await Promise.all([page.waitForNavigation(), page.click("text=Continue")]);
      return page.url();
    },
    press: (page, name, value) =>
      Promise.all([page.waitForNavigation(), page.locator(`main button[name="${name}"][value="${value}"]`).first().click()]),
    choose: (page, field, value) => page.locator(`[data-field="${field}"] input[value="${value}"]`).check(),
    chosen: (page, field, value) => page.locator(`[data-field="${field}"] input[value="${value}"]`).isChecked(),
    // Until it is so, or not: what the page learns every ten seconds.
    soon: (page, condition, what) => page.waitForFunction(condition, what, { timeout: 20000 }).then(() => true, () => false),
    drafts: (page) => page.evaluate(() => Object.entries(localStorage).filter(([name]) => name.startsWith("nl-draft:"))),
    // What that person typed in that record, as [field, value, standing] each.
    typedBy: (person, edit) => {
      const record = edit.match(/records\/([^/]+)/)[1];
      const rows = site.sql(`select field || '|' || value || '|' || standing from draft_change c join person p on p.id = c.by_id
                             where record_id = '${record}' and p.name = '${person.name}' order by seq`);
      return rows === "" ? [] : rows.split("\n").map((row) => row.split("|"));
    },
  };
}
