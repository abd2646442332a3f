import { test, expect, FEW, MOVING } from "../fixtures.js";
import { Journey } from "../page.js";

test.use({ ...MOVING, found: { customers: FEW } });

const stay = /stronger.+[\d,]+ of every [\d,]+ customers are saved.+today, they leave/i;

test("strengthening a link by mouse says in people who stays", async ({ page }) => {
  const journey = await new Journey(page).open();
  await journey.select("Invoice");
  // What comes in might move the slider away from under the hand.
  await journey.settled();
  const box = await journey.strength.boundingBox();
  await page.mouse.move(box.x + box.width * 0.42, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.6, box.y + box.height / 2, { steps: 5 });
  await page.mouse.move(box.x + box.width * 0.75, box.y + box.height / 2, { steps: 5 });
  await expect(journey.headline, "the sentence answers while the hand still holds the slider").toHaveText(stay);
  await page.mouse.up();
  await expect(journey.headline).toHaveText(stay);
  await expect(journey.changes).toContainText("Invoice");
});

test("whoever has done nothing yet is shown where to take hold, and nothing moves once they have", async ({ page }) => {
  const journey = await new Journey(page).open();
  const invite = page.getByText(journey.words.inspector.invite);
  const about = page.locator("#inspector .about");
  await expect(invite).toBeVisible();
  await expect(journey.replay).toBeHidden();
  // The figures above may take another line.
  const below = async () => (await about.boundingBox()).y - (await journey.strength.boundingBox()).y;
  const before = await below();
  await journey.strength.focus();
  await page.keyboard.press("PageUp");
  await expect(invite).toBeHidden();
  await expect(journey.replay).toBeVisible();
  expect(await below()).toBeCloseTo(before, 0);
  await journey.undo.click();
  await expect(invite, "who has tried it knows").toBeVisible();
});

test("strengthening a link by keyboard alone", async ({ page }) => {
  const journey = await new Journey(page).open();
  const first = page.getByRole("option").and(page.locator('[tabindex="0"]'));
  await first.focus();
  await page.keyboard.press("End");
  await page.keyboard.press("Home");
  // Along the chain until the invoice is reached.
  for (let i = 0; i < 60; i++) {
    const label = await page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? "");
    if (/Invoice,/.test(label) && /Touchpoint/.test(label)) break;
    await page.keyboard.press("ArrowRight");
  }
  await page.keyboard.press("Enter");
  await expect(page.locator("#inspector")).toContainText("Invoice");
  await journey.strength.focus();
  for (let i = 0; i < 3; i++) await page.keyboard.press("PageUp");
  await expect(journey.headline).toHaveText(stay);
  await expect(journey.said, "a screen reader is told").toHaveText(stay);
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  test("strengthening a link by touch", async ({ page }) => {
    const journey = await new Journey(page).open();
    await journey.select("Invoice");
    await journey.settled();
    await journey.strength.scrollIntoViewIfNeeded();
    const box = await journey.strength.boundingBox();
    expect(box.height, "large enough for a finger").toBeGreaterThanOrEqual(44);
    await page.touchscreen.tap(box.x + box.width * 0.8, box.y + box.height / 2);
    await expect(journey.headline).toHaveText(stay);
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(wider, "nothing stands outside the screen").toBeLessThanOrEqual(0);
  });
});

test.describe("on a small projector", () => {
  test.use({ viewport: { width: 1024, height: 768 } });
  test("whoever chooses a link has its slider and the sentence in sight together", async ({ page }) => {
    const journey = await new Journey(page).open();
    await expect(journey.strength, "beside the chain, without scrolling").toBeInViewport({ ratio: 1 });
    await journey.selectTouchpoint("Support");
    await expect(journey.strength).toBeInViewport({ ratio: 1 });
    expect(await page.evaluate(() => scrollY), "the chain stays where it is").toBe(0);
    await journey.type(80);
    await expect(journey.headline).toHaveText(stay);
    await expect(journey.strength).toBeInViewport();
    await expect(journey.headline).toBeInViewport();
    await page.keyboard.press("Escape");
    await expect(page.locator(".hit.selected"), "the way back").toBeInViewport();
    await expect(page.locator(".hit.selected")).toBeFocused();
  });
});

test("a typed strength is taken with a comma or a point, and a wrong one is told", async ({ page }) => {
  const journey = await new Journey(page).open();
  await journey.select("Invoice");
  await journey.type("71,5");
  await expect(journey.strength).toHaveAttribute("aria-valuetext", /71\.5|72/);
  await journey.type("eleven");
  await expect(page.getByText("Write a number from 0 to 100.")).toBeVisible();
  await expect(journey.changes).toContainText("Invoice");
});

test("a named range sets a strength", async ({ page }) => {
  const journey = await new Journey(page).open();
  await journey.select("Invoice");
  await page.getByRole("button", { name: "strong", exact: true }).click();
  await expect(journey.headline).toHaveText(stay);
});

test("a weakened link says who leaves", async ({ page }) => {
  const journey = await new Journey(page).open();
  await journey.select("Invoice");
  await journey.type("20");
  await expect(journey.headline).toHaveText(/weaker.+customers are lost.+today they stay/i);
});
