// How long a library of many journeys takes to open: node library.mjs [FOLDER]. Fills the browser's store with copies of one
// journey that was put there by the page itself, goes to the library, and takes the time from the press to the first cards
// and the frames while it is scrolled. Ends with an error where it is above the goal.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fill } from "../../tests/e2e/filled.js";
import { chromium, root, served } from "./served.mjs";

const folder = process.argv[2] ?? join(root, "dist");
const port = 41_993;
const JOURNEYS = 500;
/** The most that opening may take [ms]. */
const MOST = 300;

const server = await served(folder, port);
const browser = await chromium.launch({ executablePath: process.env.KEDJA_CHROMIUM, args: ["--no-sandbox", "--disable-gpu"] });
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const { address } = server;
  await page.goto(address);
  await page.waitForSelector(".progress.done", { timeout: 300_000 });
  const buffer = readFileSync(join(root, "public/journeys/telecom.json"));
  await page.locator("#journey-file").setInputFiles({ name: "ours.json", mimeType: "application/json", buffer });
  await page.waitForFunction(() => localStorage.kedja?.includes("ours.json"));
  const place = page.locator("nav.places button").filter({ hasText: /Library|Bibliotek/ });
  await place.click();
  await page.waitForSelector(".library-own .library-card");
  const bytes = await page.evaluate(fill, JOURNEYS);
  const times = [];
  for (let n = 0; n < 5; n += 1) {
    // Begun in the place where the page's first figures are waited for; the library has not been looked at then.
    await page.goto(`${address}#/journey`);
    await page.reload();
    await page.waitForSelector(".progress.done", { state: "attached" });
    await page.waitForTimeout(2_000);
    const took = page.evaluate(async () => {
      const button = [...document.querySelectorAll("nav.places button")].find((b) => /Library|Bibliotek/.test(b.textContent));
      const from = performance.now();
      button.click();
      while (document.querySelectorAll(".library-own .library-card").length < 40) await new Promise(requestAnimationFrame);
      await new Promise(requestAnimationFrame);
      return performance.now() - from;
    });
    times.push(await took);
  }
  times.sort((a, b) => a - b);
  const scrolled = await page.evaluate(async () => {
    const frames = [];
    let before = performance.now();
    for (let n = 0; n < 120; n += 1) {
      window.scrollBy(0, 40);
      const now = await new Promise(requestAnimationFrame);
      frames.push(now - before);
      before = now;
    }
    return frames.sort((a, b) => a - b)[Math.floor(frames.length * 0.95)];
  });
  const [least, middle, most] = [times[0], times[2], times[4]].map(Math.round);
  console.log(`${JOURNEYS} journeys of ${Math.round(bytes / 1_000)} kB: open in ${middle} ms (${least}-${most}), 95 % of frames while scrolled ${scrolled.toFixed(1)} ms`);
  if (middle > MOST) process.exitCode = 1;
} finally {
  await browser.close();
  server.close();
}
