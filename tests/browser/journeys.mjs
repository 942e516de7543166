// The journeys of people through the demonstration, in real Chromium at a phone's width, with and without JavaScript.
// Usage: node tests/browser/journeys.mjs PROGRAM [part of a journey's name]
import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { startBrowser } from "./browser.mjs";
import { startServer } from "./server.mjs";
import { axe } from "./checks/axe.mjs";
import { conclude, report, watch } from "./report.mjs";

const [program, only = ""] = process.argv.slice(2);
if (!program) {
  console.error("usage: node tests/browser/journeys.mjs PROGRAM [part of a journey's name]");
  process.exit(2);
}
const folder = join(dirname(fileURLToPath(import.meta.url)), "journeys");
const journeys = readdirSync(folder).filter((name) => name.endsWith(".mjs") && name.includes(only)).sort();
if (journeys.length === 0) {
  console.error(`no journey has "${only}" in its name`);
  process.exit(2);
}
const server = await startServer(program);
const { browser, stop } = await startBrowser();
// What a journey is answered with on purpose: refusals, and a line that is cut.
const onPurpose = (complaint) => complaint.includes("status of 4") || complaint.includes("ERR_INTERNET_DISCONNECTED");

try {
  for (const file of journeys) {
    const { default: journey } = await import(join(folder, file));
    for (const javaScriptEnabled of [true, false]) {
      const context = await browser.newContext({ javaScriptEnabled, viewport: { width: 390, height: 844 }, baseURL: server.address });
      const page = await context.newPage();
      const noticed = [];
      watch(page, server.address, noticed);
      let faults = [];
      try {
        faults = (await journey({ page, address: server.address, axe: javaScriptEnabled ? () => axe(page) : async () => [] })) ?? [];
      } catch (error) {
        faults = [String(error.stack ?? error)];
      }
      const name = `journey ${file.replace(".mjs", "")} ${javaScriptEnabled ? "with" : "without"} JavaScript`;
      report(name, [...faults, ...noticed.filter((one) => !onPurpose(one))]);
      await context.close();
    }
  }
} catch (error) {
  report("every journey is begun", [String(error.stack ?? error)]);
}
await stop();
await conclude(server);
