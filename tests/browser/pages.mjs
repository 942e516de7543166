// Every page that can be reached, in real Chromium, at phone and desk width, with and without JavaScript.
// Usage: node tests/browser/pages.mjs PROGRAM [part of a path]
import { startBrowser } from "./browser.mjs";
import { startServer } from "./server.mjs";
import { changedPast, crawl, deadLinks, nothingMet, sendingPage, victimCorrected } from "./crawl.mjs";
import { comeByLink, demoLinks, demoPeople, signIn } from "./people.mjs";
import { axe } from "./checks/axe.mjs";
import { directions, targetSize, reflow, outline } from "./checks/layout.mjs";
import { keyboard } from "./checks/keyboard.mjs";
import { conclude, report, watch } from "./report.mjs";

const [program, only = ""] = process.argv.slice(2);
if (!program) {
  console.error("usage: node tests/browser/pages.mjs PROGRAM [part of a path]");
  process.exit(2);
}
const widths = [{ width: 390, height: 844 }, { width: 1280, height: 900 }];

const server = await startServer(program);
const { browser, stop } = await startBrowser();

// What each page owes to everybody, at phone and desk width side by side; `storageState` holds who is signed in.
const look = (paths, who, storageState) => Promise.all(widths.map(async (viewport) => {
  const context = await browser.newContext({ viewport, reducedMotion: "reduce", storageState });
  const page = await context.newPage();
  const noticed = [];
  watch(page, server.address, noticed);
  for (const [i, path] of paths.entries()) {
    noticed.length = 0;
    await page.goto(server.address + path);
    const faults = [...(await axe(page)), ...(await targetSize(page)), ...(await outline(page)), ...(await directions(page)), ...(await keyboard(page, { whole: i % 10 === 0 }))];
    if (viewport.width < 400) faults.push(...(await reflow(page)));
    report(`${path} at ${viewport.width} px${who}`, [...faults, ...noticed]);
  }
  await context.close();
}));

try {
  const met = nothingMet();
  const walker = await browser.newContext();
  const wanted = (path) => path.includes(only) || only === "";
  const paths = (await crawl(await walker.newPage(), server.address, "/", met)).filter(wanted);
  console.log(`${paths.length} pages for all`);
  await look(paths, "", undefined);

  // One person for each role: the pages that nobody before them could reach, or not often enough.
  const people = await demoPeople(await walker.newPage(), server.address);
  const links = await demoLinks(await walker.newPage(), server.address);
  await walker.close();
  if (links.length < 2) report("the start page offers the links of a child and a parent", ["it does not"]);
  if (people.length === 0) report("the start page offers people to sign in as", ["it offers nobody"]);
  const comers = [
    ...people.map((one) => ({ role: one.role, first: "/account", comeIn: (page) => signIn(page, server.address, one) })),
    ...links.map((one) => ({ role: one.role, first: "/mine", comeIn: (page) => comeByLink(page, server.address, one) })),
  ];
  for (const { role, first, comeIn } of comers) {
    const context = await browser.newContext({ viewport: widths[1] });
    const page = await context.newPage();
    try {
      await comeIn(page);
      if (wanted("links")) report(`every link opens for ${role}`, await deadLinks(context, server.address, first));
      // Each role's own first page, whoever saw it before.
      const theirs = (await crawl(page, server.address, first, met)).filter(wanted);
      // What somebody sends in differs by role: each looks at their own page for it.
      const sends = await sendingPage(page, server.address);
      if (sends && wanted(sends) && !theirs.includes(sends)) theirs.push(sends);
      if (role === "Practitioner" || role === "Head of service") {
        const past = await changedPast(page, server.address);
        if (wanted(past) && !theirs.includes(past)) theirs.push(past);
      }
      if (role === "Victim worker") {
        const form = await victimCorrected(page, server.address);
        if (wanted(form) && !theirs.includes(form)) theirs.push(form);
      }
      console.log(`${theirs.length} pages more for: ${role}`);
      await look(theirs, ` for ${role}`, await context.storageState());
    } catch (error) {
      report(`pages for ${role}`, [String(error.stack ?? error)]);
    }
    await context.close();
  }

  // Without JavaScript every page says and offers the same.
  const plain = await browser.newContext({ javaScriptEnabled: false, viewport: widths[0] });
  const scripted = await browser.newContext({ viewport: widths[0] });
  const [plainPage, scriptedPage] = [await plain.newPage(), await scripted.newPage()];
  for (const path of paths) {
    const shown = [];
    for (const page of [plainPage, scriptedPage]) {
      await page.goto(server.address + path);
      shown.push(await page.locator("main").evaluate((main) => ({
        words: main.textContent.replace(/\s+/g, " ").trim().length,
        controls: main.querySelectorAll("a[href], button, input, select, textarea").length,
      })).catch(() => null));
    }
    const [without, with_] = shown;
    const faults = [];
    if (!without || without.words < 40) faults.push("almost nothing is shown without JavaScript");
    else if (with_ && without.controls + 2 < with_.controls) faults.push(`controls without JavaScript ${without.controls}, with ${with_.controls}`);
    report(`${path} without JavaScript`, faults);
  }
  await plain.close();
  await scripted.close();
} catch (error) {
  report("every page is looked at", [String(error.stack ?? error)]);
}
await stop();
await conclude(server);
