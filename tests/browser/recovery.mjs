// What people lose when two write at once, the server is killed, a session runs out or they sign out: nothing that they
// wrote, and nothing that they leave behind. Usage: node tests/browser/recovery.mjs PROGRAM
// ONLY="answer lost,killed" in the environment: only these parts.
import { startBrowser } from "./browser.mjs";
import { comeIn, served, setUp } from "./served.mjs";

const program = process.argv[2];
if (!program) {
  console.error("usage: node tests/browser/recovery.mjs PROGRAM");
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
const { address, child } = site;
const [alder, bramble] = site.people;

const says = (page, words) =>
  page.waitForFunction((part) => document.querySelector("[data-saved]").textContent.includes(part), words, { timeout: 12000 })
    .catch(async () => expect(`the page says "${words}", not "${await page.locator("[data-saved]").innerText()}"`, false));
const shows = async (page, words) => expect(`${new URL(page.url()).pathname} shows "${words}"`, (await page.locator("main").innerText()).includes(words));
const inView = (page, element) => page.locator(element).evaluate((one) => {
  const { top, bottom } = one.getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight;
});
const drafts = (page) => page.evaluate(() => Object.entries(localStorage).filter(([name]) => name.startsWith("nl-draft:")));
const press = (page, name, value) =>
  Promise.all([page.waitForNavigation(), page.locator(`main button[name="${name}"][value="${value}"]`).first().click()]);

async function begin(page) {
  await page.goto(`${address}/children/${child}/records/new`);
  await page.locator('input[name="form"][value="assessment"]').check();
  await Promise.all([page.waitForNavigation(), page.click("text=Continue")]);
  return page.url();
}

// Two people in one place: each has what they wrote, and whoever comes second settles it.
async function twoAtOnce(one, two, scripted) {
  const edit = await begin(one);
  await two.goto(edit);
  await one.fill('[name="child_view"]', "I was scared.");
  if (scripted) await says(one, "Saved at");
  else await press(one, "add", "risks");
  await two.fill('[name="child_view"]', "He was cold.");
  if (scripted) {
    await says(two, "Somebody else wrote in the same place");
    expect("that is said where they write", await inView(two, "[data-saved]"));
    const beside = await two.locator('[data-field="child_view"] .nl-written').innerText();
    expect(`their own words stay in sight: ${beside}`, beside.includes("“He was cold.”") && beside.includes(alder.name));
  }
  await press(two, "add", "risks");
  await two.goto(edit.replace("/edit", "/clashes"));
  await shows(two, "Two people wrote in the same place");
  await shows(two, "I was scared.");
  await shows(two, "He was cold.");
  await two.locator('input[name="how"][value="another"]').check();
  await two.fill('[name="another"]', "I was scared, and cold.");
  await Promise.all([two.waitForNavigation(), two.click("text=Settle it")]);
  await one.goto(edit);
  expect("what was settled stands", (await one.inputValue('[name="child_view"]')) === "I was scared, and cold.");
}

// The server dies while somebody writes, and comes back.
async function killed(page) {
  const edit = await begin(page);
  await page.fill('[name="child_view"]', "Before.");
  await says(page, "Saved at");
  await page.fill('[name="family_view"]', "While it was dying.");
  await site.kill();
  await says(page, "kept on this computer");
  expect("that it is not saved is said where they write", await inView(page, "[data-saved]"));
  await page.fill('[name="behaviour"]', "While it was gone.");
  await page.waitForTimeout(2500);
  const kept = await drafts(page);
  expect("what was not sent is kept in the browser once", kept.length === 1);
  expect("what is kept is sealed", !kept.some(([, box]) => /dying|gone/.test(box)));
  await site.start();
  await says(page, "Saved at");
  expect("nothing stays in the browser once it was sent", (await drafts(page)).length === 0);
  await page.goto(edit);
  for (const [field, words] of [["child_view", "Before."], ["family_view", "While it was dying."], ["behaviour", "While it was gone."]])
    expect(`${field} came through the kill`, (await page.inputValue(`[name="${field}"]`)) === words);
  // Killed again with the page closed: what waits is sent by the next page of the record.
  await page.fill('[name="strengths"]', "Closed too early.");
  await site.kill();
  await says(page, "kept on this computer");
  await page.goto("about:blank");
  await site.start();
  await page.goto(edit);
  await says(page, "Saved at");
  expect("what a closed page kept is there again", (await page.inputValue('[name="strengths"]')) === "Closed too early.");
}

// Without a script the browser offers to send the page again.
async function killedPlain(page) {
  const edit = await begin(page);
  await page.fill('[name="child_view"]', "While it was gone.");
  await site.kill();
  await page.locator('main button[name="add"][value="risks"]').first().click({ noWaitAfter: true });
  await page.waitForURL((url) => url.protocol === "chrome-error:" || true);
  await page.waitForTimeout(1000);
  await site.start();
  await page.reload();
  await page.goto(edit);
  expect("a page sent again after a kill is kept", (await page.inputValue('[name="child_view"]')) === "While it was gone.");
}

// The answer to a page that was sent is lost: what is typed on it after that is kept all the same.
async function answerLost(page, scripted) {
  const edit = await begin(page);
  await page.fill('[name="behaviour"]', "There was a fight.");
  await page.route("**/edit", async (route) => {
    if (route.request().method() !== "POST") return route.continue();
    await route.fetch({ maxRedirects: 0 });
    await route.abort("aborted");
  });
  await page.locator('main button[name="do"][value="save"]').first().click({ noWaitAfter: true });
  await page.waitForTimeout(1500);
  await page.unroute("**/edit");
  if (!page.url().startsWith("http")) return expect("the page stays when its answer is lost", false);
  const words = "There was a fight. Then he said that he would hurt himself.";
  await page.fill('[name="behaviour"]', words);
  if (scripted) {
    await says(page, "Saved at");
    await page.goto(edit);
    const stands = await page.inputValue('[name="behaviour"]');
    expect(`what was typed after sending is saved: ${stands}`, stands === words);
    return;
  }
  await press(page, "do", "save");
  await page.goto(edit);
  expect("what was typed after sending is kept without a script", (await page.inputValue('[name="behaviour"]')) === words);
}

// Warned before, signed in again, and nothing lost; with the page left open and with it closed.
async function ranOut(page, person) {
  await page.clock.install();
  const edit = await begin(page);
  site.left(4 * 60);
  await page.clock.fastForward(26 * 60 * 1000);
  await page.waitForSelector("text=You will be signed out in", { timeout: 10000 }).catch(() => expect("a warning before the end", false));
  await page.clock.resume();
  // Nobody stays longer than that: the warning offers nothing but to be put away, and has no button without words.
  const buttons = await page.locator(".nl-session-warning button").allInnerTexts();
  expect(`the last warning can be closed: ${buttons}`, buttons.length === 1 && buttons[0] === "Close this message");
  await page.locator(".nl-session-warning button").click();
  expect("and is away then", (await page.locator(".nl-session-warning").count()) === 0);
  site.left(-1);
  await page.fill('[name="child_view"]', "After the end.");
  await says(page, "your session has ended");
  await page.waitForSelector("text=You have been signed out").catch(() => expect("the warning says that it has ended", false));
  const kept = await drafts(page);
  expect("what was written after the end is kept and sealed", kept.length === 1 && !kept[0][1].includes("After"));
  const tab = await page.context().newPage();
  await comeIn(tab, address, person);
  await says(page, "Saved at");
  await page.waitForSelector(".nl-session-warning", { state: "detached" }).catch(() => expect("the warning is gone after signing in again", false));
  expect("it is sent from the page that stayed open", (await drafts(page)).length === 0);

  site.left(-1);
  await page.fill('[name="family_view"]', "And then closed.");
  await says(page, "your session has ended");
  await page.goto("about:blank");
  await comeIn(tab, address, person);
  await tab.waitForSelector('[data-unsent="Saved"]').catch(() => expect("the page that follows signing in says that it was saved", false));
  await tab.goto(edit);
  expect("the text that was kept is there again", (await tab.inputValue('[name="family_view"]')) === "And then closed.");
  expect("and the browser holds no more of it", (await drafts(tab)).length === 0);
  await tab.close();
}

// Typed and left alone: two seconds after the last key it is on its way, by the page's own clock.
async function soonEnough(session) {
  const page = await session.newPage();
  await page.clock.install();
  const edit = await begin(page);
  await page.clock.pauseAt(Date.now() + 60 * 1000);
  const field = page.locator('[name="child_view"]');
  await field.pressSequentially("I was");
  await page.clock.runFor(1000);  // Goes on typing before the pause is over.
  const sent = page.waitForRequest((request) => request.method() === "POST" && request.url().endsWith("/draft") &&
    new URLSearchParams(request.postData()).get("changes").includes("I was scared."), { timeout: 5000 });
  await field.pressSequentially(" scared.");
  await page.clock.runFor(2000);
  expect("what was typed is sent within two seconds of the last key", await sent.then(() => true, () => false));
  await says(page, "Saved at");
  await page.clock.resume();
  await page.goto(edit);
  expect("and is kept", (await page.inputValue('[name="child_view"]')) === "I was scared.");
}

// The warning before somebody who rests is signed out: who presses it goes on with the same session.
async function staySignedIn(session, person) {
  const page = await session.newPage();
  await page.clock.install();
  const edit = await begin(page);
  site.idle(person, 26);
  await page.clock.fastForward(26 * 60 * 1000);
  await page.waitForSelector(".nl-session-warning", { timeout: 10000 }).catch(() => expect("a warning before the end", false));
  const warning = await page.locator(".nl-session-warning").innerText();
  expect(`it says how long, and how to stay: ${warning}`, /You will be signed out in \d minutes\./.test(warning) && warning.includes("Stay signed in"));
  await page.locator(".nl-session-warning button").click();
  await page.waitForSelector(".nl-session-warning", { state: "detached" }).catch(() => expect("the warning goes when it is pressed", false));
  // Ten minutes later: without the button that would be the 36th of 30.
  site.idle(person, 10);
  await page.clock.fastForward(10 * 60 * 1000);
  expect("no warning ten minutes later", (await page.locator(".nl-session-warning").count()) === 0);
  await page.goto(edit);
  expect(`still signed in, not at ${page.url()}`, page.url() === edit);
}

// Signing out sends what waits, and leaves an empty browser: in this window and in the other.
async function signedOut(page, person) {
  await comeIn(page, address, person);  // The one before ran out.
  const edit = await begin(page);
  const other = await page.context().newPage();
  await other.goto(edit);
  await page.fill('[name="child_view"]', "A moment before.");
  await Promise.all([page.waitForURL(`${address}/`), page.locator(".nl-visitor__out").click()]);
  await says(other, "You have signed out");
  await other.fill('[name="behaviour"]', "Typed after signing out.");
  await other.waitForTimeout(3000);
  const left = await other.evaluate(async () => ({
    local: Object.keys(localStorage).length,
    session: Object.keys(sessionStorage).length,
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
    cookies: document.cookie,
  }));
  expect(`nothing is left: ${JSON.stringify(left)}`, left.local + left.session + left.databases + left.caches === 0 && left.cookies === "");
  const cookies = (await page.context().cookies()).map((one) => one.name).filter((name) => !name.endsWith("-form"));
  expect(`no cookie of the session is left: ${cookies}`, cookies.length === 0);
  await other.close();
  await comeIn(page, address, person);
  await page.goto(edit);
  expect("what waited was sent before", (await page.inputValue('[name="child_view"]')) === "A moment before.");
  expect("what came after was not", (await page.inputValue('[name="behaviour"]')) === "");
}

try {
  const contexts = await Promise.all([{}, {}].map((options) => browser.newContext(options)));
  for (const context of contexts) context.setDefaultTimeout(10000);
  const [one, two] = await Promise.all(contexts.map((context) => context.newPage()));
  await setUp(one, alder);
  await setUp(two, bramble);
  for (const page of [one, two]) expect(`somebody is signed in, not at ${page.url()}`, !page.url().includes("/sign-in/code"));
  const another = async (page) => browser.newContext({ storageState: await page.context().storageState() });
  const steps = [
    ["two at once", () => twoAtOnce(one, two, true)], ["killed", () => killed(one)], ["answer lost", () => answerLost(one, true)],
    // In windows of their own, for the clock of a page is that of all its window.
    ["soon enough", async () => soonEnough(await another(one))],
    ["stay signed in", async () => staySignedIn(await another(one), alder)],
    ["ran out", () => ranOut(two, bramble)],
    ["signed out", () => signedOut(one, alder)],
    ["without JavaScript", async () => {
      const plain = await Promise.all(contexts.map(async () => (await browser.newContext({ javaScriptEnabled: false })).newPage()));
      await comeIn(plain[0], address, alder);
      await comeIn(plain[1], address, bramble);
      await twoAtOnce(plain[0], plain[1], false);
      await killedPlain(plain[0]);
      await answerLost(plain[0], false);
    }],
  ];
  for (const [name, step] of steps.filter(([name]) => !process.env.ONLY || process.env.ONLY.includes(name))) {
    const before = failed;
    await step().catch((error) => expect(`${name}: ${error.stack ?? error}`, false));
    console.log(`${failed === before ? "passed" : "FAILED"} ${name}`);
  }
} finally {
  await stop();
  await site.stop();
}
process.exit(failed === 0 ? 0 : 1);
