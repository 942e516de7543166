// A service of its own in a temporary folder: two practitioners of one team and a child with whom both work, served by
// the real program on a port that stays the same, so that it can be killed and come back.
import { execFileSync, spawn } from "node:child_process";
import { createHmac } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

const places = { organisation: "Hollowbeck Youth Justice Service", team: "North team" };

const freePort = () => new Promise((resolve) => {
  const server = createServer().listen(0, "127.0.0.1", () => {
    const { port } = server.address();
    server.close(() => resolve(port));
  });
});

// RFC 6238, as an authenticator app does it.
export function codeOf(key, now = Date.now()) {
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  const bits = [...key.replace(/\s/g, "").toUpperCase()].map((letter) => letters.indexOf(letter).toString(2).padStart(5, "0")).join("");
  const seed = Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)));
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(now / 30000)));
  const digest = createHmac("sha1", seed).update(step).digest();
  const at = digest[19] & 15;
  return String((digest.readUInt32BE(at) & 0x7fffffff) % 1000000).padStart(6, "0");
}

export async function served(program) {
  const folder = mkdtempSync(join(tmpdir(), "northlight-served-"));
  const file = join(folder, "a.db");
  const database = `sqlite:${file}`;
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const run = (...words) => execFileSync(program, words, { stdio: ["ignore", "pipe", "ignore"], encoding: "utf8" });
  const sql = (text) => execFileSync("sqlite3", ["-cmd", ".timeout 5000", file, text], { encoding: "utf8" }).trim();
  run("migrate", "--database", database);
  run("keys", "make", `${file}.keys`);
  const people = ["Alder Brooksby", "Bramble Fennick"].map((name) => {
    const person = { name, signInName: `${name.split(" ")[0].toLowerCase()}@hollowbeck.example`, password: `${name} at the weir` };
    run("person", "add", "--database", database, "--name", name, "--sign-in-name", person.signInName,
        "--role", "practitioner", "--organisation", places.organisation, "--team", places.team, "--kind", "service");
    person.link = run("person", "link", "--database", database, "--sign-in-name", person.signInName, "--base-url", address).trim();
    return person;
  });
  const child = "0".repeat(25) + "1";
  const from = "2026-01-05T09:00:00.000Z";
  sql(`insert into file select '${child}', id, 'child', '${from}', 0, 0, null from organisation;
       insert into child select '${child}', id, 'Dunlin', 'Wren', null, '2010-05-17', 'dunlin, wren' from organisation;
       insert into sight select '${child}', 'team', id, organisation_id, '${child}', 'team-case', '${from}', null, 'allocation', 'test' from team;`);

  let server;
  const start = async () => {
    server = spawn(program, ["serve", "--database", database, "--listen", `127.0.0.1:${port}`, "--base-url", address],
                   { stdio: ["ignore", "ignore", "pipe"] });
    await new Promise((resolve, reject) => {
      server.on("error", reject);
      server.on("exit", (code) => reject(new Error(`the server ended with status ${code}`)));
      server.stderr.on("data", (bytes) => String(bytes).includes(String(port)) && resolve());
    });
    server.removeAllListeners("exit");
    server.stderr.resume();
  };
  const end = (signal) => new Promise((resolve) => {
    server.once("exit", resolve);
    server.kill(signal);
  });
  await start();
  return {
    address, people, child, sql, start,
    kill: () => end("SIGKILL"),
    // Every session of theirs is as it would be after so long without a request, with so much left.
    left: (seconds) => sql(`update sign_in_session set ends_at = '${new Date(Date.now() + seconds * 1000).toISOString()}' where ended_at is null`),
    // In that person's sessions nothing has been asked for since so much longer. The end stays; naming it tells the server of the change.
    idle: (person, minutes) => sql(`update sign_in_session set seen_at = strftime('%Y-%m-%dT%H:%M:%fZ', seen_at, '-${minutes} minutes'), ends_at = ends_at
                            where ended_at is null and person_id = (select id from person where name = '${person.name}')`),
    stop: async () => {
      await end("SIGTERM");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const submit = (page) => Promise.all([page.waitForNavigation(), page.locator("main form button[type=submit]:not(.govuk-password-input__toggle)").last().click()]);

// By the link that the command line printed: a password, then the second factor.
export async function setUp(page, person) {
  await page.goto(person.link);
  await page.fill("#password", person.password);
  await submit(page);
  person.key = await page.locator(".nl-key code").innerText();
  person.used = codeOf(person.key);
  await page.fill("#code", person.used);
  await submit(page);
}

// A code works once: the next half minute is waited for where this one's was used.
export async function comeIn(page, address, person) {
  while (codeOf(person.key) === person.used) await page.waitForTimeout(500);
  await page.goto(`${address}/sign-in`);
  await page.fill("#name", person.signInName);
  await page.fill("#password", person.password);
  await submit(page);
  person.used = codeOf(person.key);
  await page.fill("#code", person.used);
  await submit(page);
}
