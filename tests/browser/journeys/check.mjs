// Check a published report: one that can be read, one that is none, and nothing at all.
import { readFileSync } from "node:fs";
import { outcome, press } from "../checks/outcome.mjs";

const report = readFileSync(new URL("../../journeys/hollowbeck.txt", import.meta.url));

export default async function check(tools) {
  const { page } = tools;
  const faults = [];
  const send = async (name, buffer) => {
    await page.goto("/check");
    if (buffer) await page.locator("#report").setInputFiles({ name, mimeType: "text/plain", buffer });
    return press(page, "Check the report");
  };
  faults.push(...(await outcome(tools, await send("hollowbeck.txt", report), 200, ["Hollowbeck"])));
  faults.push(...(await outcome(tools, await send("notes.txt", Buffer.from("Nothing of an inspection is here.\n")), 422, ["There is a problem"])));
  faults.push(...(await outcome(tools, await send(), 422, ["There is a problem"])));
  return faults;
}
