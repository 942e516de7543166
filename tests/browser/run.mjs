// Every page that can be reached, in real Chromium, at phone and desk width, with and without JavaScript; then
// the journeys. Usage: node tests/browser/run.mjs PROGRAM [part of a path or a journey's name]
import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { startBrowser } from "./browser.mjs";
import { startServer } from "./server.mjs";
import { changedPast, crawl, deadLinks, nothingMet, sendingPage } from "./crawl.mjs";
import { comeByLink, demoLinks, demoPeople, signIn } from "./people.mjs";
import { axe } from "./checks/axe.mjs";
import { targetSize, reflow, outline } from "./checks/layout.mjs";
import { keyboard } from "./checks/keyboard.mjs";

const [program, only = ""] = process.argv.slice(2);
if (!program) {
  console.error("usage: node tests/browser/run.mjs PROGRAM [part of a path or a journey's name]");
  process.exit(2);
}
const here = dirname(fileURLToPath(import.meta.url));
const widths = [{ width: 390, height: 844 }, { width: 1280, height: 900 }];
let passed = 0;
let failed = 0;

function report(name, faults) {
  if (faults.length === 0) {
    passed += 1;
    return;
  }
  failed += 1;
  console.log(`FAILED ${name}`);
  for (const fault of faults.slice(0, 8)) console.log(`  ${fault}`);
  if (faults.length > 8) console.log(`  and ${faults.length - 8} more`);
}

// Notes every request that leaves for another host and everything the page complains of.
function watch(page, address, faults) {
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(address) && !url.startsWith("data:")) faults.push(`asks another host: ${url}`);
  });
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => faults.push(`script: ${error.message}`));
}

const server = await startServer(program);
const { browser, stop } = await startBrowser();

// What each page owes to everybody, at phone and desk width; `storageState` holds who is signed in.
async function look(paths, who, storageState) {
  for (const viewport of widths) {
    const context = await browser.newContext({ viewport, reducedMotion: "reduce", storageState });
    const page = await context.newPage();
    const noticed = [];
    watch(page, server.address, noticed);
    for (const path of paths) {
      noticed.length = 0;
      await page.goto(server.address + path);
      const faults = [...(await axe(page)), ...(await targetSize(page)), ...(await outline(page)), ...(await keyboard(page))];
      if (viewport.width < 400) faults.push(...(await reflow(page)));
      report(`${path} at ${viewport.width} px${who}`, [...faults, ...noticed]);
    }
    await context.close();
  }
}

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

  for (const file of readdirSync(join(here, "journeys")).filter((name) => name.endsWith(".mjs")).sort()) {
    const { default: journey } = await import(join(here, "journeys", file));
    for (const javaScriptEnabled of [true, false]) {
      const name = `journey ${file.replace(".mjs", "")} ${javaScriptEnabled ? "with" : "without"} JavaScript`;
      if (only !== "" && !name.includes(only) && paths.length > 0) continue;
      const context = await browser.newContext({ javaScriptEnabled, viewport: widths[0], baseURL: server.address });
      const page = await context.newPage();
      const noticed = [];
      watch(page, server.address, noticed);
      let faults = [];
      try {
        faults = (await journey({ page, address: server.address, axe: javaScriptEnabled ? () => axe(page) : async () => [] })) ?? [];
      } catch (error) {
        faults = [String(error.stack ?? error)];
      }
      report(name, [...faults, ...noticed.filter((one) => !one.includes("status of 4") && !one.includes("ERR_INTERNET_DISCONNECTED"))]);
      await context.close();
    }
  }
} finally {
  await stop();
  const status = await server.stop();
  report("the server ends with status 0 when asked to", status === 0 ? [] : [`status ${status}\n${server.said()}`]);
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
