import { clean } from "../axe.js";
import { test, expect, FEW } from "../fixtures.js";
import { Journey } from "../page.js";

test.use({ found: { customers: FEW } });

const digits = (text) => Number(text.replace(/\D/g, ""));

for (const [lang, locale, invoice, compare] of [
  ["en", "en-GB", "Invoice", "Compare plans"],
  ["sv", "sv-SE", "Faktura", "Jämförelsesida"],
]) {
  test.describe(`in ${lang}`, () => {
    test.use({ locale });
    test("what happened at a link is explained by its own numbers", async ({ page }) => {
      const journey = await new Journey(page, lang).open();
      await journey.selectTouchpoint(invoice);
      await journey.settled();
      const why = page.locator("#inspector .why");
      await why.getByText(journey.words.why.ask).click();
      const figures = await page.locator(".happened dd b").allInnerTexts();
      const [met, held, failed, gone] = figures.map(digits);
      expect(held + failed, "the parts add up").toBe(met);
      await expect(why.locator("dl")).toBeVisible();
      const words = await why.locator("dl").innerText();
      for (const figure of figures) expect(words).toContain(figure);
      expect(gone).toBeGreaterThan(0);
      expect(words).toMatch(/65\s?%/);
      expect(words).toMatch(/(^|\s)1\s?%/);
      await clean(page);

      await journey.selectTouchpoint(compare);
      await expect(why.locator("dl")).toContainText(/20–40\s?%/);
      await expect(why.locator("dl")).not.toContainText(journey.words.why.heard);
    });

    test("the outcomes are explained, with what they stand on", async ({ page }) => {
      const journey = await new Journey(page, lang).open();
      await journey.settled();
      const why = page.locator(".results > .why");
      await why.getByText(journey.words.why.ask).click();
      await expect(why.locator("dl")).toBeVisible();
      const words = await why.locator("dl").innerText();
      for (const figure of await page.locator(".outcome .figure").allInnerTexts()) expect(words).toContain(figure);
      await expect(why.locator("dt")).toHaveCount(5);
      expect(words).toMatch(/35/);
      await clean(page);
    });
  });
}

test("an explanation follows the change, and one persona's is their own", async ({ page }) => {
  const journey = await new Journey(page).open();
  await journey.selectTouchpoint("Invoice");
  const why = page.locator("#inspector .why");
  await why.locator("summary").click();
  await expect(why).toContainText("strength, 65%");
  await journey.type("81");
  await expect(why).toContainText("strength, 81%");
  await journey.strain.focus();
  await page.keyboard.press("PageUp");
  await expect(why).toContainText("81% on a calm day");
  await journey.selectTouchpoint("Compare plans");
  await page.getByRole("button", { name: /^Elias/ }).click();
  await expect(why).toContainText("After a failure 25% try again");
});
