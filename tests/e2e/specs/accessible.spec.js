import AxeBuilder from "@axe-core/playwright";
import { test, expect } from "../fixtures.js";
import { Journey } from "../page.js";

for (const colorScheme of ["light", "dark"]) {
  for (const [size, viewport] of Object.entries({ laptop: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } })) {
    for (const [lang, locale] of Object.entries({ en: "en-GB", sv: "sv-SE" })) {
      test.describe(`${colorScheme}, ${size}, ${lang}`, () => {
        test.use({ colorScheme, viewport, locale });
        test("axe finds nothing, as it opens and with a change and the menu open", async ({ page }) => {
          const journey = await new Journey(page, lang).open();
          await journey.settled();
          const check = async () => expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
          await check();
          await journey.type("70");
          await journey.settled();
          await page.locator(".journey-name").click();
          await check();
        });
      });
    }
  }
}

test("axe finds nothing in the list of a bad file's problems", async ({ page }) => {
  const journey = await new Journey(page).open();
  await journey.openFile("bad.json", "{}");
  await expect(journey.dialog).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
});
