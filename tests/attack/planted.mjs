// A small site with a hole of each kind that the scanners are here to find, so that a round that finds
// nothing is known to have looked. Real SQLite behind it, by the sqlite3 program.
import { spawnSync } from "node:child_process";
import { createServer } from "node:http";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export async function startPlanted() {
  const database = join(mkdtempSync(join(tmpdir(), "northlight-planted-")), "planted.db");
  spawnSync("sqlite3", [database, "create table service (name text); insert into service values ('Fernmere'), ('Hollowbeck');"]);
  const server = createServer((request, response) => {
    const url = new URL(request.url, "http://127.0.0.1");
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    if (url.pathname === "/services") {
      const asked = spawnSync("sqlite3", [database], { input: `select name from service where name = '${url.searchParams.get("name") ?? ""}';\n` });
      response.end(`<html><body><h1>Services</h1><p>${asked.stdout}</p><p>${asked.stderr}</p></body></html>`);
    } else if (url.pathname === "/say") {
      response.end(`<html><body><p>You said ${url.searchParams.get("words") ?? ""}</p></body></html>`);
    } else {
      response.end('<html><body><a href="/services?name=Fernmere">Services</a> <a href="/say?words=hello">Say</a></body></html>');
    }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { address: `http://127.0.0.1:${server.address().port}`, stop: () => new Promise((resolve) => server.close(resolve)) };
}
