// What is often said, tried on the journey at hand; ready-made proposals; and where a claim holds and where not.
import { readFileSync } from "node:fs";
import { clean } from "../axe.js";
import { expect, patiently, test } from "../fixtures.js";
import { Journey, Meeting, Prioritise } from "../page.js";

const streaming = JSON.parse(readFileSync(new URL("../../../public/journeys/streaming.json", import.meta.url), "utf8"));

/** The per cents of a row of bars, and half its interval. */
const rates = async (saying) => {
  await expect(saying.locator("td.gives").first()).toBeVisible();
  const cells = await saying.locator("td.gives").allTextContents();
  return cells.map((text) => {
    const [share, noise] = text.split("±").map((part) => Number(part.replace(",", ".").replace(/[^\d.]/g, "")));
    return { share, noise };
  });
};

for (const [lang, locale] of Object.entries({ en: "en-GB", sv: "sv-SE" })) {
  test.describe(lang, () => {
    test.use({ locale });

    test("what is often said is tried: service, offers, good contacts, the ladder", async ({ page }) => {
      const journey = await new Journey(page, lang).open();
      await journey.crowded();
      await journey.settled();
      await page.getByRole("button", { name: journey.words.sayings.open }).click();
      const [service, other] = await rates(page.locator(".saying-switching"));
      expect(service.share, "service weighs more").toBeGreaterThan(2 * other.share);
      const [offers, visitors] = await rates(page.locator(".saying-offers"));
      expect(offers.share).toBeGreaterThan(60);
      expect(offers.share).toBeLessThan(70);
      expect(visitors.share).toBeGreaterThan(5);
      expect(visitors.share).toBeLessThan(20);
      // With a contract that binds, one failure sends few away soon.
      await expect(page.locator(".saying-moments h3")).toContainText(lang === "en" ? "no clear difference" : "ingen säker skillnad");
      await expect(page.locator(".saying-ladder figure")).toHaveCount(1);
      await clean(page);
    });
  });
}

test("with just as many good contacts more leave soon if the ones that matter failed, where nothing binds", async ({ page }) => {
  const journey = await new Journey(page).open();
  await page.locator(".journey-name").click();
  await page.getByRole("button", { name: streaming.summary.en }).click();
  await journey.settled();
  await page.getByRole("button", { name: journey.words.sayings.open }).click();
  const [failed, spared] = await rates(page.locator(".saying-moments"));
  expect(failed.share - failed.noise).toBeGreaterThan(spared.share + spared.noise);
});

test("with a change today's ladder stands beside the other", async ({ page }) => {
  const journey = await new Journey(page).open();
  await journey.select("Invoice");
  await journey.type("85");
  await expect(journey.headline).toContainText("saved");
  await page.getByRole("button", { name: journey.words.sayings.open }).click();
  const ladders = page.locator(".saying-ladder");
  await expect(ladders.locator("figure")).toHaveCount(2);
  const [doubt, doubtToday, gone, goneToday] = (await ladders.locator("h3").textContent()).match(/[\d.]+(?=%)/g).map(Number);
  expect(doubt, "no more are on their way out").toBeLessThanOrEqual(doubtToday);
  expect(gone, "fewer have left").toBeLessThan(goneToday);
});

test("one press shows where a claim holds, and one where it does not", async ({ page }) => {
  const place = await new Prioritise(await new Journey(page).open()).open();
  await place.show(place.logic);
  await place.logic.getByRole("button", { name: place.words.logic.show_holds }).click();
  const title = place.logic.getByRole("heading", { level: 2 });
  await patiently(title).toHaveText(/^Once Dinner has been strengthened, the same effort on Delivery gives [\d.]+ times as much$/);
  await place.logic.getByRole("button", { name: place.words.logic.show_not }).click();
  await patiently(title).toHaveText("Once Dinner has been strengthened, the same effort on Delivery gives less");
});

test("a good invoice is tried in one press, stands among the proposals, and is taken away", async ({ page }) => {
  const journey = await new Journey(page).open();
  await journey.selectTouchpoint("Advert");
  const words = journey.words.ready_made;
  const ready = page.locator(".ready-made");
  await expect(ready).toBeHidden();
  await journey.selectTouchpoint("Invoice");
  await ready.getByRole("button", { name: words.try_it }).click();
  await expect(journey.headline).toContainText(/customers are saved/);
  await expect(journey.change("Invoice that explains").row).toBeVisible();
  const meeting = await new Meeting(page).go();
  await meeting.show(meeting.proposals);
  await expect(meeting.proposals).toContainText("Invoice that explains, helps and is easy to pay");
  await page.locator("nav.places").getByRole("button", { name: journey.words.places.journey }).click();
  await ready.getByRole("button", { name: words.remove }).click();
  await expect(journey.changes.locator("li")).toHaveCount(0);
});

test("word of mouth is a curve of those who come, with who tells whom", async ({ page }) => {
  const journey = await new Journey(page).open();
  await journey.openDashboards();
  const mouth = page.locator(".word-of-mouth");
  await expect(mouth.getByRole("img")).toHaveCount(1);
  await expect(mouth).toContainText(/recommend and tell 5 people a year each; \d+ advise against and tell 12/);
  const before = await mouth.getByRole("heading").textContent();
  await journey.echo.fill("1");
  await expect(mouth.getByRole("heading")).not.toHaveText(before);
  await expect(mouth.locator("g.what-if path.line")).toHaveCount(1);
});
