// The page as other people's settings show it: zoomed, translated, in colours of their own.
import { test, expect, FEW } from "../fixtures.js";
import { Journey } from "../page.js";

test.use({ found: { customers: FEW } });

/** Type as large as it is seen [device pixels], in a window of so many device pixels at a zoom. */
const seen = async (page, [width, height], zoom) => {
  await page.setViewportSize({ width: Math.round(width / zoom), height: Math.round(height / zoom) });
  const root = await page.evaluate(() => parseFloat(getComputedStyle(document.documentElement).fontSize));
  return root * zoom;
};

test("every step of the browser's zoom makes the page larger, and 200 % at least half as large again", async ({ page }) => {
  await new Journey(page).open();
  for (const size of [[1366, 768], [1920, 1080], [2560, 1440], [3840, 2160]]) {
    const whole = await seen(page, size, 1);
    let before = whole;
    for (const zoom of [1.1, 1.25, 1.5, 1.75, 2]) {
      const now = await seen(page, size, zoom);
      expect(now, `${size} at ${zoom}`).toBeGreaterThan(before * 1.015);
      before = now;
    }
    expect(before / whole, `${size} at 200 %`).toBeGreaterThanOrEqual(1.5);
  }
});

test("a browser is told not to translate, and which language the page is in", async ({ page }) => {
  await new Journey(page).open();
  const root = page.locator("html");
  await expect(root).toHaveAttribute("translate", "no");
  await expect(root).toHaveAttribute("lang", "en");
  await page.getByRole("button", { name: "Svenska" }).click();
  await expect(root).toHaveAttribute("lang", "sv");
});

test.describe("in colours of the reader's own", () => {
  for (const colorScheme of ["light", "dark"]) {
    test(`what only colour tells can be told apart: ${colorScheme}`, async ({ page }) => {
      await page.emulateMedia({ forcedColors: "active", colorScheme });
      const journey = await new Journey(page).open();
      await journey.select("Invoice");
      await journey.type("70");
      await expect(journey.changes.getByRole("switch").first()).toBeVisible();
      const faults = await page.evaluate(() => {
        const faults = [];
        const style = (selector, pseudo) => getComputedStyle(document.querySelector(selector), pseudo);
        const paper = getComputedStyle(document.documentElement).backgroundColor;
        const differs = (what, one, other) => one !== other || faults.push(`${what}: ${one}`);
        differs("the track", style(".strength .slider", "::before").backgroundImage, "none");
        differs("today's ghost", style(".strength .slider", "::after").backgroundColor, paper);
        differs("the time slider", style(".scrub input", "::-webkit-slider-thumb").backgroundColor, paper);
        differs("the place one is at", style(".place[aria-current]").boxShadow, "none");
        differs("the language", style(".quiet.tag[aria-pressed=true]").boxShadow, "none");
        differs("a switch that is on", style(".switch[aria-checked=true] span").backgroundColor, paper);
        const colours = [...document.querySelectorAll(".crowd-colours i")].map((i) => getComputedStyle(i).color);
        const [better, worse] = colours.slice(-2);
        differs("saved and left", better, worse);
        differs("saved and paper", better, colours[0]);
        differs("left and paper", worse, colours[0]);
        return faults;
      });
      expect(faults).toEqual([]);
    });
  }
});
