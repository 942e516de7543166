// What a visitor is offered: the pages that are theirs and what each form on them would send, a few of each kind, so
// that the scanners begin at what they are there for.
import { routeAt, routeName } from "./routes.mjs";

// Pages looked at: of one route they differ by whose file it is and how far its work has come. Of people all: one of
// them is the visitor.
const most = (row) => (row.pattern === "/people/:person" ? 100 : 10);
const longId = /[0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{16,}|\d+/g;

// Forms of one route, of which each has other fields: a record has as many kinds as there are forms.
const mostForms = 3;

// Reads a page as a browser does, without loading or running anything of it.
const readPage = (text) => {
  const page = new DOMParser().parseFromString(text, "text/html");
  const usual = (field) => {
    if (/-day$/.test(field.name)) return "1";
    if (/-month$/.test(field.name)) return "6";
    if (/-year$/.test(field.name)) return "2026";
    if (field.tagName === "SELECT") return [...field.options].at(-1)?.value ?? "";
    return field.type === "password" ? "no password of anybody" : "Wren";
  };
  const formOf = (form) => {
    const fields = [];
    const radios = new Set();
    for (const field of form.querySelectorAll("input[name], select[name], textarea[name]")) {
      if (["submit", "button", "reset", "image", "file"].includes(field.type)) continue;
      if (field.type === "radio") {
        if (radios.has(field.name)) continue;
        radios.add(field.name);
        const checked = form.querySelector(`input[name="${CSS.escape(field.name)}"]:checked`);
        fields.push([field.name, (checked ?? field).value]);
      } else fields.push([field.name, field.value || usual(field)]);
    }
    const buttons = [...form.querySelectorAll("button[name]")].map((one) => [one.name, one.value]);
    return { action: form.getAttribute("action") ?? "", method: (form.getAttribute("method") ?? "get").toUpperCase(),
      multipart: form.enctype === "multipart/form-data", fields, buttons };
  };
  return { links: [...page.querySelectorAll("a[href]")].map((one) => one.getAttribute("href")),
    forms: [...page.querySelectorAll("form")].map(formOf) };
};

const kindOf = (row, url) => `${routeName(row)}?${[...new Set(url.searchParams.keys())].sort().join("&").replaceAll(longId, "0")}`;
const shapeOf = (row, form) => `${routeName(row)} ${[...new Set(form.fields.map(([name]) => name.replaceAll(longId, "0")))].sort().join("&")}`;

// Of routes that no page leads to by itself (a script's, or what stands beside a page): their addresses from those of
// others with the same names in them, and what the test of access sends there.
function besides(open, met) {
  return open.filter((row) => !met.some((one) => one.row === row)).flatMap((row) => {
    const last = row.parts.findLastIndex((part) => part.startsWith(":"));
    const stem = row.parts.slice(0, last + 1).join("/");
    const beside = last < 0 ? [{ path: "" }] : met.filter((one) => `${one.row.pattern}/`.startsWith(`${stem}/`)).reverse();
    const paths = beside.map(({ path }) => row.parts.map((part, i) => (part.startsWith(":") ? path.split("/")[i] : part)).join("/"));
    return paths.length > 0 ? [{ row, paths: [...new Set(paths)] }] : [];
  });
}

// A file that opens for whoever says why: they say it.
async function giveReason(request, address, here, forms) {
  const form = forms.find((one) => one.fields.some(([name]) => name === "reason"));
  if (!form) return undefined;
  const fields = Object.fromEntries(form.fields);
  const answer = await request.post(here.href, { form: { ...fields, reason: "Scanners look at every page" }, maxRedirects: 0, headers: { origin: address } });
  return answer.headers().location;
}

// {starts, asked, own, token}: the addresses for Wapiti; for sqlmap one request a kind, {method, path, body}; the
// visitor's own id, where a page shows one with their address `who`; and the token of their forms. `open` are the routes behind sign-in that are
// theirs; of a stranger, who has none, those that ask for nobody.
export async function gather(page, { address, first, routes, open, who }) {
  const request = page.context().request;
  await page.goto("about:blank");
  const theirs = (row) => (open.length > 0 ? row.audience === "signed-in" || row.audience === "by-link" : true);
  const queue = [...first];
  const seen = new Set(queue);
  const kinds = new Map();
  const shapes = new Set();
  const met = [];   // {row, path}: where a route answers.
  const starts = [];
  const asked = [];
  let [token, own] = ["", undefined];
  const again = (kind) => { kinds.set(kind, (kinds.get(kind) ?? 0) + 1); return kinds.get(kind); };
  const lookLater = (link, here) => {
    const url = new URL(link, here);
    const to = url.origin === address && routeAt(routes, "GET", url.pathname);
    const target = url.pathname + url.search;
    if (!to || !theirs(to) || seen.has(target) || again(kindOf(to, url)) > most(to)) return;
    seen.add(target);
    queue.push(target);
  };
  while (queue.length > 0) {
    const answer = await request.get(address + queue.shift());
    const here = new URL(answer.url());
    const row = routeAt(routes, "GET", here.pathname);
    if (answer.status() !== 200 || !row || !theirs(row)) continue;
    met.push({ row, path: here.pathname });
    let isNew = again(`looked ${kindOf(row, here)}`) === 1;
    if (isNew && (here.search || row.pattern.includes("/:"))) asked.push({ method: "GET", path: here.pathname + here.search });
    if ((answer.headers()["content-type"] ?? "").startsWith("text/html")) {
      const text = await answer.text();
      const { links, forms } = await page.evaluate(readPage, text);
      if (row.pattern === "/people/:person" && who && text.includes(who)) own = here.pathname.split("/")[2];
      for (const form of forms) {
        const url = new URL(form.action || here.href, here);
        const to = url.origin === address && routeAt(routes, form.method, url.pathname);
        if (!to || !theirs(to)) continue;
        token ||= form.fields.find(([name]) => name === "csrf_token")?.[1] ?? "";
        const shape = shapeOf(to, form);
        if (shapes.has(shape) || again(`form ${routeName(to)}`) > mostForms) continue;
        shapes.add(shape);
        isNew = true;
        if (form.method === "POST") met.push({ row: to, path: url.pathname });
        for (const button of form.buttons.length > 0 ? form.buttons : [null]) {
          const sent = `${new URLSearchParams(button ? [...form.fields, button] : form.fields)}`;
          asked.push(form.method === "POST" ? { method: "POST", path: url.pathname + url.search, body: sent }
            : { method: "GET", path: `${url.pathname}?${sent}` });
        }
      }
      if (row.asks === "reason" || row.pattern.endsWith("/reason")) {
        const opened = await giveReason(request, address, here, forms);
        if (opened) lookLater(opened, here);
      }
      for (const link of links) lookLater(link, here);
    }
    if (isNew) starts.push(here.pathname + here.search);
  }
  for (const { row, paths } of besides(open, met)) {
    if (row.method === "POST") {
      const body = [token ? `csrf_token=${encodeURIComponent(token)}` : "", row.body].filter(Boolean).join("&");
      asked.push({ method: "POST", path: paths[0], body });
      continue;
    }
    for (const path of paths.slice(0, 20).map((one) => (row.body ? `${one}?${row.body}` : one))) {
      const answer = await request.get(address + path, { maxRedirects: 0 });
      if (![200, 303, 422].includes(answer.status())) continue;
      starts.push(path);
      asked.push({ method: "GET", path });
      break;
    }
  }
  return { starts: [...new Set(starts)], asked, own, token };
}
