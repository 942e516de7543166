// Wapiti and sqlmap against the demonstration: first against a site with planted holes, before and behind sign-in, which
// they must find; then as a stranger, as one person of each role, and as a child and a parent by their links, where they
// must find nothing and must reach what is theirs. Each visitor has a demonstration of their own.
// Usage: node tests/attack/run.mjs PROGRAM REPORTS [SECONDS [PARTS OF ROLES [KEPT]]], as "inspector,board,link of" or ""
// Each of Wapiti's long modules takes SECONDS for each visitor, sqlmap eight times that. All reports stay in the folder
// REPORTS; a summary of each visitor's is written into the folder KEPT when it is given (docs/scans/DATE).
import { mkdirSync } from "node:fs";
import { startBrowser } from "../browser/browser.mjs";
import { comeByLink, demoLinks, demoPeople, signIn } from "../browser/people.mjs";
import { startServer } from "../browser/server.mjs";
import { plantedRoutes, signInPlanted, startPlanted } from "./planted.mjs";
import { codeOf, openTo, programRoutes, routeName } from "./routes.mjs";
import { scan } from "./scan.mjs";
import { keepSummary } from "./summary.mjs";

const [program, reports, seconds = "60", only = "", kept] = process.argv.slice(2);
if (!program || !reports) {
  console.error("usage: node tests/attack/run.mjs PROGRAM REPORTS [SECONDS [PARTS OF ROLES [KEPT]]]");
  process.exit(2);
}
const wanted = only.toLowerCase().split(",");
const comes = (visitor) => wanted.some((part) => visitor.toLowerCase().includes(part));
let passed = 0;
let failed = 0;

function report(name, faults) {
  if (faults.length === 0) passed += 1;
  else failed += 1;
  console.log(`${faults.length === 0 ? "passed" : "FAILED"} ${name}`);
  for (const fault of faults.slice(0, 20)) console.log(`  ${fault}`);
}

// Scanners that find nothing where there is something prove nothing.
async function planted(browser) {
  const site = await startPlanted();
  const finds = (name, found, wants) => report(name, found.some(wants) ? [] : ["it did not"]);
  try {
    const common = { address: site.address, routes: plantedRoutes, folder: reports, seconds: 20 };
    const outside = await (await browser.newContext()).newPage();
    const stranger = await scan({ ...common, visitor: "planted before sign-in", page: outside, first: ["/"], open: [] });
    finds("Wapiti finds the planted script", stranger.found, (one) => one.kind === "Cross Site Scripting" && one.path === "/say");
    finds("Wapiti finds the missing policy", stranger.found, (one) => one.kind === "Content Security Policy Configuration");
    finds("sqlmap finds the planted injection", stranger.found, (one) => one.scanner === "sqlmap");
    const own = await (await browser.newContext()).newPage();
    await signInPlanted(own, site.address);
    const open = plantedRoutes.filter((row) => row.audience === "signed-in");
    const inside = await scan({ ...common, visitor: "planted behind sign-in", page: own, first: ["/account"], open, stillIn: "/account" });
    finds("Wapiti finds the script behind sign-in, in a form with a token", inside.found,
      (one) => one.kind === "Cross Site Scripting" && one.method === "POST" && one.path === "/inside/say");
    finds("sqlmap finds the injection behind sign-in", inside.found, (one) => one.scanner === "sqlmap" && one.path.includes("/inside/services"));
    report("every planted route behind sign-in is reached", inside.missed);
  } finally {
    await site.stop();
  }
}

// {role, first, code, comeIn} of everybody who comes, as the start page names them.
async function visitorsAt(browser, address) {
  const page = await browser.newPage();
  const people = await demoPeople(page, address);
  const links = await demoLinks(page, address);
  await page.close();
  if (people.length === 0) throw new Error("the demonstration offers nobody to sign in as");
  if (links.length < 2) throw new Error("the demonstration does not offer the links of a child and a parent");
  return [
    { role: "a stranger", first: "/", open: [], comeIn: async () => {} },
    ...people.map((one) => ({ role: one.role, first: "/account", who: one.name, code: codeOf(one.role), open: openTo(codeOf(one.role)),
      comeIn: (own, there) => signIn(own, there, one) })),
    ...links.map((one, i) => ({ role: `link of ${one.role}`, first: "/mine", code: codeOf(one.role), open: openTo(codeOf(one.role)),
      comeIn: async (own, there) => comeByLink(own, there, (await demoLinks(own, there))[i]) })),
  ];
}

async function scanAs(browser, role) {
  const server = await startServer(program);
  try {
    const { first, code, open, who, comeIn } = (await visitorsAt(browser, server.address)).find((one) => one.role === role);
    const context = await browser.newContext();
    const page = await context.newPage();
    await comeIn(page, server.address);
    const result = await scan({ visitor: role, address: server.address, first: [first], routes: programRoutes, code, open, who, page,
      folder: reports, seconds: Number(seconds), stillIn: open.length > 0 ? first : undefined });
    report(`${role}: ${result.answers} requests, ${result.owed - result.missed.length} of ${result.owed} routes behind sign-in`, result.faults);
    if (kept) keepSummary(kept, { ...result, theirs: new Set(open.map(routeName)) });
    await context.close();
  } finally {
    const status = await server.stop();
    report(`${role}: the server ends with status 0 when asked to`, status === 0 ? [] : [`status ${status}\n${server.said()}`]);
  }
}

mkdirSync(reports, { recursive: true });
const { browser, stop } = await startBrowser();
try {
  await planted(browser);
  const server = await startServer(program);
  const roles = (await visitorsAt(browser, server.address)).map((one) => one.role);
  await server.stop();
  for (const role of roles.filter(comes)) await scanAs(browser, role).catch((error) => report(role, [String(error.stack ?? error)]));
} finally {
  await stop();
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
