// A built page as tests serve it, for benches that open it in a browser.
import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";

/** The top of the repository. */
export const root = resolve(import.meta.dirname, "../..");

export const { chromium } = createRequire(join(root, "tests/e2e/page.js"))("@playwright/test");

/** Serves a folder once the server answers: its address, and how to end it. */
export async function served(folder, port) {
  const server = spawn("node", [join(root, "tests/e2e/serve.js"), folder], {
    env: { ...process.env, PORT: String(port), BASE: "/" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  await new Promise((ready, failed) => {
    server.stdout.once("data", ready);
    server.once("exit", (code) => failed(new Error(`The server of ${folder} ended with ${code}.`)));
  });
  return { address: `http://localhost:${port}/`, close: () => server.kill() };
}
