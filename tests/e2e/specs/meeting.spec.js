import { clean } from "../axe.js";
import { test, expect, FEW, patiently, poll } from "../fixtures.js";
import { Journey, kept, Meeting, Prioritise } from "../page.js";
import { readFileSync } from "node:fs";

test.use({ found: { customers: FEW } });

const ready = (id) => JSON.parse(readFileSync(new URL(`../../../public/journeys/${id}.json`, import.meta.url), "utf8"));
const [insurance, telecom] = ["insurance", "telecom"].map(ready);

/** A room around the insurance journey. */
const meet = async (page, lang = "en") => {
  const journey = await new Journey(page, lang).open();
  await page.locator(".journey-name").click();
  await page.getByRole("button", { name: insurance.summary[lang] }).click();
  await expect(page.locator(".journey-name")).toContainText(insurance.name[lang]);
  return { journey, meeting: await new Meeting(page, lang).go() };
};

const three = [
  { name: "Say at once what is covered", owner: "Policies", changes: [{ link: "Policy documents → App", value: 2 }] },
  { name: "Call back within the hour", owner: "Customer service", changes: [{ link: "Support", value: 1 }] },
  { name: "A kinder premium letter", owner: "Finance", cost: 3, changes: [{ link: "Premium bill", what: "pain", value: "0,05" }, { link: "Premium bill", value: 1 }] },
];

test("a whole meeting: bets, proposals, a budget, the race, the advice, one proposal off, undo, and one page of paper", async ({ page }) => {
  const { journey, meeting } = await meet(page);
  const place = new Prioritise(journey);

  await test.step("the room bets before it looks, and then sees where its chips lay", async () => {
    await place.show(place.bets);
    await place.bet.click();
    await expect(place.ranking).toBeHidden();
    for (const link of ["Policy documents → App", "Premium bill", "Premium bill"]) await place.more(link).click();
    await place.reveal.click();
    await patiently(place.bets.getByRole("heading", { level: 2 })).toHaveText("1 of 3 chips lay on the bottleneck");
    await place.show(place.ranking);
    await patiently(place.names.first()).toHaveText("Policy documents → App");
    await patiently(place.advice).toContainText("from Policy documents to App first");
  });

  await test.step("three proposals, each with what it does", async () => {
    for (const proposal of three) await meeting.propose(proposal);
    for (const { name } of three) {
      await patiently(meeting.proposal(name).effect).toHaveText(/\d|no clear difference|for anyone/);
    }
    await patiently(meeting.together.locator(".effect")).toHaveText(/\d|no clear difference/);
    await expect(meeting.proposals.getByRole("heading", { level: 2 })).toContainText("3 proposals");
  });

  await test.step("a budget, and what a unit costs", async () => {
    await meeting.show(meeting.race);
    await meeting.units.fill("40");
    await meeting.units.press("Enter");
    await expect(meeting.race.locator(".wrong")).toContainText("20");
    await meeting.units.fill("4");
    await meeting.units.press("Enter");
    await meeting.unitCost.fill("50 000");
    await meeting.unitCost.press("Enter");
  });

  await test.step("the race: all six ways, who gets what, unit by unit", async () => {
    await meeting.found(meeting.race);
    const picture = meeting.race.getByRole("img");
    for (const way of ["evenly", "by_silo", "by_complaints", "weakest_first", "best_effect", "moved"]) {
      await expect(picture).toContainText(meeting.words.race[way]);
    }
    const heights = await picture.locator(".lane text").evaluateAll((all) => all.map((t) => Number(t.getAttribute("y"))).sort((a, b) => a - b));
    for (const [n, y] of heights.entries()) if (n > 0) expect(y - heights[n - 1], "labels keep clear of each other").toBeGreaterThan(15);
    await meeting.race.locator("summary", { hasText: meeting.words.race.who }).click();
    await expect(meeting.race.locator("tbody tr")).toHaveCount(6);
    // Whom each way saves stands beside what only comes of who buys.
    await expect(meeting.race.locator(".kept")).toContainText(/customers who would buy anyway, “best effect” saves [\d,]+ \(±\d+\)/);
    await expect(meeting.race.getByRole("columnheader")).toHaveText([meeting.words.race.way, meeting.words.race.ends_at, meeting.words.race.behind, "Saves, of 10,000 customers", meeting.words.race.gets]);
    await meeting.race.getByRole("button", { name: meeting.words.race.back }).click();
    await expect(meeting.race.getByRole("status").last()).toHaveText("Units spent: 3 of 4");
  });

  await test.step("how sure: fifty worlds that can be counted", async () => {
    await meeting.found(meeting.sure);
    await expect(meeting.sure.getByRole("img").locator("path")).toHaveCount(50);
    const named = await meeting.sure.locator(".worlds li").allTextContents();
    expect(named.map((words) => Number(words.match(/\d+$/)[0])).reduce((a, b) => a + b)).toBe(50);
  });

  await test.step("with that handover mended the advice is another, with the figures that it rests on", async () => {
    await meeting.found(meeting.sure);
    await patiently(place.advice).toContainText("from Making a claim to Claims handler");
    await patiently(place.advice).not.toContainText("from Policy documents to App first");
    await expect(page.locator(".advice .under")).toContainText(/\d+ more of 10,000 customers stay for \d+ quarters/);
  });

  await test.step("one proposal off, and on again by undo", async () => {
    await meeting.show(meeting.proposals);
    const { on } = meeting.proposal(three[1].name);
    await on.click();
    await expect(on).toHaveAttribute("aria-checked", "false");
    await expect(meeting.proposals.getByRole("heading", { level: 2 })).toContainText("2 proposals");
    await journey.undo.click();
    await expect(on).toHaveAttribute("aria-checked", "true");
  });

  await test.step("the rest is found out, and nothing is out of reach", async () => {
    for (const panel of [meeting.strain, meeting.rescue]) await meeting.found(panel);
    await meeting.show(meeting.proposals);
    await patiently(meeting.together.locator("dl")).toContainText(/\d ?(%|points)/);
    await clean(page);
  });

  await test.step("one page of paper, with the proposals and nothing else", async () => {
    // The dialog of the browser is nothing of the page.
    await page.evaluate(() => {
      window.print = () => {};
    });
    await meeting.proposals.getByRole("button", { name: meeting.words.proposals.print }).click();
    await page.emulateMedia({ media: "print" });
    for (const { name } of three) await expect(meeting.proposal(name).row).toBeVisible();
    await expect(meeting.race).toBeHidden();
    await expect(meeting.proposals.getByRole("button", { name: meeting.words.proposals.add })).toBeHidden();
    const pdf = await page.pdf({ format: "A4" });
    expect(pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  });
});

test("what is proposed is kept, and is one entry in the journey", async ({ page }) => {
  const { journey, meeting } = await meet(page);
  await meeting.propose(three[0]);
  await poll(() => kept(page)).toContain(three[0].name);
  await page.reload();
  await meeting.show(meeting.proposals);
  await expect(meeting.proposal(three[0].name).on).toHaveAttribute("aria-checked", "true");
  await page.locator("nav.places").getByRole("button", { name: meeting.words.places.journey }).click();
  await expect(journey.changes.locator("li")).toHaveCount(1);
  await expect(journey.headline).toContainText(/with say at once what is covered/i);
  await journey.changes.getByRole("button", { name: meeting.words.changes.reset_all }).click();
  await expect(journey.change(three[0].name).on).toHaveAttribute("aria-checked", "false");
});

test("what is being written stays when the language changes, and chips stay with their journey", async ({ page }) => {
  const { journey, meeting } = await meet(page);
  await meeting.propose(three[1]);
  await meeting.proposal(three[1].name).row.getByRole("button", { name: `Change ${three[1].name}` }).click();
  const name = meeting.proposals.locator("form").getByRole("textbox").first();
  await name.fill("Half a name");
  await page.getByRole("button", { name: /svenska/i }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "sv");
  await expect(name).toHaveValue("Half a name");
  await page.getByRole("button", { name: /english/i }).click();
  const { bets, words } = new Prioritise(journey);
  await meeting.show(bets);
  await bets.getByRole("button", { name: words.bets.cover }).click();
  await bets.getByRole("button", { name: words.bets.more_on.replace("{{ link }}", "Support") }).first().click();
  await expect(bets.getByRole("status")).toHaveText(words.bets.one);
  const go = async (id) => {
    await page.locator(".journey-name").click();
    await page.getByRole("button", { name: id.summary.en }).click();
  };
  await go(telecom);
  await expect(bets.getByRole("status"), "nobody has bet here").toHaveText(words.bets.none);
  await go(insurance);
  await expect(bets.getByRole("status")).toHaveText(words.bets.one);
});

test("what cannot be proposed is told in words at its place", async ({ page }) => {
  const { meeting } = await meet(page);
  const words = meeting.words.proposals;
  await meeting.show(meeting.proposals);
  await meeting.proposals.getByRole("button", { name: words.add }).click();
  const form = meeting.proposals.locator("form");
  await form.getByRole("textbox", { name: words.value }).fill("a lot");
  await form.getByRole("button", { name: words.save }).click();
  await expect(form.getByRole("alert")).toContainText(words.fault_no_name);
  await expect(form.getByRole("alert")).toContainText("Change 1");
  await clean(page);
  await form.getByRole("button", { name: words.cancel }).click();
  await expect(meeting.proposals.locator(".proposed > li")).toHaveCount(0);
});

test.describe("on a phone, in Swedish", () => {
  test.use({ locale: "sv-SE", viewport: { width: 390, height: 844 } });
  test("every panel has room and axe finds nothing", async ({ page }) => {
    const { meeting } = await meet(page, "sv");
    for (const panel of [meeting.sure, meeting.race, meeting.strain, meeting.rescue]) await meeting.found(panel);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(over).toBeLessThanOrEqual(0);
    await clean(page);
  });
});
