// What is kept of a round in the project: a page for each visitor, with routes in place of addresses.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { leastReached, nameOf } from "./scan.mjs";
import { versions } from "./scanners.mjs";

const table = (rows) => rows.map((row) => `| ${row.join(" | ")} |`).join("\n");
const list = (of, none) => (of.length > 0 ? of.map((one) => `- ${one}`).join("\n") : none);

export function keepSummary(kept, result) {
  mkdirSync(kept, { recursive: true });
  const rows = Object.entries(result.routes).sort(([a], [b]) => a.split(" ")[1].localeCompare(b.split(" ")[1]));
  const inside = rows.filter(([name]) => result.theirs.has(name));
  writeFileSync(join(kept, `${nameOf(result.visitor)}.md`), `# Scanned as ${result.visitor}, ${new Date().toISOString().slice(0, 10)}

${versions()}; ${result.minutes === 1 ? "1 minute" : `${result.minutes} minutes`}. Addresses at which Wapiti began: ${result.starts}; requests for sqlmap to try: ${result.requests}.
${result.answers} requests were answered, ${result.heldBack} held back by the door (\`tests/attack/closed.mjs\`).
${result.owed === 0 ? "Nothing behind sign-in is theirs." : `Of ${result.owed} routes behind sign-in that are theirs, ${result.owed - result.missed.length} were reached; ${Math.round(leastReached * 100)}% have to be.`}
${result.signedOut === 0 ? "No answer sent them to sign in." : `${result.signedOut} answers sent them to sign in.`}

## Findings

${list(result.faults, "None.")}

## Stopped by the clock

${list(result.unfinished, "Nothing: all came to its end.")}

## Never reached

${list(result.missed, "None.")}

## Reached

Answered with 2xx, 422 or a redirect that does not lead to signing in, of all that was asked.

${table([["route", "Wapiti", "sqlmap", "answers by status"], ["---", "---", "---", "---"],
    ...(inside.length > 0 ? inside : rows).map(([name, { wapiti, sqlmap, statuses }]) => [`\`${name}\``, `${wapiti.reached} of ${wapiti.asked}`,
      `${sqlmap.reached} of ${sqlmap.asked}`, Object.entries(statuses).map(([status, count]) => `${status}: ${count}`).join(", ")])])}
`);
}
