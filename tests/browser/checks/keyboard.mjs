// The page by keyboard alone: the skip link comes first, focus can be seen and is never covered. What stands over and
// under every page is walked through where it is asked for; otherwise the skip link is used, as people do.
const mostStops = 60;

export async function keyboard(page, { whole = false } = {}) {
  const faults = [];
  // From the top of the page, also where an error summary took the focus.
  await page.evaluate(() => {
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute("tabindex");
    window.scrollTo(0, 0);
  });
  await page.keyboard.press("Tab");
  const first = await page.evaluate(() => document.activeElement.className);
  if (!first.includes("govuk-skip-link")) return [`the first stop of the Tab key is not the skip link but "${first}"`];

  if (!whole) {
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
  }
  for (let stop = 0; stop < mostStops; stop += 1) {
    const state = await page.evaluate((everywhere) => {
      const el = document.activeElement;
      if (!el || el === document.body || !(everywhere || el.closest("main"))) return null;
      const box = el.getBoundingClientRect();
      const focused = getComputedStyle(el);
      // GOV.UK draws a radio's or checkbox's focus on its label's first box.
      const drawn = el.type === "radio" || el.type === "checkbox"
        ? getComputedStyle(el.labels[0], "::before").boxShadow + getComputedStyle(el.labels[0], "::before").outlineStyle : "";
      // GOV.UK draws a transparent outline too, for those who choose their own colours: it is no ring.
      const clear = /rgba\(.*, 0\)$|^transparent$/.test(focused.outlineColor);
      const ring = focused.outlineStyle !== "none" && parseFloat(focused.outlineWidth) >= 2 && !clear;
      const shadow = focused.boxShadow !== "none" || /px/.test(drawn);
      const x = Math.min(Math.max(box.left + box.width / 2, 0), innerWidth - 1);
      const y = Math.min(Math.max(box.top + Math.min(box.height / 2, 10), 0), innerHeight - 1);
      const top = document.elementFromPoint(x, y);
      const covered = top !== null && top !== el && !el.contains(top) && !top.contains(el) &&
        !(el.labels && [...el.labels].some((label) => label.contains(top)));
      return { name: `<${el.tagName.toLowerCase()}> "${(el.textContent || el.name || "").trim().slice(0, 40)}"`, seen: ring || shadow, covered };
    }, whole);
    if (state === null) break;
    if (!state.seen) faults.push(`focus cannot be seen on ${state.name}`);
    if (state.covered) faults.push(`focus is covered on ${state.name}`);
    await page.keyboard.press("Tab");
  }
  return faults;
}
