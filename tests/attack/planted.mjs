// A small site with a hole of each kind that the scanners are here to find, before and behind sign-in, so that a round
// that finds nothing is known to have looked. Real SQLite behind it, by the sqlite3 program.
import { spawnSync } from "node:child_process";
import { createServer } from "node:http";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { route } from "./routes.mjs";

const session = "session=planted-session";
const token = "planted-token-0123456789abcdef";

export const plantedRoutes = [
  route("GET", "/", { audience: "everyone" }),
  route("GET", "/services", { audience: "everyone" }),
  route("GET", "/say", { audience: "everyone" }),
  route("GET", "/sign-in", { audience: "stranger" }),
  route("POST", "/sign-in", { audience: "stranger" }),
  route("GET", "/account"),
  route("GET", "/inside/services"),
  route("GET", "/inside/say"),
  route("POST", "/inside/say"),
];

async function bodyOf(request) {
  let body = "";
  for await (const bytes of request) body += bytes;
  return new URLSearchParams(body);
}

export async function startPlanted() {
  const database = join(mkdtempSync(join(tmpdir(), "northlight-planted-")), "planted.db");
  spawnSync("sqlite3", [database, "create table service (name text); insert into service values ('Fernmere'), ('Hollowbeck');"]);
  const services = (url) => {
    const asked = spawnSync("sqlite3", [database], { input: `select name from service where name = '${url.searchParams.get("name") ?? ""}';\n` });
    return `<h1>Services</h1><p>${asked.stdout}</p><p>${asked.stderr}</p>`;
  };
  const server = createServer(async (request, response) => {
    const url = new URL(request.url, "http://127.0.0.1");
    const form = await bodyOf(request);
    const show = (body, status = 200) => response.writeHead(status, { "Content-Type": "text/html; charset=utf-8" }).end(`<html><body>${body}</body></html>`);
    const lead = (to, more = {}) => response.writeHead(303, { Location: to, ...more }).end();
    const inside = (request.headers.cookie ?? "").includes(session);
    if (url.pathname === "/services") return show(services(url));
    if (url.pathname === "/say") return show(`<p>You said ${url.searchParams.get("words") ?? ""}</p>`);
    if (url.pathname === "/sign-in" && request.method === "POST")
      return form.get("password") === "let me in" ? lead("/account", { "Set-Cookie": `${session}; Path=/; HttpOnly` }) : lead("/sign-in");
    if (url.pathname === "/sign-in") return show('<form method="post" action="/sign-in"><input type="password" name="password"></form>');
    if (/^\/(account|inside)/.test(url.pathname)) {
      // As in the program: no page behind sign-in without the session, no form without its token.
      if (!inside) return lead("/sign-in");
      if (request.method === "POST" && form.get("csrf_token") !== token) return show("<p>Not from our page</p>", 403);
      if (url.pathname === "/inside/services") return show(services(url));
      if (request.method === "POST") return show(`<p>You said ${form.get("words") ?? ""}</p>`);
      if (url.pathname === "/inside/say")
        return show(`<form method="post" action="/inside/say"><input type="hidden" name="csrf_token" value="${token}"><input name="words"></form>`);
      return show('<a href="/inside/services?name=Fernmere">Services</a> <a href="/inside/say">Say</a>');
    }
    return show('<a href="/services?name=Fernmere">Services</a> <a href="/say?words=hello">Say</a> <a href="/sign-in">Sign in</a>');
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { address: `http://127.0.0.1:${server.address().port}`, stop: () => { server.closeAllConnections(); return new Promise((resolve) => server.close(resolve)); } };
}

export async function signInPlanted(page, address) {
  await page.goto(`${address}/sign-in`);
  await page.fill("[name=password]", "let me in");
  await Promise.all([page.waitForNavigation(), page.press("[name=password]", "Enter")]);
}
