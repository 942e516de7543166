// Stands between a scanner and the server: carries one visitor's cookie, keeps the scanner from signing
// that visitor out, waits where the server asks for patience, and notes every answer that no input may
// provoke (500 and above).
import { createServer, request as ask } from "node:http";

const closed = ["/sign-out", "/account/sessions"];

export async function openDoor(address, cookie) {
  const { host, hostname, port } = new URL(address);
  const seen = { answers: 0, waited: 0, broken: [] };
  const server = createServer(async (from, to) => {
    if (closed.some((path) => from.url.startsWith(path))) return to.writeHead(204).end();
    const body = [];
    try {
      for await (const bytes of from) body.push(bytes);
    } catch {
      return to.destroy();  // The scanner went away in the middle.
    }
    const headers = { ...from.headers, host };
    delete headers["transfer-encoding"];
    for (const name of ["origin", "referer"])
      if (headers[name]) headers[name] = headers[name].replace(/^http:\/\/127\.0\.0\.1:\d+/, address);
    if (cookie) headers.cookie = cookie;
    const sent = Buffer.concat(body);
    if (sent.length > 0) headers["content-length"] = `${sent.length}`;

    const pass = (patience) => {
      const on = ask({ hostname, port, method: from.method, path: from.url, headers }, (answer) => {
        if (answer.statusCode === 429 && patience > 0) {
          seen.waited += 1;
          answer.resume();
          setTimeout(() => pass(patience - 1), 1000 * Math.min(30, Number(answer.headers["retry-after"] ?? 1)));
          return;
        }
        seen.answers += 1;
        if (answer.statusCode >= 500) seen.broken.push(`${answer.statusCode} ${from.method} ${from.url}`);
        const back = { ...answer.headers };
        if (cookie) delete back["set-cookie"];
        if (back.location) back.location = back.location.replace(address, own);
        to.writeHead(answer.statusCode, back);
        answer.pipe(to);
      });
      on.on("error", (error) => {
        if (!to.destroyed) seen.broken.push(`${error.code} ${from.method} ${from.url}`);
        to.destroy();
      });
      on.end(sent);
    };
    pass(20);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const own = `http://127.0.0.1:${server.address().port}`;
  return { address: own, seen, stop: () => { server.closeAllConnections(); return new Promise((resolve) => server.close(resolve)); } };
}
