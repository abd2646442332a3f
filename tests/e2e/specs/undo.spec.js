import { test, expect, FEW } from "../fixtures.js";
import { Journey } from "../page.js";

test.use({ found: { customers: FEW } });

const today = /visitors, .+ buy/;

test("undo takes a change back, redo brings it again, by button and by key", async ({ page }) => {
  const journey = await new Journey(page).open();
  await journey.select("Invoice");
  await journey.type("70");
  await expect(journey.headline).toHaveText(/stronger/i);
  await journey.undo.click();
  await expect(journey.headline).toHaveText(today);
  await journey.redo.click();
  await expect(journey.headline).toHaveText(/stronger/i);
  await page.locator("body").press("Control+z");
  await expect(journey.headline).toHaveText(today);
});

test("one drag is one step of undo", async ({ page }) => {
  const journey = await new Journey(page).open();
  await journey.select("Invoice");
  // What comes in might move the slider away from under the hand.
  await journey.settled();
  const box = await journey.strength.boundingBox();
  await page.mouse.move(box.x + box.width * 0.42, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.8, box.y + box.height / 2, { steps: 20 });
  await page.mouse.up();
  await expect(journey.changes).toContainText("Invoice");
  await journey.undo.click();
  await expect(journey.changes).not.toContainText("Invoice");
  await expect(journey.undo).toBeDisabled();
});

test("one link is reset to this journey's today, and then all", async ({ page }) => {
  const journey = await new Journey(page).open();
  await journey.select("Invoice");
  await journey.type("70");
  await journey.select("Support");
  await journey.type("80");
  await page.getByRole("button", { name: "Reset Invoice" }).click();
  await expect(journey.changes).not.toContainText("Invoice");
  await expect(journey.changes).toContainText("Support");
  await journey.select("Invoice");
  await journey.type("60");
  await page.getByRole("button", { name: "Reset all" }).click();
  await expect(journey.changes).toContainText("Nothing yet");
  await expect(journey.headline).toHaveText(today);
});

test("a reload brings everything back, undo included", async ({ page }) => {
  const journey = await new Journey(page).open();
  await journey.select("Invoice");
  await journey.type("70");
  await expect(journey.headline).toHaveText(/stronger/i);
  await page.reload();
  await expect(journey.headline).toHaveText(/stronger/i);
  await expect(journey.changes).toContainText("Invoice");
  await journey.undo.click();
  await expect(journey.headline).toHaveText(today);
});

test("a damaged store never breaks the page: it says so and starts afresh", async ({ page }) => {
  const journey = await new Journey(page).open();
  await journey.select("Invoice");
  await journey.type("70");
  await expect(journey.headline).toHaveText(/stronger/i);
  // Leaving saves; so the damage is done after that, before the next page looks.
  await page.addInitScript(() => {
    if (sessionStorage.damaged) return;
    sessionStorage.damaged = "yes";
    for (const key of Object.keys(localStorage)) localStorage[key] = "{ no good";
  });
  await page.reload();
  await expect(page.getByRole("alert").filter({ hasText: "could not be read" })).toBeVisible();
  await expect(journey.headline).toHaveText(today);
});
