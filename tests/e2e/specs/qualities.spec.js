// What a persona is like is seen, and can be changed like everything else.
import { clean } from "../axe.js";
import { expect, FEW, test } from "../fixtures.js";
import { Journey } from "../page.js";

test.use({ found: { customers: FEW } });

const opened = async (page, lang, name) => {
  const journey = await new Journey(page, lang).open();
  await journey.settled();
  const words = journey.words.qualities;
  await page.getByRole("button", { name: words.open.replace("{{ name }}", name) }).click();
  const panel = page.locator("#persona-kind");
  await expect(panel.getByRole("slider")).toHaveCount(8);
  const row = (quality) => panel.locator(`#quality-${quality}`);
  return { journey, words, panel, row };
};

for (const [lang, locale] of Object.entries({ en: "en-GB", sv: "sv-SE" })) {
  test.describe(lang, () => {
    test.use({ locale });

    test("a persona shows where they come in, which ways they go and each quality with its help", async ({ page }) => {
      const { words, panel, row } = await opened(page, lang, "Amir");
      await expect(panel).toContainText("50");
      await expect(panel).toContainText(words.leaning);
      await row("memory").locator("summary").click();
      await expect(row("memory")).toContainText(words.memory.means);
      await clean(page);
    });
  });
}

test("a changed quality changes that persona's figures, stands in the list, and goes back", async ({ page }) => {
  const { journey, row } = await opened(page, "en", "Amir");
  const amir = page.getByRole("button", { name: /^Amir/ });
  const gunnel = page.getByRole("button", { name: /^Gunnel/ });
  const field = row("tolerance").getByRole("textbox");
  await field.fill("9");
  await field.press("Enter");
  await expect(journey.headline).toContainText("With Amir changed");
  await expect(amir.locator(".better")).not.toHaveCount(0);
  await expect(gunnel.locator(".better, .worse")).toHaveCount(0);
  const change = journey.change("Amir, steps on the phase-out ladder");
  await expect(change.row).toContainText("3 → 9 steps");
  await page.reload();
  await expect(journey.headline).toContainText("With Amir changed");
  await change.reset.click();
  await expect(journey.changes.locator("li")).toHaveCount(0);
  await journey.undo.click();
  await expect(change.row).toBeVisible();
});

test("a contract that binds is seen under the curve, and no longer once nobody is bound", async ({ page }) => {
  const { journey, row } = await opened(page, "en", "Sara");
  const bound = page.locator("figure.retention .hint");
  await expect(bound).toContainText("would leave but are bound");
  const field = row("binding").getByRole("textbox");
  await field.fill("0");
  await field.press("Enter");
  await expect(journey.headline).toContainText("With Sara changed");
  await expect(bound).toHaveCount(0);
});

test("what a quality cannot be is said, and the old value stays", async ({ page }) => {
  const { journey, row } = await opened(page, "en", "Amir");
  const field = row("patience").getByRole("textbox");
  await field.fill("99");
  await field.press("Enter");
  await expect(row("patience").getByRole("alert")).toContainText("95");
  await expect(journey.changes.locator("li")).toHaveCount(0);
});
