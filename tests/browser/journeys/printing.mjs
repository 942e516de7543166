// On paper: an inspection, the way to its rating, the guide, and where a service lies, with nothing cut off.
import { print } from "../checks/print.mjs";

const pages = ["/inspections/east-sussex-2024-09", "/inspections/reading-2024-12", "/inspections/east-sussex-2024-09/rating",
               "/guides/good-with-inadequate-planning", "/benchmark/hmip-youth-2021?service=east-sussex",
               "/compare?inspection=east-sussex-2024-09&inspection=reading-2024-12", "/standards/hmip-youth-2021"];

export default async function printing({ page }) {
  const faults = [];
  for (const path of pages) {
    await page.goto(path);
    faults.push(...(await print(page)).map((fault) => `${path}: ${fault}`));
  }
  return faults;
}
