// Every route as the test of access knows it (tests/access/routes.csv), and which of them the tables that were
// written by hand (tests/access/expected) open to whom: what a round of the scanners has to reach.
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const read = (path) => readFileSync(join(root, path), "utf8");

export const programRoutes = read("tests/access/routes.csv").split("\n").filter((line) => /^(GET|POST),/.test(line)).map((line) => {
  const [method, pattern, audience, asks, body = ""] = line.split(",");
  return route(method, pattern, { audience, asks, body });
});

export function route(method, pattern, more = {}) {
  return { method, pattern, parts: pattern.split("/"), audience: "signed-in", asks: "own", body: "", ...more };
}

// Where two fit, the one with fewer names in it: "/children/new" is no child.
export function routeAt(routes, method, path) {
  const parts = path.split("?")[0].split("/");
  const names = (row) => row.parts.filter((part) => part.startsWith(":")).length;
  return routes
    .filter((row) => row.method === method && row.parts.length === parts.length &&
      row.parts.every((part, i) => part === parts[i] || (part.startsWith(":") && parts[i] !== "")))
    .sort((a, b) => names(a) - names(b))[0];
}

export const routeName = (row) => `${row.method} ${row.pattern}`;

// The code of a role by its title, as the demonstration names whom one may come as.
export function codeOf(title) {
  const found = [...read("policy/roles.toml").matchAll(/code = "([^"]+)"\ntitle = "([^"]+)"/g)].find((one) => one[2] === title);
  if (!found) throw new Error(`no role is called ${title}`);
  return found[1];
}

// {child: {action: letters}, victim: the same, organisation: the same}; letters hold a "+" or a "?" for each relation
// in which it may be done.
function expected(code) {
  const tables = {};
  let table;
  for (const line of read(`tests/access/expected/${code}.txt`).split("\n")) {
    const [action, letters] = line.replace(/#.*/, "").trim().split(/\s+/);
    if (action && !letters && action !== "nothing") table = tables[action] = {};
    else if (letters) table[action] = letters;
  }
  return tables;
}

// The routes behind sign-in (or behind a link) that are open to somebody of that role, in some relation to some file.
export function openTo(code) {
  const tables = expected(code);
  const byLink = code.endsWith("-by-link");
  const may = (table, action) => /[+?]/.test(tables[table]?.[action] ?? "");
  const letters = [...Object.values(tables.child), ...Object.values(tables.victim)].join("");
  return programRoutes.filter((row) => {
    if (row.audience !== (byLink ? "by-link" : "signed-in")) return false;
    if (row.asks === "own") return !row.pattern.startsWith("/files/") || letters.includes("?");
    if (row.asks === "reason") return letters.includes("?");
    const [whose, action] = row.asks.split(" ");
    return whose === "file" ? may("child", action) || may("victim", action) : may(whose, action);
  });
}
