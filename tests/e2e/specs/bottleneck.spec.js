// Nobody is given the answer before they have asked: what the page opens with, when the bottleneck is named, what turned
// out.
import { readFileSync } from "node:fs";
import { clean } from "../axe.js";
import { test, expect, FEW, patiently } from "../fixtures.js";
import { Journey, Prioritise } from "../page.js";

test.use({ found: { customers: FEW } });

const ready = (id) => JSON.parse(readFileSync(new URL(`../../../public/journeys/${id}.json`, import.meta.url), "utf8"));
const button = ({ notes }, name) => notes.getByRole("button", { name, exact: true });
const back = ({ page, words }) => page.locator("nav.places").getByRole("button", { name: words.places.journey }).click();

/** That no place of the journey names the bottleneck. */
async function untold({ page, words, notes }) {
  await expect(page.locator(".sign.binding, path.binding")).toHaveCount(0);
  await expect(notes).not.toContainText("◆");
  await expect(page.getByRole("option", { name: new RegExp(`, ${words.binding.spoken}$`) })).toHaveCount(0);
}

test("a journey opens on a link that gives nothing away, with its story and without its bottleneck", async ({ page }) => {
  const journey = await new Journey(page).open("./");
  await expect(page.locator("#inspector-name")).toHaveText("Delivery and activation");
  await expect(page.locator(".headline .under")).toContainText(ready("telecom").summary.en);
  // By now it is found out, and still nobody has asked.
  await journey.settled();
  await untold(journey);
});

test("one press shows the bottleneck, another hides it, and the page remembers", async ({ page }) => {
  const journey = await new Journey(page).open();
  await journey.showBottleneck();
  await expect(journey.notes).toContainText("Invoice is the bottleneck");
  await expect(page.locator(".sign.binding")).toHaveCount(1);
  await expect(page.locator("#bottleneck"), "who pressed stays there").toBeFocused();
  await page.reload();
  await patiently(journey.notes).toContainText("Invoice is the bottleneck");
  await button(journey, journey.words.binding.hide).click();
  await untold(journey);
  await journey.showBottleneck();
  await page.locator(".journey-name").click();
  await page.getByRole("button", { name: ready("streaming").summary.en }).click();
  await expect(page.locator(".headline .under")).toContainText(ready("streaming").summary.en);
  await untold(journey);
});

test("the story stays at hand when the sentence tells of a change", async ({ page }) => {
  const journey = await new Journey(page).open();
  await expect(journey.notes).not.toContainText(ready("telecom").summary.en);
  await journey.type(71);
  await expect(journey.notes).toContainText(ready("telecom").summary.en);
});

test("a room that bets is told nowhere, and is told in both places once it reveals", async ({ page }) => {
  const journey = await new Journey(page).open();
  await journey.showBottleneck();
  await button(journey, journey.words.binding.hide).click();
  await button(journey, journey.words.bets.title).click();
  const place = new Prioritise(journey);
  await expect(place.bets.getByRole("heading", { level: 2 })).toBeFocused();
  await expect(place.ranking).toBeHidden();
  await place.more("Support").click();
  await back(journey);
  await untold(journey);
  await expect(journey.notes).toContainText(journey.words.binding.covered);
  await expect(button(journey, journey.words.binding.reveal)).toHaveCount(0);
  await button(journey, journey.words.binding.to_bets).click();
  await place.reveal.click();
  await patiently(place.bets.getByRole("heading", { level: 2 })).toHaveText("No chip was on the bottleneck");
  await back(journey);
  await patiently(journey.notes).toContainText("Invoice is the bottleneck");
});

for (const [lang, locale] of [["en", "en-GB"], ["sv", "sv-SE"]]) {
  test.describe(`what turned out, in ${lang}`, () => {
    test.use({ locale, found: { customers: FEW, journey: "e-commerce" } });

    test("is told beside what the company believes, with its noise, and names the moments of truth that were found", async ({ page }) => {
      const journey = await new Journey(page, lang).open("./");
      await expect(page.locator(".turned-out")).toHaveCount(0);
      await journey.showBottleneck();
      const folded = page.locator(".turned-out");
      await folded.locator("summary").click();
      const told = folded.locator(".turned");
      const { summary, touchpoints } = ready("e-commerce");
      await expect(told.locator(".believes")).toHaveText(summary[lang]);
      const name = (id) => touchpoints.find((one) => one.id === id).name[lang];
      await expect(told, "what the same effort gives where the company would put it").toContainText(name("checkout"));
      const { turned } = journey.words;
      await expect(told.getByRole("heading", { level: 3 })).toHaveText([turned.to_buy, turned.to_stay]);
      const [buying, staying] = await told.locator("table").all();
      await expect(staying.locator("tbody tr").first()).toContainText(name("delivery-info"));
      for (const table of [buying, staying]) {
        await expect(table.locator("tbody tr").first()).toContainText("±");
        const gains = await table.locator("tbody td:nth-child(2)").evaluateAll((all) => all.map((cell) => parseFloat(cell.textContent.replace(/[\s,\u00a0](?=\d{3})/g, ""))));
        expect(gains).toEqual(gains.toSorted((a, b) => b - a));
      }
      await clean(page);
    });
  });
}

test("what was marked by hand is seen on the chain, said, and explained", async ({ page }) => {
  const journey = await new Journey(page).open("./");
  const { touchpoints } = ready("telecom");
  const marked = (field) => touchpoints.filter((one) => one[field]);
  await expect(page.locator(".seal.moment").and(page.locator(".chain > g > .seal"))).toHaveCount(marked("moment_of_truth").length);
  await expect(page.locator(".chain > g > .seal.micro")).toHaveCount(marked("micro_decision").length);
  for (const [field, mark] of [["moment_of_truth", "moment"], ["micro_decision", "micro"]]) {
    for (const { name } of marked(field)) {
      await expect(page.getByRole("option", { name: `Touchpoint ${name.en},` })).toHaveAttribute("aria-label", new RegExp(journey.words.marks[mark]));
    }
    await expect(journey.notes).toContainText(journey.words.marks[mark]);
  }
  await journey.selectTouchpoint("Invoice");
  await expect(page.locator("#inspector .about")).toContainText(journey.words.marks.moment);
});
