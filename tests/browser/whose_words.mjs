// What waits in a browser: it comes back in every kind of field, it is its writer's alone, and the page does not say that
// it is kept where it is not. Usage: node tests/browser/whose_words.mjs PROGRAM
import { run } from "./writing.mjs";

run(({ site, expect, begin, says, said, press, choose, chosen, soon, drafts, typedBy, comeIn }) => {
  // The server is gone, the page is closed, and opened again when the server is there.
  async function takenUp({ page }) {
    const edit = await begin(page);
    await press(page, "add", "risks");
    const row = await page.locator("[data-row]").getAttribute("data-row");
    await choose(page, "sources", "family");
    await says(page, "Saved at");
    await site.kill();
    await choose(page, "harm_level", "high");
    await choose(page, "sources", "police");
    await page.fill('[name="completed_on-day"]', "31");
    await page.fill('[name="completed_on-month"]', "1");
    await page.fill('[name="completed_on-year"]', "2026");
    await page.fill(`[name="${row}/risk_what"]`, "Written while it was gone.");
    await choose(page, `${row}/risk_kind`, "child-safety");
    await says(page, "kept on this computer");
    await page.goto("about:blank");
    await site.start();
    await page.goto(edit);
    await says(page, "Saved at");
    const holds = async (when) => {
      expect(`a choice ${when}`, await chosen(page, "harm_level", "high"));
      expect(`the boxes ${when}`, (await chosen(page, "sources", "police")) && (await chosen(page, "sources", "family")));
      expect(`a day ${when}`, (await page.inputValue('[name="completed_on-day"]')) === "31" && (await page.inputValue('[name="completed_on-year"]')) === "2026");
      expect(`what is in a row ${when}`, (await page.inputValue(`[name="${row}/risk_what"]`)) === "Written while it was gone." && (await chosen(page, `${row}/risk_kind`, "child-safety")));
    };
    await holds("is there again");
    await press(page, "do", "save");
    await page.goto(edit);
    await holds("is there after saving");
  }

  // The same for a plan: yes or no, no answer, a row of another record.
  async function takenUpInPlan({ page }) {
    const assessment = await begin(page);
    await press(page, "add", "risks");
    const risk = (await page.locator("[data-row]").getAttribute("data-row")).split("/")[1];
    const edit = await begin(page, "plan");
    await press(page, "add", "actions");
    const row = await page.locator("[data-row]").getAttribute("data-row");
    const record = assessment.match(/records\/([^/]+)/)[1];
    await site.kill();
    await choose(page, "child_agreed", "no");
    await choose(page, "victims_kept_safe", "not-known");
    await page.locator(`[name="${row}/action_risk"]`).selectOption(`${record}/${risk}`);
    await says(page, "kept on this computer");
    await page.goto("about:blank");
    await site.start();
    await page.goto(edit);
    await says(page, "Saved at");
    for (const when of ["is there again", "is there after saving"]) {
      expect(`yes or no ${when}`, await chosen(page, "child_agreed", "no"));
      expect(`that there is no answer ${when}`, await chosen(page, "victims_kept_safe", "not-known"));
      expect(`what was chosen from a list ${when}`, (await page.inputValue(`[name="${row}/action_risk"]`)) === `${record}/${risk}`);
      await press(page, "do", "save");
      await page.goto(edit);
    }
  }

  // Somebody else signs in while a page is open: nothing goes out under their name, and they see nothing of it.
  async function another({ person: alder, page, context }, { person: bramble }) {
    const edit = await begin(page);
    await page.fill('[name="family_view"]', "Before.");
    await says(page, "Saved at");
    await context.clearCookies({ name: "northlight-session" });
    await page.fill('[name="family_view"]', "Alder's, after the session was gone.");
    await says(page, "your session has ended");
    const tab = await context.newPage();
    await comeIn(tab, bramble);
    expect("the page says that somebody else is signed in", await soon(page, () => document.querySelector("main").innerText.includes("somebody else than the writer")));
    const covered = await page.locator("main").evaluate((main) => main.outerHTML + [...main.querySelectorAll("textarea")].map((one) => one.value));
    expect("and shows nothing of what was written", !covered.includes("gone") && !covered.includes("Before."));
    const kept = await drafts(page);
    expect("what waits is kept and sealed", kept.length === 1 && !kept[0][1].includes("gone"));
    await tab.goto(edit);
    await tab.waitForTimeout(3000);
    expect("the other's own page does not show it", (await tab.inputValue('[name="family_view"]')) === "Before.");
    expect("nothing stands under the other's name", typedBy(bramble, edit).length === 0);
    expect("it is kept still", (await drafts(tab)).length === 1);
    await tab.fill('[name="behaviour"]', "Bramble's own.");
    await says(tab, "Saved at");
    await tab.goto("about:blank");
    await context.clearCookies({ name: "northlight-session" });
    await comeIn(tab, alder);
    await says(page, "Saved at");
    expect("the page comes back to its writer", (await page.inputValue('[name="family_view"]')) === "Alder's, after the session was gone.");
    await page.goto(edit);
    expect("and what waited is saved", (await page.inputValue('[name="family_view"]')) === "Alder's, after the session was gone.");
    expect("under its writer's name", typedBy(alder, edit).length === 2 && typedBy(bramble, edit).every(([field]) => field === "behaviour"));
    await tab.close();
  }

  // The same with nothing waiting yet: it is found out by looking, before anything is typed.
  async function anotherQuietly({ person: alder, page, context }, { person: bramble }) {
    const edit = await begin(page);
    await page.fill('[name="child_view"]', "Seen by Alder alone.");
    await says(page, "Saved at");
    const tab = await context.newPage();
    await context.clearCookies({ name: "northlight-session" });
    await comeIn(tab, bramble);
    expect("an open page is covered when somebody else is there", await soon(page, () => document.querySelector("main").innerText.includes("somebody else than the writer")));
    await context.clearCookies({ name: "northlight-session" });
    await comeIn(tab, alder);
    expect("and comes back", await soon(page, () => document.querySelector('[name="child_view"]')?.value === "Seen by Alder alone."));
    await page.fill('[name="child_view"]', "Written on.");
    await says(page, "Saved at");
    expect("nothing stands under the other's name", typedBy(bramble, edit).length === 0);
    await tab.close();
  }

  // Closed while somebody else is signed in: there for its writer alone.
  async function closed({ person: alder, page, context }, { person: bramble }) {
    const edit = await begin(page);
    await context.clearCookies({ name: "northlight-session" });
    await choose(page, "harm_level", "high");
    await says(page, "your session has ended");
    await comeIn(page, bramble);
    await page.waitForTimeout(1000);
    expect("the other is told nothing of it", (await page.locator("[data-unsent]").count()) === 0);
    await page.goto(edit);
    await page.waitForTimeout(3000);
    expect("not on the other's page", !(await chosen(page, "harm_level", "high")));
    await context.clearCookies({ name: "northlight-session" });
    await comeIn(page, alder);
    expect("its writer is told on whichever page they open", await told(page, "Saved"));
    expect("and nothing is kept here any more", (await drafts(page)).length === 0);
    await page.goto(edit);
    expect("on its writer's page", await chosen(page, "harm_level", "high"));
    expect("under its writer's name alone", typedBy(bramble, edit).length === 0 && typedBy(alder, edit).length === 1);
  }

  // The key by which words are kept cannot be had for a while.
  async function noKey({ page }) {
    const edit = await begin(page);
    await page.route("**/account/draft-key", (route) => route.abort());
    await page.goto(edit);
    await page.fill('[name="child_view"]', "Saved at once.");
    await says(page, "Saved at");
    await site.kill();
    await page.fill('[name="child_view"]', "Not kept.");
    await says(page, "Not saved");
    expect(`the page says what is so: ${await said(page)}`, (await said(page)).includes("not kept on this computer"));
    expect("nothing is kept", (await drafts(page)).length === 0);
    await site.start();
    await says(page, "Saved at");
    await page.unroute("**/account/draft-key");
    await page.waitForResponse((answer) => answer.url().endsWith("/account/draft-key") && answer.ok(), { timeout: 20000 })
      .catch(() => expect("the key is asked for again", false));
    await site.kill();
    await page.fill('[name="child_view"]', "Kept now.");
    await says(page, "Not saved: kept on this computer");
    expect("and it is", (await drafts(page)).length === 1);
    await page.goto("about:blank");
    await site.start();
    await page.goto(edit);
    await says(page, "Saved at");
    expect("it comes back", (await page.inputValue('[name="child_view"]')) === "Kept now.");
  }

  const told = (page, title) => soon(page, (one) => document.querySelector("[data-unsent]")?.dataset.unsent === one, title);

  // Closed while the server was away, and never opened again: the next page of any kind sends it.
  async function elsewhere({ person: alder, page }, { page: other }) {
    const edit = await begin(page);
    const leave = async (words) => {
      await page.goto(edit);
      await page.waitForTimeout(1000);
      await site.kill();
      await page.fill('[name="child_view"]', words);
      await says(page, "kept on this computer");
      await page.goto("about:blank");
      await site.start();
    };
    await leave("Written last.");
    await page.goto(`${site.address}/children`);
    expect("what waited is saved by another page", await told(page, "Saved"));
    expect("and stands in the record", typedBy(alder, edit).some(([, value]) => value.includes("Written last.")));
    expect("and nowhere else", (await drafts(page)).length === 0);
    await page.click("[data-unsent] a");
    expect("the way leads to the record", page.url() === edit.replace("/edit", "") && (await page.locator("main").innerText()).includes("Written last."));
    expect("it is told once", (await page.locator("[data-unsent]").count()) === 0);
    // Somebody else wrote there meanwhile.
    await leave("Mine.");
    await other.goto(edit);
    await other.fill('[name="child_view"]', "Theirs.");
    await says(other, "Saved at");
    await page.goto(`${site.address}/children`);
    expect("it is told that both texts are kept", await told(page, "Saved"));
    await page.click("[data-unsent] a");
    expect("the way leads to both", page.url() === edit.replace("/edit", "/clashes"));
    // The session was ended elsewhere, and its key with it.
    await leave("Lost.");
    site.sql("delete from draft_key");
    await page.goto(`${site.address}/children`);
    expect("what cannot be opened any more is told of", await told(page, "Not saved"));
    expect("once", (await drafts(page)).length === 0);
    // Nobody lets them write there any more.
    await leave("Refused.");
    site.sql(`update sight set until_at = '2026-01-06T09:00:00.000Z' where file_id = '${site.child}'`);
    await page.goto(`${site.address}/account`);
    expect("what the record takes no more is told of", await told(page, "Not saved"));
    expect("and kept", (await drafts(page)).length === 1);
    await page.click("text=Delete it from this computer");
    expect("until its writer wants no more of it", (await drafts(page)).length === 0);
  }

  // Whoever signs out is asked first where something of theirs could not be sent; what others left stays.
  async function signingOut({ person: alder, page, context }, { person: bramble }) {
    const edit = await begin(page);
    const refusing = (route) => (route.request().method() === "POST" ? route.fulfill({ status: 503 }) : route.continue());
    const out = () => page.locator(".nl-visitor__out").click();
    const asked = () => soon(page, () => document.querySelector("[data-unsent]")?.innerText.includes("signing out deletes it"));
    await context.route("**/draft", refusing);
    await page.fill('[name="child_view"]', "Not taken.");
    await says(page, "kept on this computer");
    await page.goto(`${site.address}/account`);
    expect("it is told until when it is kept", await soon(page, () => document.querySelector("[data-unsent]")?.innerText.includes("or until you sign out here")));
    await out();
    expect("who signs out is asked first", await asked());
    expect("and is signed in, with all of it", page.url().endsWith("/account") && (await drafts(page)).length === 1);

    // Somebody else in the same browser, meanwhile: what is not theirs stays.
    const cookies = await context.cookies();
    await context.clearCookies({ name: "northlight-session" });
    await comeIn(page, bramble);
    await Promise.all([page.waitForURL(`${site.address}/`), out()]);
    expect("another's signing out takes nothing of it away", (await drafts(page)).length === 1);
    await context.addCookies(cookies);
    await page.goto(`${site.address}/account`);
    await out();
    expect("asked again", await asked());
    await Promise.all([page.waitForURL(`${site.address}/`), page.click("text=Sign out and delete it")]);
    expect("then it goes", (await drafts(page)).length === 0);
    await context.unroute("**/draft", refusing);
    await comeIn(page, alder);
    await page.goto(edit);
    expect("for good", (await page.inputValue('[name="child_view"]')) === "");
  }

  return [["taken up", takenUp], ["taken up in a plan", takenUpInPlan], ["no key", noKey], ["another", another],
          ["another quietly", anotherQuietly], ["closed", closed], ["signing out", signingOut], ["elsewhere", elsewhere]];
});
