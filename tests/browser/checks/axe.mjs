// WCAG 2.0 to 2.2 A and AA and best practice, by axe.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

export async function axe(page) {
  await page.evaluate(source);
  const result = await page.evaluate((runOnly) => window.axe.run(document, { runOnly }), tags);
  // GOV.UK Frontend says by aria-expanded that choosing a radio shows a question, tested with screen readers that
  // tell it; ARIA lists that attribute for checkboxes and not for radios. Nothing else is let through.
  const conditional = await page.$$eval("input.govuk-radios__input[aria-expanded]", (all) => all.map((one) => `#${one.id}`));
  const known = (violation, node) =>
    violation.id === "aria-allowed-attr" && conditional.some((id) => node.target.join(" ") === id) &&
    /^Fix all of the following:\s+ARIA attribute is not allowed: aria-expanded="(true|false)"$/.test(node.failureSummary.trim());
  return result.violations.flatMap((violation) =>
    violation.nodes.filter((node) => !known(violation, node))
      .map((node) => `axe ${violation.id}: ${node.target.join(" ")}: ${node.failureSummary}`));
}
