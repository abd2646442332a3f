import { clean, cleanEverywhere } from "../axe.js";
import { test, expect, FEW } from "../fixtures.js";
import { Journey } from "../page.js";

test.use({ found: { customers: FEW } });

for (const [lang, locale] of Object.entries({ en: "en-GB", sv: "sv-SE" })) {
  test.describe(`in ${lang}`, () => {
    test.use({ locale });
    test("axe finds nothing at any size, in light and dark, as it opens and with a change and the menu open", async ({ page }) => {
      const journey = await new Journey(page, lang).open();
      await journey.settled();
      // To axe the page is the same, and the crowd leaves it the time.
      await journey.pause.click();
      await cleanEverywhere(page);
      await journey.type("70");
      await journey.settled();
      await page.locator(".journey-name").click();
      await cleanEverywhere(page);
      await expect(page.locator("#journey-menu"), "it was looked at open").toBeVisible();
    });
  });
}

test("axe finds nothing in the list of a bad file's problems", async ({ page }) => {
  const journey = await new Journey(page).open();
  await journey.openFile("bad.json", "{}");
  await expect(journey.dialog).toBeVisible();
  await clean(page);
});
