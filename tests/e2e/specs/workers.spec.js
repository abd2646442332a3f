import { test, expect, FEW } from "../fixtures.js";
import { Journey } from "../page.js";

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
