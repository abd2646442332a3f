// How long thirty links that are pasted take to be a picture: node pool.mjs [FOLDER] [SHELL]. Takes the time from the press to
// the last dot of the first outcome and of the last, on a page that was opened for it. Ends with an error where it is above the goal.
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { chromium, root, served } from "./served.mjs";

const folder = process.argv[2] ?? join(root, "dist");
const shell = process.argv[3] ?? join(root, "target/release/kedja");
const port = 41_992;
const LINKS = 30;
const PAGES = 5;
/** The most that it may take [ms]. */
const MOST = 2_000;

const link = (n) => execFileSync(shell, ["link", "telecom", "--set", `invoice.strength=${(0.7 + n / 200).toFixed(3)}`], { encoding: "utf8" }).trim();
const server = await served(folder, port);
const browser = await chromium.launch({ executablePath: process.env.KEDJA_CHROMIUM, args: ["--no-sandbox", "--disable-gpu"] });
try {
  const { address } = server;
  const text = Array.from({ length: LINKS }, (_, n) => `[12:${n + 10}] ${address}${link(n)}`).join("\n");
  const times = [];
  for (let n = 0; n < PAGES; n += 1) {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.goto(`${address}#/share`);
    await page.locator(".pool-part textarea").fill(text);
    // What the page works out for itself is not counted.
    await page.waitForFunction(() => document.querySelector(".brief-parts")?.childElementCount >= 5, null, { timeout: 300_000 });
    await page.waitForTimeout(3_000);
    const took = await page.evaluate(async (dots) => {
      const from = performance.now();
      document.querySelector(".pool-part button.firm").click();
      const all = () => [...document.querySelectorAll(".pool-outcome .dots")].map((one) => one.childElementCount);
      while (all().length === 0 || Math.min(...all()) < dots) await new Promise(requestAnimationFrame);
      await new Promise(requestAnimationFrame);
      return performance.now() - from;
    }, LINKS);
    times.push(took);
    await page.close();
  }
  times.sort((one, other) => one - other);
  const [least, median, most] = [times[0], times[Math.floor(PAGES / 2)], times.at(-1)].map(Math.round);
  console.log(`${LINKS} links side by side: ${median} ms (${least} to ${most}), goal ${MOST}`);
  process.exitCode = median > MOST ? 1 : 0;
} finally {
  await browser.close();
  server.close();
}
