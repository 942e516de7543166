// Rate my audit: counts and a file give ratings; what cannot be leads to its field; the result prints.
import { outcome, press } from "../checks/outcome.mjs";
import { print } from "../checks/print.mjs";

const counts = { "yes-2.2-desistance": "12", "of-2.2-desistance": "13", "yes-2.2-child_safety": "6",
                 "of-2.2-child_safety": "13", "yes-2.2-others_safety": "9", "of-2.2-others_safety": "13" };

const field = (page, id) => page.locator(`[id="${id}"]`);

async function fill(page) {
  await page.goto("/rate");
  for (const [id, value] of Object.entries(counts)) await field(page, id).fill(value);
}

export default async function rate(tools) {
  const { page } = tools;
  const faults = [];

  await fill(page);
  await field(page, "eligible-court").fill("14");
  faults.push(...(await outcome(tools, await press(page, "Rate my audit"), 200,
    ["Your ratings", "Yes in 6 of 13 cases: 46.2%", "6 to 7 of 14 cases (43% to 50%)", "19% to 75%"])));
  faults.push(...(await print(page)));

  await fill(page);
  await field(page, "yes-2.2-child_safety").fill("14");
  await field(page, "eligible-court").fill("3");
  faults.push(...(await outcome(tools, await press(page, "Rate my audit"), 422, ["There is a problem"])));
  if ((await field(page, "yes-2.2-child_safety").inputValue()) !== "14") faults.push("what was typed is lost");

  await page.goto("/rate");
  await page.locator("#csv").setInputFiles({ name: "audit.csv", mimeType: "text/csv", buffer: Buffer.from(
    "case,domain,standard,lens,answer\nc1,court,2.2,desistance,yes\nc1,court,2.2,child_safety,no\nc1,court,2.2,others_safety,na\n" +
    "c2,court,2.2,desistance,yes\nc2,court,2.2,child_safety,yes\nc2,court,2.2,others_safety,yes\n") });
  faults.push(...(await outcome(tools, await press(page, "Rate my audit"), 200, ["Yes in 1 of 2 cases: 50.0%"])));

  await page.goto("/rate");
  await page.locator("#csv-text").fill("case,domain,standard,lens,answer\nc1,court,9.9,desistance,perhaps\n");
  faults.push(...(await outcome(tools, await press(page, "Rate my audit"), 422, ["There is a problem", "9.9"])));
  return faults;
}
