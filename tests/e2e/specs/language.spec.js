import { test, expect, FEW, poll } from "../fixtures.js";
import { Journey, rested } from "../page.js";

test.use({ found: { customers: FEW } });

test("the language changes at once, everywhere, and is remembered", async ({ page }) => {
  const journey = await new Journey(page).open();
  await journey.select("Invoice");
  await page.getByRole("button", { name: /svenska/i }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "sv");
  await expect(page.locator("#inspector")).toContainText("Faktura");
  await expect(journey.headline).toContainText("köper");
  await expect(page.getByText("Konvertering", { exact: true })).toBeVisible();
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("lang", "sv");
  await page.getByRole("button", { name: /english/i }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
});

test("numbers are written as the language writes them", async ({ page }) => {
  const journey = await new Journey(page).open();
  await expect(journey.headline).toContainText("10,000");
  await page.getByRole("button", { name: /svenska/i }).click();
  await expect(journey.headline).toContainText(/10\s000/);
  await expect(page.locator(".outcomes")).toContainText(/\d,\d\s%/);
});

test("the colours follow the choice and are remembered", async ({ page }) => {
  await new Journey(page).open();
  const ground = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const light = await ground();
  await page.getByRole("button", { name: /switch to light/i }).click();
  await page.getByRole("button", { name: /switch to dark/i }).click();
  await poll(ground).not.toBe(light);
  // Not a colour on the way from one to the other.
  await rested(page);
  const dark = await ground();
  await page.reload();
  await poll(ground).toBe(dark);
});
