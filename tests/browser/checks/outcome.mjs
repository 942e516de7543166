// What every page has to stand, also one that is reached only by a form.
import { targetSize, reflow, outline } from "./layout.mjs";
import { keyboard } from "./keyboard.mjs";

// The status and the words of a page, and all checks of a page. Keys and layout need no script of the page's own.
export async function outcome({ page, axe }, answer, status, words) {
  const faults = [];
  if (answer.status() !== status) faults.push(`answers ${answer.status()} instead of ${status}`);
  const shown = (await page.locator("main").textContent()).replace(/\s+/g, " ");
  for (const one of words) if (!shown.includes(one)) faults.push(`does not say "${one}"`);
  faults.push(...(await axe()), ...(await targetSize(page)), ...(await outline(page)), ...(await reflow(page)),
              ...(await keyboard(page)));
  if (status === 422) faults.push(...(await leadsToField(page)));
  return faults;
}

// Every line of an error summary leads to a field that is there.
async function leadsToField(page) {
  return page.evaluate(() => {
    const lines = [...document.querySelectorAll(".govuk-error-summary a")];
    if (lines.length === 0) return ["no error summary that leads anywhere"];
    return lines.filter((a) => !document.getElementById(decodeURIComponent(a.hash.slice(1))))
      .map((a) => `the error summary leads nowhere: ${a.textContent}`);
  });
}

// Presses a button and waits for the page that follows.
export async function press(page, name) {
  const [answer] = await Promise.all([
    page.waitForResponse((one) => one.request().isNavigationRequest() && one.status() < 300 || one.status() >= 400),
    page.getByRole("button", { name, exact: true }).first().click(),
  ]);
  await page.waitForLoadState();
  return answer;
}
