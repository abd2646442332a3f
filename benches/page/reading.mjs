// How quick a log of a million events is read in Build, and whether the page goes on meanwhile: node reading.mjs [FOLDER…].
// One log is a table, another XES of 200 MB packed with gzip. Takes the time from the file to what was found in it, the longest
// stretch between two frames meanwhile, how long another purchase takes to be counted, and how long Stop takes. Chromium runs
// without a graphics card. Ends with an error above a goal.
import { createWriteStream, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { once } from "node:events";
import { createGzip } from "node:zlib";
import { chromium, root, served } from "./served.mjs";

const folders = process.argv.length > 2 ? process.argv.slice(2) : [join(root, "dist")];
const port = 41_995;
const CASES = 250_000;
const STEPS = ["Visit", "Offer", "Order", "Invoice"];
/** The most that reading may take [ms], that a frame may be late while it does [ms], and that Stop may take [ms]. */
const [READ, LATE, STOP] = [10_000, 100, 200];

const work = mkdtempSync(join(tmpdir(), "kedja-reading-"));
const day = (n) => `2025-0${1 + (n % 9)}-1${n % 10}`;

/** A table of a million events. */
async function table(to) {
  const file = createWriteStream(to);
  file.write("customer;time;step\n");
  for (let n = 0; n < CASES; n += 1) {
    const rows = STEPS.map((step, at) => `${n};${day(n)} 1${at}:00:00;${step}\n`).join("");
    if (!file.write(rows)) await once(file, "drain");
  }
  file.end();
  await once(file, "finish");
}

/** The same events as XES with what such files have beside them: some 200 MB, packed. */
async function xes(to) {
  const file = createGzip({ level: 1 });
  const end = once(file.pipe(createWriteStream(to)), "finish");
  let bytes = 0;
  const write = async (text) => {
    bytes += text.length;
    if (!file.write(text)) await once(file, "drain");
  };
  await write('<?xml version="1.0" encoding="UTF-8"?>\n<log xes.version="1.0">\n');
  for (let n = 0; n < CASES; n += 1) {
    const event = (step, at) =>
      `<event><string key="concept:name" value="${step}"/><date key="time:timestamp" value="${day(n)}T1${at}:00:00.000+00:00"/><string key="org:resource" value="R${at}"/></event>\n`;
    await write(`<trace><string key="concept:name" value="${n}"/>\n${STEPS.map(event).join("")}</trace>\n`);
  }
  await write("</log>\n");
  file.end();
  await end;
  return bytes;
}

const [asTable, asXes] = [join(work, "million.csv"), join(work, "million.xes.gz")];
await table(asTable);
const bytes = await xes(asXes);
let good = true;
for (const folder of folders) {
  const server = await served(folder, port);
  const browser = await chromium.launch({ executablePath: process.env.KEDJA_CHROMIUM, args: ["--no-sandbox", "--disable-gpu"] });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: "en-GB" });
    const opened = async () => {
      await page.goto(`${server.address}#/build`);
      await page.reload();
      await page.locator(".build-data > summary").click();
      await page.locator("#data-kind").selectOption("log");
      // What is simulated meanwhile is the page's own work.
      await page.waitForTimeout(5_000);
    };
    const watched = () =>
      page.evaluate(() => {
        window.frames_ = [performance.now()];
        window.watching = true;
        const next = (now) => {
          window.frames_.push(now);
          if (window.watching) requestAnimationFrame(next);
        };
        requestAnimationFrame(next);
      });
    const gaps = () =>
      page.evaluate(() => {
        window.watching = false;
        const all = window.frames_.slice(1).map((at, n) => at - window.frames_[n]).sort((a, b) => a - b);
        return { late: all.at(-1), median: all[Math.floor(all.length / 2)], most: all[Math.floor(all.length * 0.95)], frames: all.length };
      });
    console.log(folder);
    for (const [name, file] of [["a table of a million events", asTable], [`XES of ${Math.round(bytes / 1e6)} MB, packed`, asXes]]) {
      await opened();
      await page.evaluate(() => {
        window.begun = undefined;
        addEventListener("change", () => (window.begun ??= performance.now()), { capture: true, once: true });
      });
      await watched();
      await page.locator("#data-file").setInputFiles(file);
      await page.waitForFunction(() => document.querySelectorAll(".data-steps tbody tr").length === 4, undefined, { timeout: 120_000 });
      const took = await page.evaluate(() => performance.now() - window.begun);
      const { late, median, most, frames } = await gaps();
      const again = await page.evaluate(async () => {
        const select = document.querySelector("#data-purchase");
        const counted = new Promise((done) => {
          const watch = new MutationObserver(() => (watch.disconnect(), done()));
          watch.observe(document.querySelector(".data-steps"), { subtree: true, childList: true, characterData: true });
        });
        const from = performance.now();
        select.value = select.value === "Offer" ? "Order" : "Offer";
        select.dispatchEvent(new Event("change", { bubbles: true }));
        await counted;
        return performance.now() - from;
      });
      console.log(`  ${name}: read in ${(took / 1_000).toFixed(1)} s; ${frames} frames meanwhile, median ${median.toFixed(1)} ms, 95 % ${most.toFixed(1)} ms, the longest ${late.toFixed(0)} ms; another purchase counted in ${again.toFixed(0)} ms`);
      if (took > READ || late > LATE) good = false;
    }
    await opened();
    await page.locator("#data-file").setInputFiles(asXes);
    const stop = page.locator(".data-part, .build-data").getByRole("button", { name: "Stop" }).first();
    await stop.waitFor();
    const stopped = await stop.evaluate(async (button) => {
      const from = performance.now();
      button.click();
      while (button.isConnected) await new Promise(requestAnimationFrame);
      return performance.now() - from;
    });
    console.log(`  stopped in ${stopped.toFixed(0)} ms`);
    if (stopped > STOP) good = false;
  } finally {
    await browser.close();
    server.close();
  }
}
rmSync(work, { recursive: true, force: true });
process.exitCode = good ? 0 : 1;
