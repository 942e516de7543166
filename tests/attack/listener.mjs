// Listens where a page with a hole would be led to fetch something (Wapiti's endpoint, which otherwise is a host of
// strangers). Wapiti itself asks it what came; whatever else asks was led here.
import { createServer } from "node:http";

export async function startListener() {
  const led = [];
  const server = createServer((request, response) => {
    const ofWapiti = request.url === "/" || /^\/get_(ssrf|xxe)\.php/.test(request.url);
    if (!ofWapiti) led.push(`${request.method} ${request.url}`);
    response.writeHead(200, { "Content-Type": "application/json" }).end("{}");
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { address: `http://127.0.0.1:${server.address().port}/`, led,
    stop: () => { server.closeAllConnections(); return new Promise((resolve) => server.close(resolve)); } };
}
