// Starts Debian's Chromium, as an unprivileged account when the tests run as root, with its sandbox on.
import { chromium } from "playwright-core";
import { mkdtempSync, chmodSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, dirname } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));

export async function startBrowser() {
  const profile = mkdtempSync(join(tmpdir(), "northlight-chromium-"));
  chmodSync(profile, 0o777);
  const browser = await chromium.launch({
    executablePath: join(here, "chromium_unprivileged"),
    chromiumSandbox: true,
    env: { ...process.env, NORTHLIGHT_PROFILE: profile },
    args: ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
           "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage"],
  });
  return {
    browser,
    async stop() {
      await browser.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}
