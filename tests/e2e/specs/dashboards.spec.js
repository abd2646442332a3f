import { cleanEverywhere } from "../axe.js";
import { test, expect, FEW } from "../fixtures.js";
import { Journey } from "../page.js";

test.use({ found: { customers: FEW } });

for (const [lang, locale] of Object.entries({ en: "en-GB", sv: "sv-SE" })) {
  test.describe(`in ${lang}`, () => {
    test.use({ locale });

    test("what the company sees stands beside what is so, with how much is silent", async ({ page }) => {
      const journey = await new Journey(page, lang).open();
      await journey.openDashboards();
      const [sees, isSo] = [journey.dashboards.first(), journey.dashboards.last()];
      await expect(sees).toContainText(journey.words.dashboards.sees);
      await expect(isSo).toContainText(journey.words.dashboards.is_so);
      await expect(isSo.getByRole("heading")).toHaveText(new RegExp(journey.words.dashboards.silent.replace("{{ n }}", "2\\d")));
      await expect(sees.getByRole("img")).toHaveCount(2);
      await expect(isSo.getByRole("img")).toHaveCount(3);
      await page.reload();
      await expect(isSo.getByRole("img"), "they are still open").toHaveCount(3);
      await journey.dashboardsButton.click();
      await expect(journey.dashboards).toHaveCount(0);
    });

    test("axe finds nothing in the dashboards, at any size, in light and dark", async ({ page }) => {
      const journey = await new Journey(page, lang).open();
      await journey.type("70");
      await journey.openDashboards();
      await expect(journey.dashboards.locator(".what-if .line")).toHaveCount(5);
      await cleanEverywhere(page);
    });
  });
}

test("a mended invoice is seen in the reports, and the page says when", async ({ page }) => {
  const journey = await new Journey(page).open();
  await journey.openDashboards();
  await expect(journey.lag).toContainText(/complaints and a churn of .+ per month/);
  await journey.select("Invoice");
  await journey.type("85");
  await expect(journey.lag).toHaveText(/With Invoice stronger from month 0 on: .*(both reports show it|churn falls visibly) in .*month/);
  await expect(journey.dashboards.first().getByRole("img").last()).toHaveAttribute("aria-label", /with the change, .+ without/);
});

test("a change too small to be seen is said to be so", async ({ page }) => {
  const journey = await new Journey(page).open();
  await journey.openDashboards();
  await journey.select("Newsletter");
  await journey.type("95.2");
  await expect(journey.lag).toHaveText(/too small for either report to show/);
});

test("the change begins when it is told to, and that is kept, undone and reset", async ({ page }) => {
  const journey = await new Journey(page).open();
  await journey.openDashboards();
  await journey.select("Invoice");
  await journey.type("85");
  await journey.start.fill("6");
  await journey.start.press("Enter");
  await expect(journey.lag).toContainText("from month 6 on");
  await expect(journey.dashboards.locator(".start").first()).toBeAttached();
  await expect(journey.changes).toContainText("in month 6");
  await page.reload();
  await expect(journey.start).toHaveValue("6");
  await expect(journey.lag).toContainText("from month 6 on");
  await journey.start.fill("99");
  await journey.start.press("Enter");
  await expect(page.getByText("Write a whole number from 0 to 24.")).toBeVisible();
  await journey.undo.click();
  await expect(journey.start).toHaveValue("0");
  await journey.redo.click();
  await page.getByRole("button", { name: "Reset The change begins" }).click();
  await expect(journey.start).toHaveValue("0");
});

test("word of mouth and arrivals can be changed, and taken back from the list", async ({ page }) => {
  const journey = await new Journey(page).open();
  await journey.openDashboards();
  await journey.echo.focus();
  for (let i = 0; i < 4; i++) await page.keyboard.press("PageUp");
  await expect(journey.changes).toContainText("Word of mouth");
  await expect(journey.changes).toContainText("10% → 50%");
  await journey.arrivals.fill("12 000");
  await journey.arrivals.press("Enter");
  await expect(journey.changes).toContainText("8,000 → 12,000");
  await expect(journey.lag).toContainText("2 changes", { ignoreCase: true });
  await page.getByRole("button", { name: "Reset Visitors" }).click();
  await page.getByRole("button", { name: "Reset Word of mouth" }).click();
  await expect(journey.changes).toContainText("Nothing yet");
});

test("where it chafes stands beside the inbox, with how much of all that failures take", async ({ page }) => {
  const journey = await new Journey(page).open();
  await journey.openDashboards();
  const lists = page.locator(".chafing");
  await expect(lists.locator("dt")).toHaveText([journey.words.way.inbox, journey.words.way.chafes, journey.words.way.lost]);
  const chafes = await lists.locator("dd").nth(1).innerText();
  const shares = [...chafes.matchAll(/\((\d+)%\)/g)].map(([, share]) => Number(share));
  expect(shares).toHaveLength(4);
  expect(shares).toEqual(shares.toSorted((a, b) => b - a));
  expect(chafes).toMatch(/^Invoice \(/);
});
