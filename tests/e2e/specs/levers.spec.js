import { clean } from "../axe.js";
import { test, expect, FEW } from "../fixtures.js";
import { Journey } from "../page.js";

test.use({ found: { customers: FEW } });

test("a lever is changed by typing, named in the sentence and in the list, and undone in one step", async ({ page }) => {
  const journey = await new Journey(page).open();
  await journey.selectTouchpoint("Invoice");
  await journey.openLevers();
  await journey.lever("pain").type("0,05");
  await expect(journey.headline).toHaveText(/less pain at invoice.+customers are saved/i);
  await expect(journey.change("Invoice, pain").row).toContainText("0.45 → 0.05 × the monthly price");
  await expect(journey.levers.locator("> summary")).toContainText("1 changed");
  await journey.undo.click();
  await expect(journey.changes).not.toContainText("pain");
  await expect(journey.undo).toBeDisabled();
});

test("a lever is changed by keys and by hand, and reset by itself", async ({ page }) => {
  const journey = await new Journey(page).open();
  await journey.selectTouchpoint("Support");
  await journey.openLevers();
  const { slider, typed, reset } = journey.lever("gain");
  await slider.focus();
  await page.keyboard.press("ArrowRight");
  await expect(typed).toHaveValue("0.51");
  await page.keyboard.press("PageDown");
  await expect(typed).toHaveValue("0.41");
  // What comes in might move the slider away from under the hand.
  await journey.settled();
  const box = await slider.boundingBox();
  await page.mouse.click(box.x + box.width * 0.9, box.y + box.height / 2);
  await expect(typed).toHaveValue(/^0\.9/);
  await journey.type("80");
  await reset.click();
  await expect(typed).toHaveValue("0.5");
  await expect(journey.changes).not.toContainText("gain");
  await expect(journey.changes).toContainText("Support");
});

test("a link shows the levers of its place, and what cannot be is told there", async ({ page }) => {
  const journey = await new Journey(page).open();
  await journey.selectTouchpoint("Compare plans");
  await expect(journey.levers.locator("> summary")).toHaveText("Gain, pain, days and sensing");
  await journey.selectTouchpoint("Invoice");
  await journey.openLevers();
  await expect(journey.levers.locator("> summary")).toHaveText("Gain, pain and how often");
  const often = journey.lever("frequency");
  await often.type("3");
  await expect(often.row).toContainText("Write a number from 0 to 1.");
  await expect(journey.changes).toContainText("Nothing yet");
});

test("a share that does not fit is told in words, and one that hardly is so is questioned", async ({ page }) => {
  const journey = await new Journey(page).open();
  await page.getByRole("option", { name: /Compare plans → Shop/ }).first().dispatchEvent("click");
  await journey.openLevers();
  const share = journey.lever("share");
  await share.type("90");
  await expect(share.row).toContainText("At most 30% fits here: the others who go on from Compare plans take other ways");
  await share.type("0");
  await expect(share.row).toContainText("Then nobody goes this way.");
  await journey.selectTouchpoint("Newsletter");
  await journey.lever("frequency").type("9");
  await expect(journey.lever("frequency").row).toContainText("9 times as often as today");
});

test("a changed lever is still there after a reload, switched off and on", async ({ page }) => {
  const journey = await new Journey(page).open();
  await journey.selectTouchpoint("Invoice");
  await journey.openLevers();
  await journey.lever("pain").type("0.1");
  await expect(journey.headline).toHaveText(/less pain/i);
  await page.reload();
  await expect(journey.headline).toHaveText(/less pain/i);
  await journey.change("Invoice, pain").on.click();
  await expect(journey.headline).toHaveText(/visitors, .+ buy/);
  await journey.change("Invoice, pain").on.click();
  await expect(journey.headline).toHaveText(/less pain/i);
});

const skeleton = ["means", "customer", "look", "formula", "source", "objection"];
for (const [lang, locale, link] of [["en", "en-GB", "Compare plans"], ["sv", "sv-SE", "Jämförelsesida"]]) {
  test.describe(`in ${lang}`, () => {
    test.use({ locale });
    test("every lever has help on the same skeleton, and axe finds nothing in it", async ({ page }) => {
      const journey = await new Journey(page, lang).open();
      await journey.selectTouchpoint(link);
      await journey.openLevers();
      for (const which of ["gain", "pain", "days", "sensing"]) {
        const { row, help } = journey.lever(which);
        await help.click();
        for (const part of skeleton) await expect(row.locator("dt").filter({ hasText: journey.words.help[part] })).toBeVisible();
        await expect(row).toContainText(journey.words.levers[which].customer);
        await expect(row).toContainText(/Assum|anta/i);
      }
      await journey.lever("sensing").type("95");
      await expect(journey.lever("sensing").row).toContainText(journey.words.levers.doubt_notices);
      await journey.settled();
      await clean(page);
    });
  });
}

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  test("levers are large enough for a finger, and nothing stands outside the screen", async ({ page }) => {
    const journey = await new Journey(page).open();
    await journey.selectTouchpoint("Invoice");
    await journey.levers.locator("> summary").tap();
    const { slider, help, typed, reset } = journey.lever("pain");
    await journey.settled();
    // Clear of the bar below, as a reader scrolls.
    await slider.evaluate((one) => one.scrollIntoView({ block: "center" }));
    const box = await slider.boundingBox();
    await page.touchscreen.tap(box.x + box.width * 0.1, box.y + box.height / 2);
    await expect(journey.headline).toHaveText(/less pain/i);
    for (const target of [slider, help, typed, reset]) {
      expect((await target.boundingBox()).height, await target.evaluate((e) => e.outerHTML)).toBeGreaterThanOrEqual(44);
    }
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(wider).toBeLessThanOrEqual(0);
  });
});
