// How smoothly the crowd moves: node frames.mjs [FOLDER]. Opens the built page with a journey in which nobody drops out,
// lets 2 000 customers come at once, and times the frames, first with nothing else to do and then while the page
// simulates. Chromium runs without a graphics card, as on the machines of the tests.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { chromium, root, served } from "./served.mjs";

const folder = process.argv[2] ?? join(root, "dist");
const port = 41_990;
const SECONDS = 10;

/** Telecom with every link before the purchase perfect and a price that nobody leaves for. */
function journey() {
  const telecom = JSON.parse(readFileSync(join(root, "public/journeys/telecom.json"), "utf8"));
  telecom.id = "frames";
  telecom.name = { en: "Frames", sv: "Bilder" };
  telecom.disturbance = 0;
  for (const link of [...telecom.touchpoints, ...telecom.handovers]) link.strength = { likely: 1, low: 1, high: 1 };
  const before = new Set(telecom.phases.filter((phase) => phase.stage === "before").map((phase) => phase.id));
  for (const { id } of telecom.touchpoints.filter((touchpoint) => before.has(touchpoint.phase))) {
    const ways = telecom.handovers.filter((handover) => handover.from === id);
    const sum = ways.reduce((sum, way) => sum + way.share, 0);
    for (const way of ways) way.share /= sum;
  }
  for (const persona of telecom.personas) persona.price_feel = 0.01;
  return JSON.stringify(telecom);
}

/** Times between frames [ms] for so many seconds. */
const frames = (page) =>
  page.evaluate(
    (seconds) =>
      new Promise((done) => {
        const times = [];
        const end = performance.now() + seconds * 1_000;
        let last;
        const next = (now) => {
          if (last !== undefined) times.push(now - last);
          last = now;
          if (now < end) requestAnimationFrame(next);
          else done(times);
        };
        requestAnimationFrame(next);
      }),
    SECONDS,
  );

function tell(what, times) {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (part) => sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))].toFixed(1).padStart(6);
  const rate = ((1_000 * times.length) / times.reduce((a, b) => a + b, 0)).toFixed(1).padStart(6);
  console.log(`${what.padEnd(28)} ${rate} frames/s   median ${at(0.5)}   95 % ${at(0.95)}   99 % ${at(0.99)} ms`);
}

const server = await served(folder, port);
const browser = await chromium.launch({
  executablePath: process.env.KEDJA_CHROMIUM || "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"],
});
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: "en-GB" });
  await page.goto(server.address);
  await page.locator(".progress.done").waitFor({ timeout: 60_000 });
  await page.locator("#journey-file").setInputFiles({ name: "frames.json", mimeType: "application/json", buffer: Buffer.from(journey()) });
  await page.getByRole("button", { name: /Frames/ }).waitFor();
  await page.locator(".progress:not(.done)").waitFor({ state: "detached" });
  await page.locator(".progress.done").waitFor({ timeout: 60_000 });
  await page.locator(".choice select").first().selectOption("once");
  // Everybody is in the loop from the second period on.
  await page.locator(".scrub input").evaluate((input) => {
    input.value = "3";
    input.dispatchEvent(new Event("input", { bubbles: true }));
  });
  const here = (await page.locator(".counts dd").allTextContents()).map((text) => Number(text.replace(/\D/g, "")));
  console.log(`${here[1] + here[3]} dots to be seen`);
  await page.locator(".choice select").nth(1).selectOption("0.5");
  await page.locator(".play").click();
  tell("nothing else to do", await frames(page));
  const seed = page.locator(".world input.typed").last();
  const busy = (async () => {
    for (let i = 2; i < 2 + SECONDS; i += 1) {
      await seed.fill(String(i));
      await seed.press("Enter");
      await page.waitForTimeout(1_000);
    }
  })();
  tell("while it simulates", await frames(page));
  await busy;
} finally {
  await browser.close();
  server.close();
}
