// Starts the real program with its demo library on a free port and waits until it says where it is.
import { spawn } from "node:child_process";

export async function startServer(program) {
  const child = spawn(program, ["demo", "--port", "0"], { stdio: ["ignore", "ignore", "pipe"] });
  let said = "";
  const address = await new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("exit", (code) => reject(new Error(`the server ended with status ${code}:\n${said}`)));
    child.stderr.on("data", (bytes) => {
      said += bytes;
      const found = said.match(/http:\/\/127\.0\.0\.1:\d+/);
      if (found) resolve(found[0]);
    });
  });
  child.removeAllListeners("exit");
  return {
    address,
    said: () => said,
    async stop() {
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGTERM");
      return ended;
    },
  };
}
