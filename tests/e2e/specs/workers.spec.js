import { test, expect, FEW } from "../fixtures.js";
import { Journey, locales } from "../page.js";

// Keeps the page's workers where a test can reach them.
const keepWorkers = (page) =>
  page.addInitScript(() => {
    const Real = window.Worker;
    window.kept = [];
    window.Worker = class extends Real {
      constructor(...given) {
        super(...given);
        window.kept.push(this);
      }
    };
  });

test.describe("with more customers than anybody waits for", () => {
  test.use({ found: { customers: 10_000_000 } });
  test("a simulation can be stopped, and what is there stays", async ({ page }) => {
    const journey = await new Journey(page).open();
    await journey.select("Invoice");
    await journey.type("70");
    const stop = page.getByRole("button", { name: "Stop" });
    await stop.click();
    await journey.settled();
    await expect(journey.headline).toContainText(/\d/);
    await expect(page.locator(".progress"), "before the last of them").not.toContainText("10,000,000");
  });
});

test.describe("when workers are killed", () => {
  test.use({ found: { customers: FEW } });
  test("they are replaced and the page goes on", async ({ page }) => {
    await keepWorkers(page);
    const journey = await new Journey(page).open();
    await journey.settled();
    const before = await page.evaluate(() => {
      const alive = [...window.kept];
      alive.forEach((worker) => {
        worker.terminate();
        worker.dispatchEvent(new ErrorEvent("error", { message: "killed by the test" }));
      });
      return alive.length;
    });
    await journey.select("Invoice");
    await journey.type("70");
    await expect(journey.headline).toHaveText(/stronger/i);
    expect(await page.evaluate(() => window.kept.length)).toBeGreaterThan(before);
  });
});

test.describe("when nothing can be simulated any more", () => {
  const { notice, headline } = locales.en;
  const told = (page, words) => page.locator(".notice").filter({ hasText: words });
  const kill = (page) =>
    page.evaluate(() => {
      const alive = [...window.kept];
      window.Worker = class { constructor() { throw new Error("no more workers"); } };
      alive.forEach((worker) => {
        worker.terminate();
        worker.dispatchEvent(new ErrorEvent("error", { message: "killed by the test" }));
      });
    });

  test.use({ found: { customers: FEW } });

  test("figures of before the change are called so, not said to hold, and trying again brings new ones", async ({ page }) => {
    await keepWorkers(page);
    const journey = await new Journey(page).open();
    await journey.settled();
    await page.evaluate(() => { window.RealWorker = window.Worker; });
    await kill(page);
    await journey.select("Invoice");
    await journey.type("70");
    await expect(told(page, notice.broken)).toHaveCount(1);
    await expect(told(page, notice.old)).toHaveCount(1);
    await expect(told(page, notice.holds)).toHaveCount(0);
    await expect(page.locator(".headline .old")).toHaveText(notice.old);
    await expect(page.locator(".progress")).not.toContainText("100,000");
    await page.evaluate(() => { window.Worker = window.RealWorker; });
    await told(page, notice.broken).getByRole("button", { name: notice.again }).click();
    await expect(journey.headline).toHaveText(/stronger/i);
    await expect(page.locator(".notice, .headline .old")).toHaveCount(0);
  });

  test("workers that stand still leave no old figures uncalled", async ({ page }) => {
    await keepWorkers(page);
    const journey = await new Journey(page).open();
    await journey.settled();
    await page.evaluate(() => { Worker.prototype.postMessage = () => {}; window.kept.forEach((worker) => { worker.postMessage = () => {}; }); });
    await journey.select("Invoice");
    await journey.type("70");
    await expect(page.locator(".headline .old")).toHaveText(notice.old, { timeout: 10_000 });
  });

  test("another version on the server is told, with the way on", async ({ page }) => {
    await keepWorkers(page);
    const journey = await new Journey(page).open();
    await journey.settled();
    await page.route(/\/$/, (route) => route.fulfill({ contentType: "text/html", body: "<!doctype html><p>another version" }));
    await kill(page);
    await journey.select("Invoice");
    await journey.type("70");
    await expect(told(page, notice.replaced)).toHaveCount(1);
    await expect(told(page, notice.replaced).getByRole("button", { name: notice.reload })).toBeVisible();
  });

  test("a browser without workers is told that it has none", async ({ page }) => {
    await page.addInitScript(() => { delete window.Worker; });
    await page.goto("./");
    await expect(told(page, notice.no_workers)).toHaveCount(1);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(headline.stopped);
  });
});
