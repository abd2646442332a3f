import { test, expect } from "../fixtures.js";
import { Journey } from "../page.js";
import { readFileSync } from "node:fs";

const ids = ["telecom", "streaming", "e-commerce", "insurance", "b2b-purchase", "food-box", "business-software"];
const file = (id) => JSON.parse(readFileSync(new URL(`../../../public/journeys/${id}.json`, import.meta.url), "utf8"));

for (const [lang, locale] of [["en", "en-GB"], ["sv", "sv-SE"]]) {
  test.describe(lang, () => {
    test.use({ locale });
    test("each ready journey is chosen by its picture and story, and is simulated", async ({ page }) => {
      const journey = await new Journey(page, lang).open();
      for (const id of ids) {
        const { name, summary, touchpoints } = file(id);
        await page.locator(".journey-name").click();
        const item = page.getByRole("button", { name: summary[lang] });
        await expect(item.locator("svg.picture path").first()).toBeVisible();
        await item.click();
        await expect(page.locator(".journey-name")).toContainText(name[lang]);
        await expect(journey.headline).toContainText(/\d/);
        await expect(page.locator(".chain .name").first()).toBeVisible();
        await expect(page.getByRole("option")).toHaveCount(touchpoints.length + file(id).handovers.length);
      }
    });
  });
}
