import { clean } from "../axe.js";
import { test, expect, FEW, MOVING, poll } from "../fixtures.js";
import { Journey, kept } from "../page.js";

test.use({ ...MOVING, found: { customers: FEW } });

for (const [lang, locale, invoice, order] of [
  ["en", "en-GB", "Invoice", "Order"],
  ["sv", "sv-SE", "Faktura", "Beställning"],
]) {
  test.describe(`in ${lang}`, () => {
    test.use({ locale });
    test("each change says what it does by itself", async ({ page }) => {
      const journey = await new Journey(page, lang).open();
      const stay = lang === "en" ? /\d more stay/ : /\d fler stannar/;
      const buy = lang === "en" ? /\d more buy/ : /\d fler köper/;
      await journey.selectTouchpoint(invoice);
      await journey.type("85");
      await expect(journey.change(invoice).effect).toHaveText(stay);
      await journey.selectTouchpoint(order);
      await journey.type("90");
      await expect(journey.change(order).effect).toHaveText(buy);
      await expect(journey.change(invoice).effect).toHaveText(stay);
      await journey.settled();
      await clean(page);
    });
  });
}

test("what was known of a change is gone as soon as that change moves", async ({ page }) => {
  const journey = await new Journey(page).open();
  await journey.selectTouchpoint("Invoice");
  await journey.type("85");
  await journey.selectTouchpoint("Order");
  await journey.type("90");
  const { effect } = journey.change("Order");
  await expect(effect).toHaveText(/more buy/);
  const before = await effect.innerText();
  // Seen by the page itself, at every change of the words.
  await page.evaluate(() => {
    window.seen = [];
    const list = document.querySelector(".changes");
    new MutationObserver(() => {
      const row = [...list.querySelectorAll("li")].find((li) => li.textContent.includes("99"));
      if (row) window.seen.push(row.querySelector(".effect").textContent);
    }).observe(list, { subtree: true, childList: true, characterData: true });
  });
  await journey.type("99");
  await expect(effect).toHaveText(/more buy/);
  await expect(effect).not.toHaveText(before);
  expect(await page.evaluate(() => window.seen), "never the old words beside the new value").not.toContain(before);
});

test("where the sum is not the whole the page says so", async ({ page }) => {
  const journey = await new Journey(page).open();
  for (const [link, strength] of [["Invoice", 90], ["Support", 95], ["Data and calls", 99.5]]) {
    await journey.selectTouchpoint(link);
    await journey.type(strength);
  }
  await expect(journey.changes.locator(".sum")).toHaveText(/Together the changes save \d+% fewer customers than their separate effects add up to/);
});

/** Replays, and gives the strengths that were shown from then on, one after the other. */
const replayed = async (page, journey) => {
  // Every value that the page writes into the field, however fast or slow.
  await journey.typed.evaluate((input) => {
    window.shown = [];
    const { get, set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value");
    const write = (value) => {
      if (value !== window.shown.at(-1)) window.shown.push(value);
      set.call(input, value);
    };
    Object.defineProperty(input, "value", { configurable: true, get: () => get.call(input), set: write });
  });
  await journey.replay.click();
  await poll(() => page.evaluate(() => window.shown.length)).toBeGreaterThan(1);
  await expect(journey.replay, "it is not running any more").toBeVisible();
  await expect(journey.typed).toHaveValue("75%");
  return page.evaluate(() => window.shown);
};

test("the last change is replayed as often as wanted, without a trace", async ({ page }) => {
  const journey = await new Journey(page).open();
  await expect(journey.replay, "nothing has been changed").toBeHidden();
  await journey.selectTouchpoint("Invoice");
  await journey.type("75");
  await expect(journey.headline).toHaveText(/stronger/i);
  await poll(() => kept(page)).toContain('"value":0.75');
  const before = await kept(page);
  for (let time = 0; time < 2; time++) {
    const values = await replayed(page, journey);
    expect(values.at(0)).toBe("65%");
    expect(values.at(-1)).toBe("75%");
    expect(values.length, values.join(", ")).toBeGreaterThan(5);
  }
  expect(await kept(page)).toBe(before);
  await expect(journey.headline).toHaveText(/stronger/i);
  await journey.undo.click();
  await expect(journey.undo).toBeDisabled();
});

test("a change made during a replay ends it, and holds", async ({ page }) => {
  const journey = await new Journey(page).open();
  await journey.selectTouchpoint("Invoice");
  await journey.type("75");
  await expect(journey.replay).toBeEnabled();
  // By the page's own clock: it says that it can be stopped long before it would have ended by itself.
  const said = await journey.replay.evaluate(async (button) => {
    button.click();
    await new Promise((soon) => setTimeout(soon, 50));
    const said = button.textContent;
    document.querySelector("#inspector .strength input:not([type=range])").focus();
    return said;
  });
  expect(said).toBe(journey.words.replay.stop);
  await expect(journey.replay, "nothing moves under the hand").toBeEnabled();
  await expect(journey.typed).toHaveValue("75%");
  await journey.type("60");
  // By the page's own clock, in which the next steps would have come by now.
  await page.evaluate(() => new Promise((later) => setTimeout(later, 500)));
  await expect(journey.typed).toHaveValue("60%");
});

test.describe("with reduced motion", () => {
  test.use({ contextOptions: { reducedMotion: "reduce" } });
  test("a replay shows before and after, and nothing between", async ({ page }) => {
    const journey = await new Journey(page).open();
    await journey.selectTouchpoint("Invoice");
    await journey.type("75");
    expect(await replayed(page, journey)).toEqual(["65%", "75%"]);
  });
});
