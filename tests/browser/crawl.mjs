// Every page that can be reached from the first one, a few of each kind. What was met already, in `met`, is
// neither visited again nor counted anew: so several people together see each kind a few times.
const perKind = 3;

export const nothingMet = () => ({ kinds: new Map(), seen: new Set() });

// The kind of a page: its path with the names of things taken out, and the names of its query fields.
function kindOf(url) {
  const parts = url.pathname.split("/").filter(Boolean);
  const shape = parts.map((part, i) => (i % 2 === 1 && parts[0] !== "guides" ? "*" : part)).join("/");
  return `/${shape}?${[...new Set(url.searchParams.keys())].sort().join("&")}`;
}

export async function crawl(page, address, first = "/", met = nothingMet()) {
  const { kinds, seen } = met;
  const queue = [first];
  seen.add(first);
  const found = [];
  while (queue.length > 0) {
    const path = queue.shift();
    const answer = await page.goto(address + path);
    const type = answer.headers()["content-type"] ?? "";
    if (answer.status() !== 200) throw new Error(`${path} answers ${answer.status()}`);
    if (!type.startsWith("text/html")) continue;
    found.push(path);
    const links = await page.$$eval("a[href]:not([download])", (all) => all.map((a) => a.href));
    for (const link of links) {
      const url = new URL(link);
      url.hash = "";
      if (url.origin !== address || url.pathname.startsWith("/api/")) continue;
      const target = url.pathname + url.search;
      const kind = kindOf(url);
      if (seen.has(target) || (kinds.get(kind) ?? 0) >= perKind) continue;
      seen.add(target);
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
      queue.push(target);
    }
  }
  return found;
}

// What of all that somebody is offered does not open for them: every link of every page that they reach, a few of
// each kind, asked for as a browser would and not drawn. Pages that several people see are asked for by each of them.
export async function deadLinks(context, address, first) {
  const kinds = new Map();
  const queue = [{ path: first, from: "the start" }];
  const seen = new Set([first]);
  const faults = [];
  while (queue.length > 0) {
    const { path, from } = queue.shift();
    const answer = await context.request.get(address + path);
    if (answer.status() !== 200) faults.push(`${from} leads to ${path}, which answers ${answer.status()}`);
    if (!(answer.headers()["content-type"] ?? "").startsWith("text/html")) continue;
    for (const [, href] of (await answer.text()).matchAll(/<a [^>]*?href="([^"]*)"/g)) {
      const url = new URL(href.replaceAll("&amp;", "&"), answer.url());
      const target = url.pathname + url.search;
      if (url.origin !== address || url.pathname.startsWith("/api/") || seen.has(target)) continue;
      const kind = kindOf(url);
      if ((kinds.get(kind) ?? 0) >= 2 * perKind) continue;
      seen.add(target);
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
      queue.push({ path: target, from: path });
    }
  }
  return faults;
}

// The first page, for whoever sends something into a file that they do not read.
export async function sendingPage(page, address) {
  await page.goto(`${address}/children`);
  const link = page.locator("main a[href$='/sent-in/new']").first();
  return (await link.count()) > 0 ? link.getAttribute("href") : null;
}

// The form that corrects a victim's file, for whoever writes in it: others reach such files before them, and no form.
export async function victimCorrected(page, address) {
  await page.goto(`${address}/victims`);
  return `${await page.locator("main table a[href^='/victims/']").first().getAttribute("href")}/details`;
}

// A child's file on a day on which it stood otherwise than today, of the child of whom most changes
// (src/cli/demo_changes.hpp): two weeks ago they were called otherwise.
export async function changedPast(page, address) {
  await page.goto(`${address}/children`);
  await page.fill("input[name='name']", "Storyworth-Madeupham");
  await Promise.all([page.waitForNavigation(), page.locator("main form[action$='/children/search'] button").first().click()]);
  const file = await page.locator("main a", { hasText: "Storyworth-Madeupham" }).first().getAttribute("href");
  const day = new Date(Date.now() - 14 * 86_400_000);
  return `${file}/as-it-stood?day-day=${day.getUTCDate()}&day-month=${day.getUTCMonth() + 1}&day-year=${day.getUTCFullYear()}&view=then`;
}
