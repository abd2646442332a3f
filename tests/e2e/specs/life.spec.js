// One life followed: what each meeting adds or takes, to and fro, on the chain and on the curve.
import { expect, test } from "../fixtures.js";
import { clean } from "../axe.js";
import { Journey } from "../page.js";

const number = (text) => Number(text.replace("−", "-").replace(",", "."));

/** The account that is shown: what is left of each entry, and the lines under them by their names. */
const shown = async (journey) => {
  const rows = await journey.dialog.locator(".life-account tbody tr, .life-account tfoot tr").all();
  const of = async (row) => ({
    name: (await row.locator("th").textContent()).trim(),
    left: number(await row.locator("td.number").last().textContent()),
  });
  return Promise.all(rows.map(of));
};

for (const lang of ["en", "sv"]) {
  test.describe(lang, () => {
    test.use({ locale: { en: "en-GB", sv: "sv-SE" }[lang] });

    test("each event says what it adds or takes, and the sum is what is weighed against the price", async ({ page }) => {
      const journey = await new Journey(page, lang).open();
      await journey.crowded();
      await journey.follow.click();
      await journey.dialog.getByRole("button", { name: journey.words.life.one_left }).click();
      const words = journey.words.value_account;
      const account = journey.dialog.locator(".life-account");
      await expect(account).toContainText(words.worth);
      await expect(journey.dialog.locator(".life-judged")).toContainText(/\d/);
      const rows = await shown(journey);
      const [worth, price] = [words.worth, words.price].map((name) => rows.find((row) => row.name === name).left);
      const parts = rows.filter(({ name }) => name !== words.worth && name !== words.price);
      const sum = parts.reduce((sum, { left }) => sum + left, 0);
      expect(Math.abs(sum - worth), `${JSON.stringify(rows)}`).toBeLessThan(0.005 * (parts.length + 1));
      expect(price).toBeGreaterThan(0);
      await clean(page);
    });
  });
}

test("one steps to and fro by keys, buttons and a press on an event, and it is seen on the chain and on the curve", async ({ page }) => {
  const journey = await new Journey(page).open();
  await journey.crowded();
  await journey.follow.click();
  await journey.dialog.getByRole("button", { name: journey.words.life.one_left }).click();
  const words = journey.words.value_account;
  const here = journey.dialog.locator(".life-here");
  const current = journey.dialog.locator("[aria-current=step]");
  await expect(current).toHaveCount(1);
  await expect(journey.dialog.locator(".worth line.here")).toHaveCount(1);
  const first = await here.textContent();
  await page.keyboard.press("ArrowLeft");
  await expect(here).not.toHaveText(first);
  await page.keyboard.press("ArrowRight");
  await expect(here).toHaveText(first);
  await journey.dialog.getByRole("button", { name: words.on }).click();
  await expect(here).not.toHaveText(first);
  // The first event of all: the chain shows where the customer came in, and nothing is on the account yet.
  await journey.dialog.locator("tbody li button").first().click();
  await expect(journey.dialog.locator(".life-map .here")).toHaveCount(1);
  await expect(journey.dialog.locator(".life-map .been")).toHaveCount(0);
  await expect(journey.dialog.getByRole("button", { name: words.back })).toBeDisabled();
  await expect(journey.dialog.locator(".life-account")).toContainText(words.nothing);
  await expect(journey.dialog.locator(".worth line.here")).toHaveCount(0);
});

test("of two twins either is followed, at the same time of life", async ({ page }) => {
  const journey = await new Journey(page).open();
  await journey.saves(() => journey.type("85"));
  await journey.follow.click();
  const whose = journey.dialog.getByRole("group", { name: journey.words.value_account.whose });
  const today = whose.getByRole("button", { name: journey.words.life.today });
  await expect(whose.getByRole("button", { name: journey.words.life.what_if })).toHaveAttribute("aria-pressed", "true");
  const when = journey.dialog.locator(".life-here .hint");
  const time = await when.textContent();
  await today.click();
  await expect(today).toHaveAttribute("aria-pressed", "true");
  await expect(when).toHaveText(time);
  await expect(journey.dialog.locator("tbody td:nth-child(2) [aria-current=step]")).toHaveCount(1);
});
