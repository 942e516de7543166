// Wapiti and sqlmap, Debian's own, each pointed at one address (see door.mjs for who they come as).
// Both give {found, unfinished}: findings as {scanner, kind, method, path, parameter, says}, and in words what they
// were stopped in.
import { spawn, spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

// What Wapiti reports and we leave as it is, each with why.
const accepted = [
  { kind: "HTTP Secure Headers", says: /X-XSS-Protection/, why: "browsers have dropped it, and it opened holes of its own" },
  { kind: "HTTP Secure Headers", says: /Strict-Transport-Security/, why: "sent behind TLS alone (serve --behind-tls)" },
  { kind: "Cross Site Request Forgery", says: /./, path: /^\/(check|rate)$/, why: "open to all, without a session, and nothing is kept" },
  { kind: "Backup file", says: /./, path: /^\/mine\//, why: "every address there answers alike, so that nobody learns which link exists" },
  { kind: "Secure Flag cookie", says: /./, why: "set behind TLS alone (serve --behind-tls)" },
];

// Wapiti follows where a page leads it: to anybody but the door, by a port where nobody listens. sqlmap asks its
// targets alone.
const nowhere = { http_proxy: "http://127.0.0.1:9", https_proxy: "http://127.0.0.1:9", no_proxy: "127.0.0.1" };

function run(command, args, seconds, log) {
  const env = command === "wapiti" ? { ...process.env, ...nowhere } : process.env;
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ["ignore", "pipe", "pipe"], env });
    let said = "";
    const hear = (bytes) => { said += bytes; };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    let stopped = false;  // By us: whatever it ends with then is no failure of its own.
    const limit = setTimeout(() => { stopped = true; child.kill("SIGTERM"); }, seconds * 1000);
    child.on("error", reject);
    child.on("exit", (code) => {
      clearTimeout(limit);
      writeFileSync(log, said);
      if (code === 0 || stopped) resolve({ said, stopped });
      else reject(new Error(`${command} ended with status ${code}:\n${said.slice(-2000)}`));
    });
  });
}

export function versions() {
  const said = (command) => (spawnSync(command, ["--version"], { encoding: "utf8" }).stdout ?? "").match(/\d+\.\d+(\.\d+)*/)?.[0] ?? "?";
  return `Wapiti ${said("wapiti")}, sqlmap ${said("sqlmap")}`;
}

// In full: what takes a few requests for each field, of forms with so many fields at most. For SECONDS each: what takes
// hundreds, and the longer forms, whose pages show each field again and are read whole for each thing tried in it.
const inFull = "cookieflags,crlf,csp,csrf,http_headers,methods,permanentxss,redirect,sql,ssrf,xss";
const forAWhile = "backup,blindsql,exec,file,xxe";
const ofLongForms = "csrf,sql,xss";
const fewFields = 12;

function keepLongForms(session) {
  for (const name of readdirSync(session).filter((one) => one.endsWith(".db")))
    spawnSync("sqlite3", [join(session, name), `delete from paths where path_id not in
      (select path_id from params group by path_id having count(*) > ${fewFields});`]);
}

// From what Wapiti writes down as it goes: its own report comes at the end, which may not come.
function findingsIn(session) {
  const names = readdirSync(session).filter((one) => one.endsWith(".db"));
  const all = names.flatMap((name) => JSON.parse(spawnSync("sqlite3", ["-json", join(session, name),
    `select category as kind, method, path, parameter, info as says from payloads join paths on path_id = evil_path
     where type in ('vulnerability', 'anomaly');`], { encoding: "utf8" }).stdout || "[]"));
  return all.map((one) => ({ scanner: "wapiti", ...one, path: new URL(one.path).pathname }))
    .filter((one) => !accepted.some((known) => known.kind === one.kind && known.says.test(one.says) && (known.path?.test(one.path) ?? true)));
}

export async function wapiti({ address, starts, endpoint, folder, seconds }) {
  const own = mkdtempSync(join(folder, "wapiti-"));
  const found = [];
  const unfinished = [];
  // One link further than the starts, so that their forms are read; the starts are what the visitor is offered.
  const go = async (name, session, modules, most, mustEnd, more) => {
    const { said, stopped } = await run("wapiti", ["-u", `${address}/`, "--scope", "folder", "-d", "1", "--max-links-per-page", "1",
      "-t", "30", "--endpoint", endpoint, "--store-session", join(own, session), "--store-config", join(own, "config"), "--no-bugreport",
      "-f", "json", "-o", join(own, `${name}.json`), "-v", "1", "-m", modules, ...more], most, join(own, `${name}.txt`));
    unfinished.push(...[...said.matchAll(/Max attack time was reached for module (\w+)/g)].map((one) => `Wapiti's ${one[1]}, ${name}`));
    if (stopped && mustEnd) found.push({ scanner: "wapiti", kind: "it did not come to an end", method: "", path: "", parameter: "", says: `${name}: see its log` });
    else if (stopped) unfinished.push(`Wapiti, ${name}`);
  };
  const bounded = ["--skip-crawl", "--max-attack-time", `${seconds}`];
  await go("crawl", "session", "", 1800, true, starts.flatMap((path) => ["-s", address + path]));
  cpSync(join(own, "session"), join(own, "session-long"), { recursive: true });
  keepLongForms(join(own, "session-long"));
  await go("in full", "session", inFull, 3600, true, ["--skip-crawl", "--max-parameters", `${fewFields}`]);
  await go("for a while", "session", forAWhile, seconds * 10 + 120, false, bounded);
  await go("of long forms", "session-long", ofLongForms, seconds * 10 + 120, false, bounded);
  found.push(...findingsIn(join(own, "session")), ...findingsIn(join(own, "session-long")));
  return { found: [...new Map(found.map((one) => [JSON.stringify(one), one])).values()], unfinished };
}

// As Burp writes down what passed it, which sqlmap reads.
function logOf(address, asked) {
  const { host, port } = new URL(address);
  const line = "======================================================";
  return asked.map(({ method, path, body }) => [
    line, `10:00:00 AM  ${address}  [127.0.0.1]`, line, `${method} ${path} HTTP/1.1`, `Host: ${host}`,
    ...(method === "POST" ? ["Content-Type: application/x-www-form-urlencoded", "", body] : ["", ""]), line, "", "", ""].join("\n")).join("\n");
}

export async function sqlmap({ address, asked, folder, seconds }) {
  const own = mkdtempSync(join(folder, "sqlmap-"));
  const targets = join(own, "targets.txt");
  writeFileSync(targets, logOf(address, asked));
  // The form's token is sent as it is: what is made of it, Wapiti tries. Of a date its day is enough.
  const args = ["-l", targets, "--batch", "--level", "1", "--risk", "1", "--param-exclude", "^csrf_token$|-month$|-year$", "--ignore-stdin",
    "--technique", "BEUS", "--dbms", "SQLite", "--threads", "2", "--timeout", "30", "--retries", "1", "--disable-coloring",
    "--output-dir", own, "--results-file", join(own, "results.csv")];
  const { said, stopped } = await run("sqlmap", args, seconds, join(own, "log.txt"));
  const looked = new Set([...said.matchAll(/^\[\d+\/\d+\] URL:/gm)]).size;
  const results = readdirSync(own).filter((name) => name === "results.csv").map((name) => readFileSync(join(own, name), "utf8"));
  const found = results.flatMap((text) => text.trim().split("\n").slice(1)).filter(Boolean).map((row) => {
    const [path, place, parameter, technique] = row.split(",");
    return { scanner: "sqlmap", kind: "SQL injection", method: place, path, parameter, says: technique };
  });
  return { found, unfinished: stopped ? [`sqlmap, after ${looked} of ${asked.length} requests`] : [] };
}
