// The library by its forms: a search that finds nothing, a what-if, four inspections side by side, an address that is none.
import { outcome, press } from "../checks/outcome.mjs";

const inspection = "/inspections/east-sussex-2024-09";

export default async function library(tools) {
  const { page, address } = tools;
  const faults = [];

  await page.goto("/inspections");
  await page.locator("#search").fill("Atlantis");
  faults.push(...(await outcome(tools, await press(page, "Show results"), 200, ["No inspections found", "Atlantis"])));

  await page.goto(`${inspection}/what-if`);
  const figure = page.locator("main form input[type=text], main form input[type=number]").first();
  await figure.fill("13");
  faults.push(...(await outcome(tools, await press(page, "Show what follows"), 200, ["What follows"])));
  await figure.fill("99");
  faults.push(...(await outcome(tools, await press(page, "Show what follows"), 422, ["There is a problem"])));

  await page.goto("/compare");
  const selects = page.locator("main select");
  for (let place = 0; place < 4; place += 1) await selects.nth(place).selectOption({ index: place + 1 });
  const compared = await press(page, "Compare");
  faults.push(...(await outcome(tools, compared, 200, ["Headline", "Overall rating"])));

  faults.push(...(await outcome(tools, await page.goto(`${address}/inspections/atlantis-2031`), 404, [])));
  faults.push(...(await outcome(tools, await page.goto(`${address}/no/such/page`), 404, ["Page not found"])));
  return faults;
}
