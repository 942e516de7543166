// One visitor's scan: both scanners over what the visitor is offered, and what has to be true of it to count as one.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isShut } from "./closed.mjs";
import { openDoor } from "./door.mjs";
import { gather } from "./gather.mjs";
import { startListener } from "./listener.mjs";
import { routeAt, routeName } from "./routes.mjs";
import { sqlmap, wapiti } from "./scanners.mjs";

export const leastReached = 0.8;

// What no visitor can come to, or none of one role (`of`), each with why.
const absent = [
  { pattern: /^\/account\/providers\/:provider/, why: "the demonstration has no identity provider" },
  { pattern: /^\/mine\/sharing\//, of: ["parent-by-link"], why: "only the child takes back what they agreed to" },
  { pattern: /^\/victims\/:file/, of: ["inspector", "lead-inspector"], why: "the demonstration's sample holds no victim's file" },
];

export const nameOf = (visitor) => visitor.toLowerCase().replace(/[^a-z]+/g, "-");

// sqlmap tries each field of a request dozens of times: of the long forms one a route is enough; of addresses that
// hold names, each name is tried, marked with a star. One of each route comes first.
function boundedFor(asked, routes) {
  const times = new Map();
  return asked.flatMap(({ method, path, body = "" }) => {
    const row = routeAt(routes, method, path);
    const time = times.get(routeName(row)) ?? 0;
    times.set(routeName(row), time + 1);
    const fields = (body + (path.split("?")[1] ?? "")).split("&").length;
    if (fields > 12 && time > 0) return [];
    const all = path.includes("?") || (method === "POST" && body.includes("&")) ? [{ method, path, body, time }] : [];
    if (method === "GET" && row.pattern.includes("/:") && time === 0)
      all.push({ method, time, path: path.split("?")[0].split("/").map((part, i) => (row.parts[i]?.startsWith(":") ? `${part}*` : part)).join("/") });
    return all;
  }).sort((a, b) => a.time - b.time);
}

// What the tables of access open to the visitor, and of that what was never really answered; and why that is too little,
// if it is.
export function reach(open, seen, code) {
  const owed = open.filter((row) => !isShut(row) && !absent.some((one) => (one.of?.includes(code) ?? true) && one.pattern.test(row.pattern)));
  const reached = ({ wapiti: one, sqlmap: other }) => one.reached + other.reached;
  const missed = owed.filter((row) => !seen.routes.has(routeName(row)) || reached(seen.routes.get(routeName(row))) === 0);
  const faults = missed.length > owed.length * (1 - leastReached)
    ? [`only ${owed.length - missed.length} of ${owed.length} routes behind sign-in were reached; never: ${missed.map(routeName).join(", ")}`] : [];
  if (seen.signedOut > 0) faults.push(`${seen.signedOut} answers sent the visitor to sign in`);
  return { owed: owed.length, missed: missed.map(routeName), faults };
}

const words = (found) => `${found.scanner}: ${found.kind}: ${found.method} ${found.path} ${found.parameter}: ${found.says}`;

// {visitor, code, address, first, routes, open, who, page, folder, seconds, stillIn}: `code` of the role, if one;
// `stillIn` is a page that opens for the visitor alone.
export async function scan(of) {
  const folder = join(of.folder, nameOf(of.visitor));
  mkdirSync(folder, { recursive: true });
  const { starts, asked, own, token } = await gather(of.page, of);
  // A stranger too has a cookie by now, to which the tokens of the forms on the way in belong.
  const cookie = (await of.page.context().cookies()).map((one) => `${one.name}=${one.value}`).join("; ");
  const door = await openDoor({ address: of.address, cookie, routes: of.routes, own, token });
  const listener = await startListener();
  try {
    const began = Date.now();
    const one = await wapiti({ address: door.address, starts, endpoint: listener.address, folder, seconds: of.seconds });
    door.seen.by = "sqlmap";
    const chosen = boundedFor(asked, of.routes);
    const other = chosen.length > 0 ? await sqlmap({ address: door.address, asked: chosen, folder, seconds: of.seconds * 8 }) : { found: [], unfinished: [] };
    const found = [...one.found, ...other.found];
    const { owed, missed, faults: unreached } = reach(of.open, door.seen, of.code);
    const faults = [...unreached, ...found.map(words), ...door.seen.broken.map((each) => `the server broke: ${each}`),
      ...listener.led.map((each) => `the server was led to ask another host: ${each}`)];
    if (door.seen.answers < 50) faults.push(`only ${door.seen.answers} requests were answered: the scanners saw almost nothing`);
    if (of.stillIn) {
      const last = await of.page.context().request.get(of.address + of.stillIn, { maxRedirects: 0 });
      if (last.status() !== 200) faults.push(`the visitor is no longer signed in at the end: ${of.stillIn} answers ${last.status()}`);
    }
    const result = { visitor: of.visitor, minutes: Math.round((Date.now() - began) / 60000), starts: starts.length, requests: chosen.length,
      answers: door.seen.answers, heldBack: door.seen.heldBack, signedOut: door.seen.signedOut, owed, missed, found, broken: door.seen.broken,
      unfinished: [...one.unfinished, ...other.unfinished], routes: Object.fromEntries(door.seen.routes) };
    writeFileSync(join(folder, "findings.json"), JSON.stringify(result, null, 1));
    return { ...result, faults };
  } finally {
    await door.stop();
    await listener.stop();
  }
}
