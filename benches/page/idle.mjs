// What the page costs a machine while nobody touches it: node idle.mjs [FOLDER…]. Opens the built page as it comes
// first and takes, for each of three states, the processor time of all of Chromium's processes (/proc, so Linux only),
// the frames that the page asks for and the pictures of the crowd that it paints: the crowd stands still, the tab is
// hidden, the crowd plays. Chromium runs without a graphics card, so the processor paints everything. More than one
// folder: all are measured in turn in the same run. Ends with an error where a page is above the goals.
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { chromium, root, served } from "./served.mjs";

const folders = process.argv.length > 2 ? process.argv.slice(2) : [join(root, "dist")];
const port = 41_991;
const SECONDS = 10;
/** Ticks of a second in /proc: fixed on Linux for programs, whatever the kernel's own clock. */
const TICKS = 100;
/** The most of one core that the page may take while its crowd plays [0..1]. */
const MOST = 0.4;

/** Processor time that a process and all that it started have taken [s]. */
function taken(pid) {
  const parents = new Map();
  const times = new Map();
  for (const entry of readdirSync("/proc")) {
    if (!/^\d+$/.test(entry)) continue;
    try {
      const stat = readFileSync(`/proc/${entry}/stat`, "utf8");
      // The name stands in brackets, and may hold spaces.
      const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
      parents.set(Number(entry), Number(fields[1]));
      times.set(Number(entry), (Number(fields[11]) + Number(fields[12])) / TICKS);
    } catch {
      // It has ended meanwhile.
    }
  }
  const belongs = (process) => process === pid || (parents.has(process) && belongs(parents.get(process)));
  return [...times].filter(([process]) => belongs(process)).reduce((sum, [, time]) => sum + time, 0);
}

/** Runs in the page before anything else: counts the frames that it asks for and the times that a canvas is cleared. */
function count() {
  window.counted = { asked: 0, painted: 0 };
  const ask = window.requestAnimationFrame.bind(window);
  window.requestAnimationFrame = (callback) => {
    window.counted.asked += 1;
    return ask(callback);
  };
  const { clearRect } = CanvasRenderingContext2D.prototype;
  CanvasRenderingContext2D.prototype.clearRect = function (...area) {
    window.counted.painted += 1;
    return clearRect.apply(this, area);
  };
}

/** Runs in the page: it takes its tab for hidden, or for seen again. */
function hide(hidden) {
  Object.defineProperty(document, "hidden", { configurable: true, get: () => hidden });
  Object.defineProperty(document, "visibilityState", { configurable: true, get: () => (hidden ? "hidden" : "visible") });
  document.dispatchEvent(new Event("visibilitychange", { bubbles: true }));
}

/** What is taken, asked for and painted in a while. */
async function cost(page, pid) {
  await page.waitForTimeout(1_000);
  const [before, from, since] = [await page.evaluate(() => ({ ...window.counted })), taken(pid), performance.now()];
  await page.waitForTimeout(SECONDS * 1_000);
  const [after, to, seconds] = [await page.evaluate(() => ({ ...window.counted })), taken(pid), (performance.now() - since) / 1_000];
  return {
    share: (to - from) / seconds,
    asked: (after.asked - before.asked) / seconds,
    painted: (after.painted - before.painted) / seconds,
  };
}

/** The three states of one built page. */
async function measure(folder) {
  const host = await served(folder, port);
  const server = await chromium.launchServer({
    executablePath: process.env.KEDJA_CHROMIUM || "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"],
  });
  try {
    const browser = await chromium.connect(server.wsEndpoint());
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: "en-GB" });
    await page.addInitScript(count);
    await page.goto(host.address);
    await page.locator(".progress.done").waitFor({ timeout: 120_000 });
    const pid = server.process().pid;
    const plays = await cost(page, pid);
    await page.evaluate(hide, true);
    const hidden = await cost(page, pid);
    await page.evaluate(hide, false);
    await page.locator(".play").click();
    const still = await cost(page, pid);
    return { still, hidden, plays };
  } finally {
    await server.close();
    host.close();
  }
}

const states = { still: "the crowd stands still", hidden: "the tab is hidden", plays: "the crowd plays" };
let good = true;
for (const folder of folders) {
  console.log(folder);
  const costs = await measure(resolve(folder));
  for (const [state, words] of Object.entries(states)) {
    const { share, asked, painted } = costs[state];
    const figures = [(100 * share).toFixed(1), asked.toFixed(1), painted.toFixed(1)].map((text) => text.padStart(6));
    console.log(`  ${words.padEnd(24)} ${figures[0]} % of a core   ${figures[1]} frames asked for a second   ${figures[2]} pictures a second`);
  }
  const { still, hidden, plays } = costs;
  if (plays.share > MOST || [still, hidden].some(({ asked, painted }) => asked + painted > 0)) {
    good = false;
    console.log(`  The goal: no frame while it stands still or is hidden, and at most ${100 * MOST} % of a core while it plays.`);
  }
}
process.exitCode = good ? 0 : 1;
