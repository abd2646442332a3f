import { test, expect, FEW } from "../fixtures.js";
import { Journey } from "../page.js";

test.use({ found: { customers: FEW } });

const figure = (page) => page.locator(".outcome .figure").first();

test("one persona's customers are shown alone, and everybody again", async ({ page }) => {
  const journey = await new Journey(page).open();
  await journey.settled();
  const everybody = await figure(page).innerText();
  await page.getByRole("button", { name: /^Gunnel/ }).click();
  await expect(page.locator(".only")).toContainText("Only Gunnel");
  await expect(figure(page)).not.toHaveText(everybody);
  const gunnels = await figure(page).innerText();
  await expect(page.getByRole("button", { name: /^Gunnel/ })).toContainText(gunnels);
  await page.getByRole("button", { name: "Show everybody" }).click();
  await expect(figure(page)).toHaveText(everybody);
  await expect(page.locator(".only")).toHaveCount(0);
});

test("a persona is chosen by keyboard, and is still chosen after a reload", async ({ page }) => {
  const journey = await new Journey(page).open();
  await page.getByRole("button", { name: /^Amir/ }).focus();
  await page.keyboard.press("Enter");
  await expect(page.locator(".only")).toContainText("Only Amir");
  await page.reload();
  await expect(journey.headline).toContainText(/\d/);
  await expect(page.getByRole("button", { name: /^Amir/ })).toHaveAttribute("aria-pressed", "true");
});

test("with a change each persona shows its own difference", async ({ page }) => {
  const journey = await new Journey(page).open();
  await journey.select("Invoice");
  await journey.type("88");
  for (const name of ["Sara", "Elias", "Gunnel", "Amir"]) {
    await expect(page.getByRole("button", { name: new RegExp(`^${name}`) }).locator(".better").first()).toContainText("points");
  }
});
