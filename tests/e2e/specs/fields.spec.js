import { test, expect, FEW } from "../fixtures.js";
import { readFileSync } from "node:fs";
import { Journey, Meeting, drawn } from "../page.js";

test.use({ found: { customers: FEW } });

const ready = (id) => JSON.parse(readFileSync(new URL(`../../../public/journeys/${id}.json`, import.meta.url), "utf8"));

/** Writes into a field and takes it in. */
const write = async (field, text) => {
  await field.fill(text);
  await field.press("Enter");
};

/** The field that is named so in the words of the page. */
const field = (page, name) => page.getByRole("textbox", { name });

const price = (page) => field(page, /price per|pris per/i);

test("48,000 made 48,500 by one digit is 48,500", async ({ page }) => {
  const journey = await new Journey(page).open();
  await page.locator(".journey-name").click();
  await page.getByRole("button", { name: ready("b2b-purchase").summary.en }).click();
  const its = price(page);
  await expect(its).toHaveValue("48,000");
  await its.focus();
  await its.press("Home");
  for (const key of ["ArrowRight", "ArrowRight", "ArrowRight", "Delete", "5", "Enter"]) await page.keyboard.press(key);
  await expect(its).toHaveValue("48,500");
  await expect(journey.changes).toContainText("48,500");
});

test("what could be two numbers is refused with both, and the former one stays", async ({ page }) => {
  const journey = await new Journey(page).open();
  await write(price(page), "48,50");
  await expect(page.getByText("This could mean 48.50 or 4,850. Write one of them.")).toBeVisible();
  await expect(journey.undo).toBeDisabled();
  await write(price(page), "349001");
  await expect(page.getByText("Write a number over 0, at most 349,000.")).toBeVisible();
  await expect(journey.undo).toBeDisabled();
});

test("undo in a field undoes the change, and leaving the field takes nothing in that nobody typed", async ({ page }) => {
  const journey = await new Journey(page).open();
  const its = price(page);
  await write(its, "400");
  await expect(journey.changes).toContainText("400");
  await its.press("Control+z");
  await expect(its).toHaveValue("349");
  await expect(journey.undo).toBeDisabled();
  await its.press("Tab");
  await expect(journey.undo).toBeDisabled();
  await journey.redo.click();
  await expect(its).toHaveValue("400");
  // What is half typed is taken back first.
  await its.press("End");
  await its.press("5");
  await its.press("Control+z");
  await expect(its).toHaveValue("400");
  await expect(journey.changes).toContainText("400");
});

test("undo by the keys changes nothing behind an open dialog", async ({ page }) => {
  const journey = await new Journey(page).open();
  await write(price(page), "400");
  await journey.follow.first().click();
  await expect(journey.dialog).toBeVisible();
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Escape");
  await expect(journey.changes).toContainText("400");
});

test("a refused text goes when another link of the same strength is chosen", async ({ page }) => {
  const journey = await new Journey(page).open();
  await journey.selectTouchpoint("Choosing a plan online");
  const before = await journey.typed.inputValue();
  await journey.type("700");
  await expect(page.getByText("Write a number from 0 to 100.")).toBeVisible();
  await journey.selectTouchpoint("Chat");
  await expect(journey.typed).toHaveValue(before);
  await expect(page.getByText("Write a number from 0 to 100.")).toBeHidden();
});

test("a refused text goes with Reset all", async ({ page }) => {
  const journey = await new Journey(page).open();
  await journey.type("50");
  await write(price(page), "-1");
  await expect(price(page)).toHaveAttribute("aria-invalid", "true");
  await page.getByRole("button", { name: journey.words.changes.reset_all }).click();
  await expect(price(page)).toHaveValue("349");
  await expect(price(page)).toHaveAttribute("aria-invalid", "false");
});

test("a refused text is wrong in the language that the page is in", async ({ page }) => {
  const journey = await new Journey(page).open();
  await journey.type("abc");
  await expect(page.getByText("Write a number from 0 to 100.")).toBeVisible();
  await page.getByRole("button", { name: "Svenska" }).click();
  await expect(page.getByText("Skriv ett tal från 0 till 100.")).toBeVisible();
  await expect(page.getByText("Write a number")).toHaveCount(0);
});

test("a press elsewhere takes a half-typed value in, and counts", async ({ page }) => {
  const journey = await new Journey(page).open();
  await journey.settled();
  await journey.selectTouchpoint("Invoice");
  for (const [name, typed] of [["Support", "71"], ["Newsletter", "72"], ["Welcome email", "73"]]) {
    const from = await page.locator("#inspector-name").innerText();
    await journey.typed.fill(typed);
    // On its metal, where its outline begins.
    const { x, y } = await page.locator(`.hit[aria-label*="${name},"]`).first().evaluate((path) => {
      const at = path.getPointAtLength(0);
      const { a, b, c, d, e, f } = path.getScreenCTM();
      const box = path.getBBox();
      const [dx, dy] = [box.x + box.width / 2 - at.x, box.y + box.height / 2 - at.y];
      const near = 8 / Math.hypot(dx, dy);
      const [px, py] = [at.x + dx * near, at.y + dy * near];
      return { x: a * px + c * py + e, y: b * px + d * py + f };
    });
    await page.mouse.move(x, y);
    await page.mouse.down();
    await drawn(page, 4);
    await page.mouse.up();
    await expect(page.locator("#inspector-name")).toContainText(name);
    await expect(journey.changes, `${from} is changed`).toContainText(`${typed}%`);
  }
});

test("a press on a link's name selects it", async ({ page }) => {
  const journey = await new Journey(page).open();
  await journey.settled();
  for (const name of ["Support", "Newsletter"]) {
    await page.locator(".label .name", { hasText: name }).first().click();
    await expect(page.locator("#inspector-name")).toContainText(name);
  }
});

test("a seed is what was typed", async ({ page }) => {
  await new Journey(page).open();
  const seed = field(page, /seed/i);
  await write(seed, "18446744073709551615");
  await expect(seed).toHaveValue("18446744073709551615");
  await write(seed, "18446744073709551616");
  await expect(page.getByText("Write a whole number from 0 to 18,446,744,073,709,551,615.")).toBeVisible();
  await page.reload();
  await expect(seed).toHaveValue("18446744073709551615");
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test("no field and no list is smaller than 16 px", async ({ page }) => {
    const journey = await new Journey(page).open();
    await journey.dashboardsButton.click();
    await expect(journey.start).toBeVisible();
    for (const place of ["journey", "prioritise", "build", "library", "learn", "about"]) {
      await page.goto(`./#/${place}`);
      await expect(page.locator("main:visible").getByRole("heading").first()).toBeVisible();
      await drawn(page);
      if (place === "prioritise") {
        const meeting = new Meeting(page);
        await meeting.show(meeting.proposals);
        await page.locator("#add-proposal").click();
      }
      const small = await page.locator("input:not([type=checkbox], [type=radio], [type=range], [type=file]), select, textarea").evaluateAll((all) =>
        all.filter((one) => parseFloat(getComputedStyle(one).fontSize) < 16).map((one) => one.outerHTML.slice(0, 120)),
      );
      expect(small).toEqual([]);
    }
  });
});
