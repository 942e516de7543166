// Wapiti and sqlmap, Debian's own, each pointed at one address (see door.mjs for who they come as).
// Both give the same: an array of findings, {scanner, kind, method, path, parameter, says}.
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

// What Wapiti reports and we leave as it is, each with why.
const accepted = [
  { kind: "HTTP Secure Headers", says: /X-XSS-Protection/, why: "browsers have dropped it, and it opened holes of its own" },
  { kind: "HTTP Secure Headers", says: /Strict-Transport-Security/, why: "sent behind TLS alone (serve --behind-tls)" },
  { kind: "Cross Site Request Forgery", says: /./, path: /^\/(check|rate)$/, why: "open to all, without a session, and nothing is kept" },
  { kind: "Resource consumption", says: /timed out/, path: /^\/(mine\/|sign-in)/, why: "the door waits as the server asks: guesses are slowed down" },
  { kind: "Backup file", says: /./, path: /^\/mine\//, why: "every address there answers alike, so that nobody learns which link exists" },
  { kind: "Secure Flag cookie", says: /./, why: "set behind TLS alone (serve --behind-tls)" },
];

function run(command, args, seconds, log) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ["ignore", "pipe", "pipe"] });
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
      if (code === 0 || stopped) resolve(said);
      else reject(new Error(`${command} ended with status ${code}:\n${said.slice(-2000)}`));
    });
  });
}

export async function wapiti({ address, folder, seconds }) {
  const own = mkdtempSync(join(folder, "wapiti-"));
  const report = join(own, "report.json");
  const args = ["-u", `${address}/`, "--scope", "folder", "-d", "4", "--max-links-per-page", "60", "--max-files-per-dir", "20",
    "-m", "backup,blindsql,cookieflags,crlf,csp,csrf,exec,file,http_headers,methods,permanentxss,redirect,sql,ssrf,xss,xxe",
    "--max-scan-time", `${seconds}`, "--max-attack-time", `${Math.ceil(seconds / 4)}`,
    "--store-session", join(own, "session"), "--store-config", join(own, "config"), "--no-bugreport",
    "-f", "json", "-o", report, "-v", "1"];
  await run("wapiti", args, Math.max(seconds * 20, 400), join(own, "log.txt"));
  if (!existsSync(report)) return [{ scanner: "wapiti", kind: "it wrote no report", method: "", path: "", parameter: "", says: `see ${own}/log.txt` }];
  const { vulnerabilities, anomalies } = JSON.parse(readFileSync(report, "utf8"));
  const found = [];
  for (const [kind, list] of [...Object.entries(vulnerabilities), ...Object.entries(anomalies)]) {
    for (const one of list) {
      if (accepted.some((known) => known.kind === kind && known.says.test(one.info) && (known.path?.test(one.path) ?? true))) continue;
      found.push({ scanner: "wapiti", kind, method: one.method, path: one.path, parameter: one.parameter, says: one.info });
    }
  }
  return found;
}

export async function sqlmap({ address, paths, folder, seconds, level = 2 }) {
  const own = mkdtempSync(join(folder, "sqlmap-"));
  const targets = join(own, "targets.txt");
  writeFileSync(targets, paths.map((path) => address + path).join("\n"));
  const args = ["-m", targets, "--batch", "--forms", "--level", `${level}`, "--risk", "1",
    "--technique", "BEUS", "--dbms", "SQLite", "--threads", "2", "--timeout", "10", "--retries", "1", "--disable-coloring",
    "--output-dir", own, "--results-file", join(own, "results.csv")];
  await run("sqlmap", args, seconds, join(own, "log.txt"));
  const results = readdirSync(own).filter((name) => name === "results.csv").map((name) => readFileSync(join(own, name), "utf8"));
  return results.flatMap((text) => text.trim().split("\n").slice(1)).filter(Boolean).map((row) => {
    const [path, place, parameter, technique] = row.split(",");
    return { scanner: "sqlmap", kind: "SQL injection", method: place, path, parameter, says: technique };
  });
}
