// Two people in one record: what one of them chooses, adds or takes out stands on the other's page, and nobody's saving
// takes out what they were not shown. Usage: node tests/browser/together.mjs PROGRAM
import { run } from "./writing.mjs";

const rowsOf = (page) => page.locator("[data-row]").evaluateAll((rows) => rows.map((row) => row.dataset.row));
const seenOf = (page) => page.locator('[name="seen"]').inputValue();

run(({ site, browser, expect, begin, says, press, choose, chosen, soon, typedBy, comeIn }) => {
  // Each kind of field that one of them sets stands on the other's page, and is there after the other's saving.
  async function chosenByAnother({ person: alder, page: a }, { page: b }) {
    const edit = await begin(a);
    await b.goto(edit);
    await a.fill('[name="child_view"]', "By Alder.");
    await says(a, "Saved at");
    await choose(b, "harm_level", "very-high");
    await choose(b, "sources", "police");
    await b.fill('[name="completed_on-day"]', "3");
    await b.fill('[name="completed_on-month"]', "2");
    await b.fill('[name="completed_on-year"]', "2026");
    await b.fill('[name="harm_reasons"]', "Because of the knife.");
    await says(b, "Saved at");
    const shown = await soon(a, () => document.querySelector('[name="harm_reasons"]').value !== "");
    expect("what another typed is shown", shown);
    const holds = async (page, when) => {
      expect(`a level of risk is there ${when}`, await chosen(page, "harm_level", "very-high"));
      expect(`a box is ticked ${when}`, await chosen(page, "sources", "police"));
      expect(`a day is there ${when}`, (await page.inputValue('[name="completed_on-year"]')) === "2026" && (await page.inputValue('[name="completed_on-month"]')) === "2");
    };
    await holds(a, "on the other's page");
    expect("who chose it is said", (await a.locator('[data-field="harm_level"] .nl-written').innerText()).includes("Bramble Fennick"));
    await press(a, "do", "save");
    await b.goto(edit);
    await holds(b, "after the other's saving");
    expect("nobody but its writer touched it", typedBy(alder, edit).every(([field]) => field === "child_view"));
  }

  // A row comes, with what is typed in it, and goes.
  async function rows({ person: alder, page: a }, { page: b }) {
    const edit = await begin(a);
    await b.goto(edit);
    await press(b, "add", "risks");
    const [row] = await rowsOf(b);
    await b.fill(`[name="${row}/risk_what"]`, "He is found and cut again.");
    await choose(b, `${row}/risk_kind`, "others");
    await says(b, "Saved at");
    expect("a row comes with its words", await soon(a, (name) => document.querySelector(`[name="${name}"]`)?.value === "He is found and cut again.", `${row}/risk_what`));
    expect("and with what was chosen", await chosen(a, `${row}/risk_kind`, "others"));
    expect("that it came is said", (await a.locator("[data-others]").innerText()).includes("Bramble Fennick added “Risk 1”"));
    await a.fill(`[name="${row}/risk_who"]`, "Robin");
    await says(a, "Saved at");
    await press(a, "do", "save");
    await b.goto(edit);
    expect("a row is there after the other's saving", (await b.inputValue(`[name="${row}/risk_what"]`)) === "He is found and cut again.");
    expect("what was typed into another's row is kept", (await b.inputValue(`[name="${row}/risk_who"]`)) === "Robin");

    await a.goto(edit);
    await press(b, "remove", row);
    expect("a row goes", await soon(a, (path) => !document.querySelector(`[data-row="${path}"]`), row));
    expect("that it went is said", (await a.locator("[data-others]").innerText()).includes("Bramble Fennick removed “Risk 1”"));
    await press(a, "do", "save");
    expect("it does not come back", (await (await a.goto(edit)).text()).includes(row) === false);
    expect("nobody else took it out", !typedBy(alder, edit).some(([field, value]) => value === "null" || field === row));
  }

  // Somebody is typing in a row that another takes out: it stays, and they choose.
  async function rowInUse({ page: a }, { page: b }) {
    const edit = await begin(a);
    await press(a, "add", "risks");
    const [row] = await rowsOf(a);
    await b.goto(edit);
    await a.route("**/draft", (route) => (route.request().method() === "POST" ? route.abort() : route.continue()));
    await a.fill(`[name="${row}/risk_what"]`, "Typed where the row went.");
    await says(a, "kept on this computer");
    await press(b, "remove", row);
    expect("that it went is said", await soon(a, () => document.querySelector("[data-others]").innerText.includes("it stays on this page")));
    expect("the words stay", (await a.inputValue(`[name="${row}/risk_what"]`)) === "Typed where the row went.");
    await press(a, "do", "save");
    expect(`they choose between both, not at ${a.url()}`, a.url().endsWith("/clashes"));
    expect("and see their words", (await a.locator("main").innerText()).includes("Typed where the row went."));
    await a.unroute("**/draft");
  }

  // What cannot be shown is not seen: saving compares with what was.
  async function notShown({ person: alder, page: a }, { page: b }) {
    const edit = await begin(a);
    await b.goto(edit);
    await a.fill('[name="child_view"]', "First.");
    await says(a, "Saved at");
    const before = await seenOf(a);
    await a.route("**/edit", (route) => (route.request().method() === "GET" ? route.abort() : route.continue()));
    await press(b, "add", "risks");
    const [row] = await rowsOf(b);
    await choose(b, "harm_level", "high");
    await says(b, "Saved at");
    expect("what a value can bring is shown", await soon(a, () => document.querySelector('[data-field="harm_level"] input[value="high"]').checked));
    expect("a row that could not come is not seen", (await seenOf(a)) === before);
    // Typed, saved as it is typed, and taken back: the page as it is sent stands.
    await a.fill('[name="child_view"]', "Second.");
    await a.waitForTimeout(2500);
    await says(a, "Saved at");
    await a.fill('[name="child_view"]', "First.");
    await press(a, "do", "save");
    await a.unroute("**/edit");
    await b.goto(edit);
    expect("a row that was not shown is there after the other's saving", (await rowsOf(b)).includes(row));
    expect("what was shown too", await chosen(b, "harm_level", "high"));
    expect("and the last that was typed", (await b.inputValue('[name="child_view"]')) === "First.");
    expect("nothing was taken out", !typedBy(alder, edit).some(([, value]) => value === "null"));
  }

  // What is being typed when another's words come is compared with what was there before.
  async function whileTyping({ page: a }, { page: b }) {
    const edit = await begin(a);
    await b.goto(edit);
    await a.route("**/draft", (route) => (route.request().method() === "POST" ? route.abort() : route.continue()));
    await a.fill('[name="behaviour"]', "Alder's words.");
    await says(a, "kept on this computer");
    await b.fill('[name="behaviour"]', "Bramble's words.");
    await says(b, "Saved at");
    expect("that another wrote there is said", await soon(a, () => !!document.querySelector('[data-field="behaviour"] .nl-written')));
    expect("what is typed here stays", (await a.inputValue('[name="behaviour"]')) === "Alder's words.");
    await press(a, "do", "save");
    expect(`both are kept, to be settled, not at ${a.url()}`, a.url().endsWith("/clashes"));
    const main = await a.locator("main").innerText();
    expect("both are shown", main.includes("Alder's words.") && main.includes("Bramble's words."));
    await a.locator('input[name="how"][value="another"]').check();
    await a.fill('[name="another"]', "The words of both.");
    await Promise.all([a.waitForNavigation(), a.click("text=Settle it")]);
    await a.unroute("**/draft");
    // What waited in the browser came with the page: it is sent now, and asks nobody again.
    await a.goto(edit);
    expect("what waited goes", await soon(a, (record) => !Object.keys(localStorage).some((name) => name.includes(record)), edit.match(/records\/([^/]+)/)[1]));
    expect("what was settled stands", (await a.inputValue('[name="behaviour"]')) === "The words of both.");
    await a.goto(edit.replace("/edit", ""));
    expect("and is settled", !(await a.locator("main").innerText()).includes("wrote in the same place"));
  }

  // Without a script the same: also where the page comes back with an error.
  async function plain({ person: alder }, { page: b }) {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const a = await context.newPage();
    await comeIn(a, alder);
    const edit = await begin(a);
    await b.goto(edit);
    await choose(b, "harm_level", "very-high");
    await press(b, "add", "risks");
    const [row] = await rowsOf(b);
    await a.fill('[name="behaviour"]', "Not kept: \u0007");
    await a.fill('[name="child_view"]', "Kept.");
    await press(a, "do", "save");
    expect("what cannot be kept is said", (await a.locator("main").innerText()).includes("There is a problem"));
    expect("what could be is there", (await a.inputValue('[name="child_view"]')) === "Kept.");
    await a.fill('[name="behaviour"]', "Kept too.");
    await press(a, "do", "save");
    await b.goto(edit);
    expect("what another chose is there after two savings without a script", await chosen(b, "harm_level", "very-high"));
    expect("and the row", (await rowsOf(b)).includes(row));
    expect("and all that was typed", (await b.inputValue('[name="behaviour"]')) === "Kept too." && (await b.inputValue('[name="child_view"]')) === "Kept.");
    expect("nothing was taken out", !typedBy(alder, edit).some(([, value]) => value === "null"));
    await context.close();
  }

  // Two choose at the same time: what came first stands, and one's own is told in the words of the form.
  async function choseBoth({ page: a }, { page: b }) {
    const edit = await begin(a);
    await b.goto(edit);
    await choose(b, "harm_level", "low");
    await says(b, "Saved at");
    await choose(a, "harm_level", "very-high");
    await says(a, "Somebody else wrote in the same place");
    expect("what came first stands", await chosen(a, "harm_level", "low"));
    const note = await a.locator('[data-field="harm_level"] .nl-written').innerText();
    expect(`one's own is told: ${note}`, note.includes("Bramble Fennick") && note.includes("You wrote: “Very high”"));
    await press(a, "do", "save");
    expect(`they settle it on saving, not at ${a.url()}`, a.url().endsWith("/clashes"));
  }

  return [["chosen by another", chosenByAnother], ["rows", rows], ["row in use", rowInUse], ["not shown", notShown],
          ["while typing", whileTyping], ["chose both", choseBoth], ["without JavaScript", plain]];
});
