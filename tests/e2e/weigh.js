// What the page weighs: node weigh.js [FOLDER]. A table of everything in the built page, raw and as a host sends it,
// and what a browser really asks for on a first visit, counted at the host until the page has counted everything. What comes
// after that, when the page is at rest and fills the device (docs/offline.md), is counted apart.
// Ends with an error above a ceiling of ceilings.json; a ceiling that is beaten is lowered.
import { createServer } from "node:http";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { chromium } from "@playwright/test";
import { compressed, compressibleType } from "./compress.js";
import { site } from "./site.js";

const folder = resolve(process.argv[2] ?? join(import.meta.dirname, "../../dist"));
const ceilings = JSON.parse(readFileSync(join(import.meta.dirname, "ceilings.json"), "utf8"));

if (!existsSync(join(folder, "_headers"))) {
  console.error(`There is no built page in ${folder}. "make page" builds it.`);
  process.exit(1);
}

/** The parts of the page: the first that a file belongs to counts it. */
const parts = [
  ["what reads files", (file) => basename(file).startsWith("reader")],
  ["page module", (file) => /^assets\/app-.*\.wasm$/.test(file)],
  ["fetched later", (file) => /^assets\/.*\.wasm$/.test(file) && !isWorker(file)],
  ["page script", (file) => /^assets\/.*\.js$/.test(file) && !isWorker(file)],
  ["worker module", (file) => /\.wasm$/.test(file)],
  ["worker script", (file) => /\.js$/.test(file)],
  ["styles", (file) => /\.css$/.test(file)],
  ["fonts", (file) => /\.woff2$/.test(file)],
  ["html", (file) => /\.html$/.test(file)],
  ["journeys", (file) => /^journeys\//.test(file)],
  ["icons", (file) => /^icons\//.test(file)],
  ["other", () => true],
];

/** Whether a file is the worker's: its name says so. */
function isWorker(file) {
  return basename(file).startsWith("worker");
}

const partOf = (file) => parts.find(([, has]) => has(file))[0];

/** A file's size as it is, as gzip and as brotli [bytes]. */
async function weigh(file) {
  const path = join(folder, file);
  const raw = statSync(path).size;
  if (!compressibleType(file)) return { raw, gzip: raw, br: raw };
  const [gzip, br] = await Promise.all(["gzip", "br"].map((coding) => compressed(path, coding, "best")));
  return { raw, gzip: gzip.length, br: br.length };
}

/** What a browser that has never been here asks for, [address, bytes sent]: until everything is counted, and afterwards. */
async function firstVisit() {
  const asked = [];
  const answer = site(folder, "/", "best");
  const server = createServer((request, response) => {
    const address = request.url.slice(1);
    response.on("finish", () => asked.push([address || "index.html", Number(response.getHeader("Content-Length") ?? 0)]));
    answer(request, response);
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  const browser = await chromium.launch({
    executablePath: process.env.KEDJA_CHROMIUM || "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"],
  });
  try {
    const page = await browser.newPage({ locale: "en-GB", viewport: { width: 1440, height: 900 } });
    await page.goto(`http://localhost:${server.address().port}/`);
    await page.locator(".progress.done").waitFor({ timeout: 120_000 });
    const visit = asked.length;
    await page.evaluate(async () => void (await navigator.serviceWorker.ready));
    return { visit: asked.slice(0, visit), afterwards: asked.slice(visit) };
  } finally {
    await browser.close();
    server.close();
  }
}

const files = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && !entry.name.startsWith("_"))
  .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1).replaceAll("\\", "/"))
  .filter((file) => !file.startsWith("."));

const weights = new Map(await Promise.all(files.map(async (file) => [file, await weigh(file)])));
const { visit: asked, afterwards } = await firstVisit();

const nothing = () => ({ raw: 0, gzip: 0, br: 0, files: 0, requests: 0, sent: 0 });
const sums = new Map(parts.map(([part]) => [part, nothing()]));
const all = nothing();
for (const [file, weight] of weights) {
  for (const sum of [sums.get(partOf(file)), all]) {
    for (const measure of ["raw", "gzip", "br"]) sum[measure] += weight[measure];
    sum.files += 1;
  }
}
for (const [address, bytes] of asked) {
  for (const sum of [sums.get(partOf(address)), all]) {
    sum.requests += 1;
    sum.sent += bytes;
  }
}

const kilo = (bytes) => (bytes / 1_000).toFixed(1).padStart(9);
const row = (name, sum) =>
  console.log(
    `${name.padEnd(14)}${String(sum.files).padStart(6)}${kilo(sum.raw)}${kilo(sum.gzip)}${kilo(sum.br)}` +
      `${String(sum.requests).padStart(10)}${kilo(sum.sent)}`,
  );
console.log(`${folder}, sizes in kB (1 000 bytes); gzip at level 9, brotli at 11`);
console.log(`${"".padEnd(14)} files      raw     gzip   brotli  first visit: requests, kB`);
for (const [part, sum] of sums) row(part, sum);
row("in all", all);
const fills = afterwards.reduce((sum, [, bytes]) => sum + bytes, 0);
console.log(`afterwards, to work with no network: ${afterwards.length} requests, ${kilo(fills).trim()} kB`);

const reached = {
  "page module": sums.get("page module").br,
  "worker module": sums.get("worker module").br,
  "first visit": all.sent,
  "first visit's requests": all.requests,
};
for (const [what, ceiling] of Object.entries(ceilings)) {
  const is = reached[what];
  if (is === undefined) throw new Error(`ceilings.json has a ceiling for "${what}", which nobody weighs.`);
  const above = is > ceiling;
  console.log(`${above ? "TOO MUCH" : "ok"}: ${what} ${is.toLocaleString("en")} of at most ${ceiling.toLocaleString("en")}`);
  if (above) process.exitCode = 1;
}
