import { test, expect, FEW } from "../fixtures.js";
import { Journey } from "../page.js";

test.use({ found: { customers: FEW } });

test("strain weakens the chain, and the sentence says so", async ({ page }) => {
  const journey = await new Journey(page).open();
  await journey.strain.focus();
  for (let i = 0; i < 4; i++) await page.keyboard.press("PageUp");
  await expect(journey.headline).toHaveText(/under strain/i);
});

test("a higher price is felt, and a wrong one is told", async ({ page }) => {
  const journey = await new Journey(page).open();
  const price = page.getByRole("textbox", { name: /price per month/i });
  await price.fill("449");
  await price.press("Enter");
  await expect(journey.headline).toHaveText(/higher price/i);
  await price.fill("nothing");
  await price.press("Enter");
  await expect(page.getByText("Write a number over 0, at most 349,000.")).toBeVisible();
});

test("another seed gives other customers, and the first seed the same as before", async ({ page }) => {
  const journey = await new Journey(page).open();
  await journey.settled();
  const first = await page.locator(".outcomes").innerText();
  const seed = page.getByRole("textbox", { name: "Random seed" });
  await seed.fill("2");
  await seed.press("Enter");
  await expect(page.locator(".outcomes")).not.toHaveText(first, { useInnerText: true });
  await seed.fill("1");
  await seed.press("Enter");
  await journey.settled();
  await expect(page.locator(".outcomes")).toHaveText(first, { useInnerText: true });
});
