import { test, expect, FEW } from "../fixtures.js";
import { Journey } from "../page.js";
import { readFileSync } from "node:fs";

test.use({ found: { customers: FEW } });

const ids = ["streaming", "e-commerce", "insurance", "b2b-purchase", "food-box", "business-software"];
const file = (id) => JSON.parse(readFileSync(new URL(`../../../public/journeys/${id}.json`, import.meta.url), "utf8"));

test("each is chosen by its picture and story, is simulated, and speaks both languages", async ({ page }) => {
  const journey = await new Journey(page).open();
  const links = page.getByRole("listbox", { name: journey.words.chain.links }).getByRole("option");
  for (const id of ids) {
    await test.step(id, async () => {
      const { name, summary, touchpoints, handovers } = file(id);
      await page.locator(".journey-name").click();
      const item = page.getByRole("button", { name: summary.en });
      await expect(item.locator("svg.picture path").first()).toBeVisible();
      await item.click();
      await expect(page.locator(".journey-name")).toContainText(name.en);
      await expect(journey.headline).toContainText(/\d/);
      await expect(links).toHaveCount(touchpoints.length + handovers.length);
      await page.getByRole("button", { name: "Svenska" }).click();
      await expect(page.locator(".journey-name")).toContainText(name.sv);
      await page.getByRole("button", { name: "English" }).click();
      await expect(page.locator(".journey-name")).toContainText(name.en);
    });
  }
});

test("who has changed something is told what goes along to another journey, and undo brings it back", async ({ page }) => {
  const journey = await new Journey(page).open();
  const note = page.locator(".menu-note");
  const choose = () => page.locator(".journey-name").click();
  await choose();
  await expect(note, "nothing is changed yet").toHaveCount(0);
  await page.keyboard.press("Escape");
  await journey.select("Invoice");
  await journey.type(80);
  await expect(journey.changes).toContainText("Invoice");
  await choose();
  await expect(note).toHaveText(journey.words.top.leaves);
  await page.getByRole("button", { name: file("streaming").summary.en }).click();
  await expect(journey.changes).toContainText(journey.words.changes.none);
  await journey.undo.click();
  await expect(journey.changes).toContainText("Invoice");
});
