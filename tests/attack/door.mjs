// Stands between a scanner and the server: carries one visitor's cookie, keeps the scanner from doing what would end
// its own scan (closed.mjs), and notes which routes answered how often and how, and every answer that no input may
// provoke (500 and above).
import { createServer, request as ask } from "node:http";
import { whyClosed } from "./closed.mjs";
import { routeAt, routeName } from "./routes.mjs";

// What was really handled there: neither refused, nor told of nothing, nor sent away to sign in.
const isReached = (status, location) => (status >= 200 && status < 300) || status === 422 ||
  (status === 303 && !/^(https?:\/\/[^/]+)?\/(sign-in(?!\/kept)|mine\/closed)/.test(location ?? ""));

// Wapiti 3.0.4 sends each field of a multipart form as a file that is called like the field, which no browser does; then
// there is no token in it, and nothing of the form would be looked at. A field is made of it again.
const asBrowsersDo = (type, sent) => (/^multipart\//.test(type ?? "")
  ? Buffer.from(sent.toString("latin1").replace(/(name="([^"\r\n]*)"); filename="\2"/g, "$1"), "latin1") : sent);

// `token` is that of the visitor's forms: what is sent without it goes through, whatever it asks for.
export async function openDoor({ address, cookie, routes, own, token }) {
  const { host, hostname, port } = new URL(address);
  // routes: by name, {wapiti: {asked, reached}, sqlmap: the same, statuses: {200: 3}}
  const seen = { by: "wapiti", answers: 0, heldBack: 0, signedOut: 0, broken: [], routes: new Map() };

  function note(method, path, status, location) {
    seen.answers += 1;
    if (status >= 500) seen.broken.push(`${status} ${method} ${path}`);
    const row = routeAt(routes, method, path);
    if (!row) return;
    if (row.audience === "signed-in" && status === 303 && /\/sign-in(\?|$)/.test(location ?? "")) seen.signedOut += 1;
    if (!seen.routes.has(routeName(row)))
      seen.routes.set(routeName(row), { wapiti: { asked: 0, reached: 0 }, sqlmap: { asked: 0, reached: 0 }, statuses: {} });
    const one = seen.routes.get(routeName(row));
    one[seen.by].asked += 1;
    one.statuses[status] = (one.statuses[status] ?? 0) + 1;
    if (isReached(status, location)) one[seen.by].reached += 1;
  }

  const server = createServer(async (from, to) => {
    const body = [];
    try {
      for await (const bytes of from) body.push(bytes);
    } catch {
      return to.destroy();  // The scanner went away in the middle.
    }
    const sent = asBrowsersDo(from.headers["content-type"], Buffer.concat(body));
    const text = sent.toString("latin1");
    if (token && text.includes(token) && whyClosed(from.method, from.url.split("?")[0], text, own)) {
      seen.heldBack += 1;
      return to.writeHead(204).end();
    }
    const headers = { ...from.headers, host };
    delete headers["transfer-encoding"];
    for (const name of ["origin", "referer"])
      if (headers[name]) headers[name] = headers[name].replace(/^http:\/\/127\.0\.0\.1:\d+/, address);
    if (cookie) headers.cookie = cookie;
    if (sent.length > 0) headers["content-length"] = `${sent.length}`;
    const on = ask({ hostname, port, method: from.method, path: from.url, headers }, (answer) => {
      const back = { ...answer.headers };
      note(from.method, from.url, answer.statusCode, back.location);
      if (cookie) delete back["set-cookie"];
      if (back.location) back.location = back.location.replace(address, ownAddress);
      to.writeHead(answer.statusCode, back);
      answer.pipe(to);
    });
    on.on("error", (error) => {
      if (!to.destroyed) seen.broken.push(`${error.code} ${from.method} ${from.url}`);
      to.destroy();
    });
    on.end(sent);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const ownAddress = `http://127.0.0.1:${server.address().port}`;
  return { address: ownAddress, seen, stop: () => { server.closeAllConnections(); return new Promise((resolve) => server.close(resolve)); } };
}
