import { test, expect } from "../fixtures.js";
import { Journey } from "../page.js";

test("a first visit shows a living journey with a result, in the browser's language", async ({ page }) => {
  const journey = await new Journey(page).open("./");
  await expect(journey.headline).toContainText(/^Of [\d,]+ visitors, [\d,]+ buy/);
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expect(page.getByRole("option").first()).toBeVisible();
  await expect(page.getByText("Conversion", { exact: true })).toBeVisible();
});

test.describe("in a Swedish browser", () => {
  test.use({ locale: "sv-SE" });
  test("a first visit is in Swedish", async ({ page }) => {
    const journey = await new Journey(page, "sv").open("./");
    await expect(page.locator("html")).toHaveAttribute("lang", "sv");
    await expect(journey.headline).toContainText("besökare");
    await expect(page.getByText("Konvertering", { exact: true })).toBeVisible();
  });
});

test("the simulation refines to a million customers and says so", async ({ page }) => {
  const journey = await new Journey(page).open("./");
  await journey.settled();
  await expect(page.locator(".progress")).toContainText("1,000,000");
});

for (const [width, height] of [[1440, 900], [390, 844]]) {
  test(`on a screen ${width} wide nothing is moved by the first figures`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await page.addInitScript(() => {
      globalThis.moved = 0;
      const add = (list) => list.getEntries().forEach(({ value }) => void (globalThis.moved += value));
      new PerformanceObserver(add).observe({ type: "layout-shift", buffered: true });
    });
    const journey = await new Journey(page).open("./");
    await journey.settled();
    // What browsers count as moved, as parts of the screen; 0.1 is called good.
    expect(await page.evaluate(() => globalThis.moved)).toBeLessThan(0.03);
  });
}
