// Wapiti and sqlmap against the demonstration: first against a site with planted holes, which they must
// find; then as a stranger, as one person of each role, and as a child and a parent by their links, where they must find nothing.
// Usage: node tests/attack/run.mjs PROGRAM REPORTS [SECONDS [PARTS OF ROLES]], as "inspector,board,link of"
// SECONDS is what each scanner takes for each visitor. The reports stay in the folder REPORTS.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { startBrowser } from "../browser/browser.mjs";
import { crawl } from "../browser/crawl.mjs";
import { comeByLink, demoLinks, demoPeople, signIn } from "../browser/people.mjs";
import { startServer } from "../browser/server.mjs";
import { openDoor } from "./door.mjs";
import { startPlanted } from "./planted.mjs";
import { sqlmap, wapiti } from "./scanners.mjs";

const [program, reports, seconds = "60", only = ""] = process.argv.slice(2);
if (!program || !reports) {
  console.error("usage: node tests/attack/run.mjs PROGRAM REPORTS [SECONDS [PARTS OF ROLES]]");
  process.exit(2);
}
const patience = Number(seconds);
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
const words = (found) => `${found.scanner}: ${found.kind}: ${found.method} ${found.path} ${found.parameter}: ${found.says}`;

async function scan(visitor, address, cookie, paths) {
  const folder = join(reports, visitor.toLowerCase().replace(/[^a-z]+/g, "-"));
  mkdirSync(folder, { recursive: true });
  const door = await openDoor(address, cookie);
  try {
    const found = await wapiti({ address: door.address, folder, seconds: patience });
    const asking = paths.filter((path) => path.includes("?")).slice(0, 12);
    if (asking.length > 0) found.push(...(await sqlmap({ address: door.address, paths: asking, folder, seconds: patience * 2 })));
    const faults = [...found.map(words), ...door.seen.broken.map((one) => `the server broke: ${one}`)];
    if (door.seen.answers < 50) faults.push(`only ${door.seen.answers} requests were answered: the scanners saw almost nothing`);
    writeFileSync(join(folder, "findings.json"), JSON.stringify({ visitor, answers: door.seen.answers, found, broken: door.seen.broken }, null, 1));
    report(`${visitor}: ${door.seen.answers} requests`, faults);
  } finally {
    await door.stop();
  }
}

// Scanners that find nothing where there is something prove nothing.
async function planted() {
  const folder = join(reports, "planted");
  mkdirSync(folder, { recursive: true });
  const site = await startPlanted();
  try {
    const holes = await wapiti({ address: site.address, folder, seconds: 20 });
    report("Wapiti finds the planted script", holes.some((one) => one.kind === "Cross Site Scripting") ? [] : ["it did not"]);
    report("Wapiti finds the missing policy", holes.some((one) => one.kind === "Content Security Policy Configuration") ? [] : ["it did not"]);
    const injected = await sqlmap({ address: site.address, paths: ["/services?name=Fernmere"], folder, seconds: 60 });
    report("sqlmap finds the planted injection", injected.length > 0 ? [] : ["it did not"]);
  } finally {
    await site.stop();
  }
}

mkdirSync(reports, { recursive: true });
await planted();
const server = await startServer(program);
const { browser, stop } = await startBrowser();
try {
  const stranger = await browser.newContext();
  const page = await stranger.newPage();
  const people = await demoPeople(page, server.address);
  if (people.length === 0) throw new Error("the demonstration offers nobody to sign in as");
  await stranger.close();
  const links = await demoLinks(await browser.newPage(), server.address);
  if (links.length < 2) report("the start page offers the links of a child and a parent", ["it does not"]);
  // The links come first: whoever else is let loose on the doors guesses at their words until they are shut.
  const visitors = [
    ...links.map((one) => ({ role: `link of ${one.role}`, first: "/mine", comeIn: (own) => comeByLink(own, server.address, one) })),
    { role: "a stranger", first: "/", comeIn: async () => {} },
    ...people.map((one) => ({ role: one.role, comeIn: (own) => signIn(own, server.address, one) })),
  ];
  for (const { role, first, comeIn } of visitors.filter((one) => comes(one.role))) {
    const context = await browser.newContext();
    const own = await context.newPage();
    await comeIn(own);
    const cookie = (await context.cookies()).map((one) => `${one.name}=${one.value}`).join("; ");
    await scan(role, server.address, cookie, await crawl(own, server.address, first));
    await context.close();
  }
} finally {
  await stop();
  const status = await server.stop();
  report("the server ends with status 0 when asked to", status === 0 ? [] : [`status ${status}\n${server.said()}`]);
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
