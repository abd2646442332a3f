// How long the page takes to start: node start.mjs [FOLDER…]. Opens each built page in turn, round after round, in a
// browser of its own with nothing cached, from a good host (host.mjs) over a line of 10 Mbit/s and 40 ms, with the page's
// own thread slowed four times (Chromium slows no workers), and prints the median of five. Of two pages, the first is
// the old one. The moments, from when the address is asked for:
//   first paint         the browser has painted something, be it the splash
//   the journey         names of links stand there to be read
//   first figures       the headline holds a figure, so a first report has come
//   all interactive     a strength that is set right then has been answered: the headline holds another figure
//   all counted         nothing more is being simulated
import { existsSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { compressed, compressibleType } from "../../tests/e2e/compress.js";
import { host } from "./host.mjs";
import { chromium, root } from "./served.mjs";

const folders = (process.argv.length > 2 ? process.argv.slice(2) : [join(root, "dist")]).map((folder) => resolve(folder));
const ROUNDS = Number(process.env.ROUNDS ?? 5);
const LINE = { width: 10e6, roundTrip: 40 };
const SLOWER = 4;

const moments = ["first paint", "the journey", "first figures", "all interactive", "all counted"];

/** Runs in the page before anything else: notes when what is waited for stands there. */
function watch() {
  const noted = (window.noted = {});
  const note = (moment) => {
    noted[moment] ??= performance.now();
  };
  new PerformanceObserver((list) => {
    for (const { name, startTime } of list.getEntries()) if (name === "first-contentful-paint") noted["first paint"] = startTime;
  }).observe({ type: "paint", buffered: true });

  const headline = () => document.querySelector("h1")?.textContent ?? "";
  let first;
  /** The slider of the strength of the link that is selected at first. */
  const set = () => {
    const slider = document.querySelector("#inspector input[type=range]");
    if (!slider) return false;
    slider.value = String((Number(slider.min) + Number(slider.max)) / 2 + Number(slider.max) / 4);
    slider.dispatchEvent(new Event("input", { bubbles: true }));
    slider.dispatchEvent(new Event("change", { bubbles: true }));
    return true;
  };
  const look = () => {
    if (!noted["the journey"] && document.querySelector("[role=option]")) note("the journey");
    if (first === undefined && /\d/.test(headline())) {
      note("first figures");
      if (set()) first = headline();
    } else if (first !== undefined && !noted["all interactive"] && /\d/.test(headline()) && headline() !== first) {
      note("all interactive");
    }
    if (noted["all interactive"] && document.querySelector(".progress.done")) {
      note("all counted");
      watcher.disconnect();
    }
  };
  const watcher = new MutationObserver(look);
  watcher.observe(document, { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ["class"] });
}

/** The moments of one start [ms]. */
async function start(at) {
  const browser = await chromium.launch({
    executablePath: process.env.KEDJA_CHROMIUM || "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", at.trust],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: "en-GB" });
    const session = await page.context().newCDPSession(page);
    await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
    await page.addInitScript(watch);
    await page.waitForTimeout(500);
    // A link whose change is seen at once: the one that a page opens on may need many customers before it tells.
    await page.goto(`${at.address}#/journey/invoice`, { waitUntil: "commit" });
    await page.waitForFunction(() => window.noted["all counted"], undefined, { timeout: 120_000, polling: 500 });
    return await page.evaluate(() => window.noted);
  } finally {
    await browser.close();
  }
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

for (const folder of folders) {
  if (!existsSync(join(folder, "index.html"))) throw new Error(`There is no built page in ${folder}. "make page" builds it.`);
  // Pressed before anything is timed.
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const files = entries.map((entry) => join(entry.parentPath, entry.name));
  await Promise.all(files.filter((file) => compressibleType(file)).map((file) => compressed(file, "br", "best")));
}

const hosts = await Promise.all(folders.map((folder) => host(folder, LINE)));
const starts = folders.map(() => []);
for (let round = 0; round < ROUNDS; round += 1) {
  for (const [i, at] of hosts.entries()) starts[i].push(await start(at));
}
for (const at of hosts) at.close();

const seconds = (ms) => (ms / 1_000).toFixed(2).padStart(7);
for (const [i, folder] of folders.entries()) console.log(`${folders.length > 1 ? `${i + 1}: ` : ""}${folder}`);
console.log(`median of ${ROUNDS}, and the range [s]; ${LINE.width / 1e6} Mbit/s, ${LINE.roundTrip} ms, the page's thread ${SLOWER} times slower`);
for (const moment of moments) {
  const columns = starts.map((all) => {
    const times = all.map((noted) => noted[moment]);
    return `${seconds(median(times))} (${seconds(Math.min(...times)).trim()}-${seconds(Math.max(...times)).trim()})`;
  });
  const middles = starts.map((all) => median(all.map((noted) => noted[moment])));
  const ratio = middles.length === 2 ? `   ${(middles[1] / middles[0]).toFixed(2)} of before` : "";
  console.log(`${moment.padEnd(18)}${columns.join("   ")}${ratio}`);
}
process.exit();
