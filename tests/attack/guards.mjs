// The guards of a round of the scanners, without a round: that too little reached fails, that what the door holds back is
// what there is, and that what does not hold goes through. Usage: node tests/attack/guards.mjs
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { closed, isShut, whyClosed } from "./closed.mjs";
import { openTo, programRoutes, routeAt, routeName } from "./routes.mjs";
import { reach } from "./scan.mjs";

const id = "4y25rddnka1v341hjvck1jzz9k";
const at = (row) => row.pattern.replaceAll(/:[a-z]+/g, id);

for (const one of closed)
  assert.ok(programRoutes.some((row) => row.method === "POST" && one.path.test(at(row))), `the door holds back what is no route: ${one.path}`);
assert.deepEqual(programRoutes.filter(isShut).map(routeName).sort(),
  ["POST /account/sessions", "POST /mine/leave", "POST /samples/:sample/end", "POST /sign-out"]);

assert.equal(routeAt(programRoutes, "GET", "/children/new").pattern, "/children/new");
assert.equal(routeAt(programRoutes, "GET", `/children/${id}?x=1`).pattern, "/children/:file");
assert.equal(routeAt(programRoutes, "GET", "/children/"), undefined);

// What the tables open: of a child's files nothing to an administrator, of a victim's nothing to a practitioner.
const names = (code) => openTo(code).map(routeName);
assert.ok(names("practitioner").includes("GET /children/:file") && !names("practitioner").includes("GET /victims/:file"));
assert.ok(names("administrator").includes("GET /people/:person/leave") && !names("administrator").includes("GET /children/:file"));
assert.deepEqual(names("child-by-link"), ["GET /mine", "POST /mine/said", "POST /mine/leave", "POST /mine/sharing/:shared/stop"]);
const folder = new URL("../access/expected/", import.meta.url);
for (const code of readdirSync(folder).filter((name) => name.endsWith(".txt") && name !== "marks.txt").map((name) => name.slice(0, -4)))
  assert.ok(openTo(code).length >= 4, `nothing is open to ${code}`);

// A scanner that was sent to sign in everywhere, as ours once was, has reached nothing.
const open = openTo("practitioner");
const seenAs = (reached, signedOut = 0) => ({ signedOut,
  routes: new Map(open.map((row) => [routeName(row), { wapiti: { asked: 9, reached }, sqlmap: { asked: 9, reached: 0 }, statuses: {} }])) });
assert.equal(reach(open, { signedOut: 0, routes: new Map() }).faults.length, 1);
assert.match(reach(open, seenAs(0)).faults[0], /only 0 of \d+ routes behind sign-in were reached; never: GET \/children, /);
assert.deepEqual(reach(open, seenAs(1)).faults, []);
assert.equal(reach(open, seenAs(1, 3)).faults.length, 1);

const parent = { signedOut: 0, routes: new Map(["GET /mine", "POST /mine/said"].map((name) => [name, seenAs(1).routes.get("GET /children")])) };
assert.deepEqual(reach(openTo("parent-by-link"), parent, "parent-by-link").faults, []);
assert.equal(reach(openTo("child-by-link"), parent, "child-by-link").faults.length, 1);

assert.ok(whyClosed("POST", "/sign-out", "csrf_token=x"));
assert.equal(whyClosed("GET", "/account/sessions", ""), undefined);
assert.ok(whyClosed("POST", `/retention/${id}/confirmation`, `csrf_token=x&decision=${id}&answer=confirm`));
assert.equal(whyClosed("POST", `/retention/${id}/confirmation`, `csrf_token=x&decision=1'&answer=confirm`), undefined);
assert.ok(whyClosed("POST", `/people/${id}/leave`, "", id));
assert.equal(whyClosed("POST", `/people/${id}/leave`, "", "0".repeat(26)), undefined);
assert.ok(whyClosed("POST", `/victims/${id}/subject-access/${id}/end`, "csrf_token=x&closed_words=Hi+there%21&closed_how=withdrawn"));
assert.equal(whyClosed("POST", `/victims/${id}/subject-access/${id}/end`, "csrf_token=x&closed_words=%27+OR+1&closed_how=withdrawn"), undefined);
