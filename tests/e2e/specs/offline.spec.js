// Without a network, and from release to release: after one visit everything is on the device, a page is wholly of one
// version, and takes another when its reader says so.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { offline } from "../../../build/offline.mjs";
import { expect, FEW, test } from "../fixtures.js";
import { Journey, locales } from "../page.js";
import { folder } from "../playwright.config.js";
import { host, release } from "../release.js";

test.use({ serviceWorkers: "allow", found: { customers: FEW } });

const words = locales.en;

/** Waits until the page is kept on the device as a whole. */
const kept = (page) => page.evaluate(async () => (await navigator.serviceWorker.ready).active.state);

/** What the page itself gets for the first lesson of the list. */
const lesson = (page) => page.evaluate(async () => (await (await fetch("lessons/lessons.json")).json()).lessons[0].title.en);

test.describe("with the network off after one visit", () => {
  // The browser says what it could not fetch.
  test.use({ expectedTrouble: [] });
  test("every place, journey and lesson is there", async ({ page, context, baseURL }) => {
    const journey = await new Journey(page).open("./");
    await kept(page);
    await context.setOffline(true);
    await page.reload();
    await expect(journey.headline).toContainText(/\d/);
    expect(await page.evaluate(() => document.fonts.check("16px Inter"))).toBe(true);
    for (const place of ["prioritise", "build", "learn", "library", "share", "journey"]) {
      await page.locator("nav.places").getByRole("button", { name: words.places[place], exact: true }).click();
      await expect(page.locator("main:not([hidden]) :is(h1, h2)").first()).toBeVisible();
      await expect(page.locator("main:not([hidden]) > .fetching")).toHaveCount(0);
    }
    const files = await page.evaluate(async () => {
      const { lessons } = await (await fetch("lessons/lessons.json")).json();
      const all = [...lessons.map(({ id }) => `lessons/${id}.json`), ...lessons.map((one) => `journeys/${one.journey}.json`)];
      const got = await Promise.all(all.map(async (file) => [file, (await (await fetch(file)).json()).id]));
      return got.filter(([file, id]) => !file.endsWith(`/${id}.json`));
    });
    expect(files).toEqual([]);
    // Opened anew, in a tab of its own, at a lesson.
    const other = await context.newPage();
    await other.goto(`${baseURL}#/learn/weakest-link`);
    await expect(other.locator(".number-guess, .bet-on, .options").first()).toBeVisible();
    await other.close();
    await context.setOffline(false);
  });
});

test.describe("when there is a new release", () => {
  test.use({ expectedTrouble: [] });
  test("an open page stays on its own until the reader says, keeps the work, and is then wholly the new one", async ({ context }) => {
    const [first, second] = [release(folder, "One"), release(folder, "Two")];
    const server = await host(first);
    const open = async () => {
      const page = await context.newPage();
      const journey = new Journey(page);
      await journey.open(`${server.address}#/journey/invoice`);
      return { page, journey };
    };
    const { page, journey } = await open();
    await kept(page);
    const another = await open();
    await journey.type(77);
    expect(await lesson(page)).toMatch(/^One /);
    // A host in the middle of it: new start page, nothing else there, and the start page in answer to everything.
    const half = release(folder, "Half");
    rmSync(join(half, "assets"), { recursive: true });
    mkdirSync(join(half, "assets"));
    Object.assign(server.state, { folder: half, strays: true });
    const update = (page) => page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).update().then(() => "asked", () => "asked"));
    await update(page);
    await expect.poll(() => page.evaluate(async () => Boolean((await navigator.serviceWorker.getRegistration()).installing))).toBe(false);
    await page.reload();
    await expect(journey.headline).toContainText(/\d/);
    await expect(page.locator("html")).toHaveAttribute("data-release", "One");
    await expect(page.getByText(words.notice.new_version)).toHaveCount(0);
    // Then it is whole.
    Object.assign(server.state, { folder: second, strays: false });
    await page.waitForFunction(async () => Boolean((await navigator.serviceWorker.getRegistration()).active));
    await expect.poll(async () => {
      await update(page);
      return page.getByText(words.notice.new_version).count();
    }, { timeout: 60_000 }).toBe(1);
    expect(await lesson(page)).toMatch(/^One /);
    await page.getByRole("button", { name: words.notice.take_version }).click();
    await expect(page.locator("html")).toHaveAttribute("data-release", "Two");
    await expect(journey.headline).toContainText(/\d/);
    await expect(journey.typed).toHaveValue(/77/);
    expect(await lesson(page)).toMatch(/^Two /);
    // Nobody has said so in the other: it is as it was, and simulates.
    expect(await lesson(another.page)).toMatch(/^One /);
    await expect(another.page.locator("html")).toHaveAttribute("data-release", "One");
    await another.page.close();
    await page.reload();
    await expect(journey.headline).toContainText(/\d/);
    await expect.poll(() => page.evaluate(async () => (await caches.keys()).filter((name) => name.startsWith("kedja ")).length)).toBe(1);
    server.close();
  });

  test("in a hundred random moments no page is of two versions", async ({ context }) => {
    test.slow();
    // A page as small as can be, in the same worker: what matters is which file comes from where.
    const make = (n) => {
      const to = mkdtempSync(join(tmpdir(), "kedja-small-"));
      cpSync(join(folder, "_headers"), join(to, "_headers"));
      mkdirSync(join(to, "assets"));
      const names = ["a", "b"].map((part) => `assets/${part}-${String(n).padStart(16, "0")}.js`);
      writeFileSync(join(to, names[0]), `export const a = ${n};`);
      writeFileSync(join(to, names[1]), `import { a } from "./${names[0].slice(7)}"; trustedTypes.createPolicy("default", { createScriptURL: (address) => address }); window.loaded = [a, ${n}]; navigator.serviceWorker.register("sw.js");`);
      writeFileSync(join(to, "text.json"), String(n));
      writeFileSync(join(to, "later.json"), String(n));
      writeFileSync(join(to, "index.html"), `<!doctype html><html data-release="${n}"><title>${n}</title><link rel="icon" href="data:,"><script type="module" src="./${names[1]}"></script></html>`);
      offline(to);
      return to;
    };
    const server = await host(make(0));
    const page = await context.newPage();
    await page.goto(server.address);
    await kept(page);
    await page.reload();
    let seed = 20_261_129;
    const random = (below) => {
      seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
      return Math.floor((seed / 2 ** 32) * below);
    };
    const versions = new Set();
    for (let moment = 1; moment <= 100; moment += 1) {
      const act = random(5);
      if (act === 0) server.state.folder = make(moment);
      if (act === 1) server.state.strays = !server.state.strays;
      // Now and then nobody waits for what has been begun.
      if (act === 2) {
        await page.evaluate(async (waits) => {
          const registered = await navigator.serviceWorker.getRegistration();
          await registered.update().catch(() => {});
          while (waits && registered.installing) await new Promise((done) => setTimeout(done, 20));
        }, random(4) > 0);
      }
      if (act === 3) {
        await page.evaluate(async (waits) => {
          const registered = await navigator.serviceWorker.getRegistration();
          registered.waiting?.postMessage("take over");
          while (waits && registered.waiting) await new Promise((done) => setTimeout(done, 20));
        }, random(2) > 0);
      }
      if (act === 4 || random(2) === 0) await page.reload();
      await page.waitForFunction(() => window.loaded);
      const seen = await page.evaluate(async () => {
        const own = Number(document.documentElement.dataset.release);
        const text = await Promise.all(["text.json", "later.json"].map(async (file) => Number(await (await fetch(file)).text())));
        return [own, ...window.loaded, ...text];
      });
      expect(new Set(seen).size, `moment ${moment}: ${seen}`).toBe(1);
      versions.add(seen[0]);
    }
    expect(versions.size).toBeGreaterThan(3);
    server.close();
  });
});
