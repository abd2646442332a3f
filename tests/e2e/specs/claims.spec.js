// What the product claims about customer journeys, seen where a person sees it: in the ready journeys, by the figures
// that stand on the page. One figure is more than another where the intervals that are shown with them do not meet.
import { readFileSync } from "node:fs";
import { test, expect, patiently } from "../fixtures.js";
import { Journey, Meeting, Prioritise } from "../page.js";

const ready = (id) => JSON.parse(readFileSync(new URL(`../../../public/journeys/${id}.json`, import.meta.url), "utf8"));
const number = (text) => Number(text.replace(/,/g, "").replace("−", "-").match(/-?\d+(\.\d+)?/)[0]);
const expectMore = (more, less, why) =>
  expect(more.value - more.noise, `${why}: ${JSON.stringify([more, less])}`).toBeGreaterThan(less.value + less.noise);

/** The rows of a table of bars: what is named, and what it gives. */
const bars = async (table) => {
  const rows = table.locator("tr:has(.gives b)");
  const cells = await rows.evaluateAll((all) => all.map((row) => [row.querySelector("th").innerText.trim(), row.querySelector(".gives").innerText]));
  return cells.map(([name, gives]) => ({ name, value: number(gives), noise: number(gives.split("±")[1]) }));
};

/** What happens at the selected link, of 10 000 who come: now, and today where that is another figure. */
const happens = async ({ page, words }, what) => {
  // An offer is taken or declined; it does not hold or fail.
  const names = ({ held: ["held", "yes"], failed: ["failed", "no"] }[what] ?? [what]).map((key) => words.facts[key]);
  const row = page.locator(".happened dl > div").filter({ hasText: new RegExp(names.join("|")) });
  const [now, was] = [number(await row.locator("b").innerText()), await row.locator(".was").innerText()];
  return { now, today: was ? number(was) : now };
};

/** Strengthens one touchpoint, all else as today: who stays, what it costs, and how many more encounters hold there. */
const strengthened = async (journey, name, percent) => {
  await journey.selectTouchpoint(name);
  await journey.type(percent);
  await expect(journey.headline).toHaveText(new RegExp(`with ${name} stronger,.+customers are saved`, "i"));
  await journey.settled();
  const value = number(await journey.headline.innerText());
  const noise = number((await journey.page.locator(".headline .under").innerText()).match(/±.+/)[0]);
  const effort = await journey.page.locator("#inspector .effort").innerText();
  const { now, today } = await happens(journey, "held");
  await journey.changes.getByRole("button", { name: journey.words.changes.reset_all }).click();
  return { value, noise, effort, held: now - today };
};

/** What a link gives alone and after another has been mended, by chain feel, once the page has found this. */
const aloneAndAfter = async (place, finding) => {
  await place.show(place.logic);
  await patiently(place.logic.getByRole("heading", { level: 2 })).toHaveText(finding);
  const [own, none, full] = await place.logic.locator("table.bars tbody").all();
  return { own: await bars(own), none: await bars(none), full: await bars(full) };
};

/** Where each way of spending ends, how far behind the best effect that is (0 where noise may explain it), who gets what. */
const raced = async (place, outcome) => {
  await place.goal.selectOption(outcome);
  await place.show(new Meeting(place.page).race);
  const { race, words } = new Meeting(place.page);
  const finding = race.getByRole("heading", { level: 2 });
  await patiently(finding).toContainText(`${words.goal[`the_${outcome}`].replace("{{ period }}", words.unit.month)} goes from `);
  await race.locator("summary", { hasText: words.race.who }).click();
  const rows = await race.locator(".who tbody tr").evaluateAll((all) => all.map((row) => [...row.cells].map((cell) => cell.innerText)));
  const way = (which) => rows.find(([name]) => name === words.race[which]);
  return {
    end: (which) => number(way(which)[1]),
    behind: (which) => (way(which)[2].includes("±") ? number(way(which)[2]) : 0),
    gets: (which) => way(which).at(-1),
    today: number((await finding.innerText()).split(" from ")[1]),
  };
};

const back = ({ page, words }) => page.locator("nav.places").getByRole("button", { name: words.places.journey }).click();
const prioritise = async (page) => new Prioritise(await new Journey(page).open()).open();

test("the same effort gives less on every other link than on the one that binds", async ({ page }) => {
  const place = await prioritise(page);
  await patiently(place.ranking).toContainText("98,304 visitors were simulated");
  await place.all.click();
  const [binding, ...others] = await bars(place.ranking);
  expect(others).toHaveLength(34);
  for (const other of others) expectMore(binding, other, "the bars do not meet");
  await back(place.journey);
  const there = await strengthened(place.journey, binding.name, 82.5);
  const next = await strengthened(place.journey, others[0].name, 80.5);
  expect(next.effort, "it costs as much").toBe(there.effort);
  expectMore(there, next, "in people who stay");
});

test.describe("mending one link first makes another worth more", () => {
  test("before the purchase whatever the chain feel, and after it for some, but not with chain feel 0", async ({ page }) => {
    const place = await prioritise(page);
    await place.goal.selectOption("conversion");
    const buying = await aloneAndAfter(place, /^Once Advert has been strengthened, the same effort on Compare plans gives 1\.\d times as much$/);
    // How sure that is stands in the finding: what comes after is counted in the same lives as what it gives alone.
    for (const [alone, after] of Object.values(buying)) expect(after.value, "links in a row").toBeGreaterThan(alone.value);
    // An invoice that fails nine times in ten: nothing else keeps those who feel the chain.
    await back(place.journey);
    await place.journey.selectTouchpoint("Invoice");
    await place.journey.type(10);
    await place.open();
    await place.goal.selectOption("retention_12");
    const staying = await aloneAndAfter(place, "For Amir, Support gives more with Invoice strengthened first; for customers as a whole it does not");
    await place.show(place.logic);
    await patiently(place.logic.locator(".note")).toContainText("Here it is true for Amir, but not for customers as a whole");
    expectMore(...staying.none, "it leaves less to give");
    await place.show(place.ranking);
    await place.all.click();
    const support = async (who) => {
      await patiently(place.ranking).toContainText("98,304 visitors were simulated");
      await place.whose.selectOption({ label: who });
      await expect(place.title).toContainText(`For ${who},`);
      return (await bars(place.ranking)).find(({ name }) => name === "Support");
    };
    const alone = { amir: await support("Amir"), gunnel: await support("Gunnel") };
    await back(place.journey);
    await place.journey.selectTouchpoint("Invoice");
    // Two units, as the chain logic mends it.
    await place.journey.type(77.5);
    await place.open();
    expectMore(await support("Amir"), alone.amir, "he feels the chain fully");
    expectMore(alone.gunnel, await support("Gunnel"), "she forgives, and much is left to save before");
  });

  test("for all together where the chain is felt under strain, and not on a calm day or with chain feel 0", async ({ page }) => {
    const journey = await new Journey(page).open();
    await page.locator(".journey-name").click();
    await page.getByRole("button", { name: ready("food-box").summary.en }).click();
    await expect(page.locator(".journey-name")).toContainText(ready("food-box").name.en);
    const place = await new Prioritise(journey).open();
    await place.goal.selectOption("retention_12");
    await aloneAndAfter(place, "Once Dinner has been strengthened, the same effort on Delivery gives less");
    await back(journey);
    await journey.strain.fill("1");
    await expect(journey.headline).toHaveText(/under strain/i);
    await place.open();
    const felt = await aloneAndAfter(place, /^Once Dinner has been strengthened, the same effort on Delivery gives [\d.]+ times as much$/);
    for (const [alone, after] of [felt.own, felt.full]) expectMore(after, alone, "a fresh failure voids the rest");
    expect(felt.none[1].value, "good and bad simply add up").toBeLessThan(felt.none[0].value);
  });
});

test("after enough effort on the weakest link the advice changes, and once none is weak so does the strategy", async ({ page }) => {
  const place = await prioritise(page);
  const { journey, advice } = place;
  const { race, words } = new Meeting(page);
  await test.step("after a unit, in words and in the race", async () => {
    await place.goal.selectOption("conversion");
    const turn = "After 1 unit on the weakest link the advice changes: from then on Compare plans gives more.";
    await patiently(page.locator(".advice .under")).toContainText(turn);
    await expect(advice).toContainText("Strengthen Advert first.");
    await place.show(race);
    await expect(race.locator(".how-sure")).toContainText("“Weakest first” is right for 1 unit. After that, the next unit does more at Compare plans");
    await expect(race.locator(".turn-words")).toHaveText(words.race.turn);
    const one = race.locator('.tick[text-anchor="middle"]', { hasText: /^1$/ });
    expect(await race.locator("line.turn").getAttribute("x1"), "at the unit that is named").toBe(await one.getAttribute("x"));
  });
  await test.step("with the binding link made strong another one is named", async () => {
    await place.goal.selectOption("churn");
    await patiently(advice).toContainText("Strengthen Invoice first.");
    await back(journey);
    await journey.selectTouchpoint("Invoice");
    await journey.type(96);
    await place.open();
    await patiently(advice).toContainText("Strengthen Support first.");
    await place.show(place.ranking);
    await patiently(place.ranking).toContainText("98,304 visitors were simulated");
    const [first, ...others] = await bars(place.ranking);
    expectMore(first, others.find(({ name }) => name === "Invoice"), "the invoice binds no more");
  });
  await test.step("with every link strong effort goes where it gives most", async () => {
    const strong = ready("telecom");
    for (const link of [...strong.touchpoints, ...strong.handovers]) link.strength = { likely: Math.max(0.9, link.strength.likely) };
    await back(journey);
    await journey.openFile("strong.json", JSON.stringify(strong));
    await expect(journey.changes).toContainText(words.changes.none);
    await place.open();
    await place.goal.selectOption("conversion");
    await patiently(advice).toContainText("No link is weak any more. Put the effort where it gives most: Order.");
  });
});

test("more good experiences keep fewer customers than fewer of them in the right place", async ({ page }) => {
  const journey = await new Journey(page).open();
  await journey.settled();
  const [bought, still] = (await journey.headline.innerText()).match(/[\d,]+ (buy|are)/g).map(number);
  const { touchpoints, phases } = ready("telecom");
  const isAfter = ({ phase }) => phases.find(({ id }) => id === phase).stage === "after";
  const sum = { held: 0, failed: 0 };
  for (const { name } of touchpoints.filter(isAfter)) {
    await journey.selectTouchpoint(name.en);
    for (const what of ["held", "failed"]) sum[what] += (await happens(journey, what)).now;
  }
  expect(sum.held, "more good than bad is not enough").toBeGreaterThan(2 * sum.failed);
  expect(still, "since a third leave").toBeLessThan((2 / 3) * bought);
  const app = await strengthened(journey, "App", 100);
  const invoice = await strengthened(journey, "Invoice", 70);
  expect(app.held, "at least as many more hold").toBeGreaterThanOrEqual(invoice.held);
  expectMore(invoice, app, "in people who stay");
});

test("a budget split by silo or sent after complaints buys no more than one that goes where it does most", async ({ page }) => {
  const place = await prioritise(page);
  const [churn, buying] = [await raced(place, "churn"), await raced(place, "conversion")];
  const shares = churn.gets("by_silo").match(/\d[\d.]*/g);
  expect(shares, "every owner gets the same").toEqual(Array(ready("telecom").owners.length).fill(shares[0]));
  expect(churn.gets("best_effect")).toMatch(/^Support 3, Invoice 3, /);
  for (const [race, why] of [[churn, "more leave"], [buying, "fewer buy"]]) {
    for (const way of ["by_silo", "by_complaints"]) expect(race.behind(way), `${way}: ${why}`).toBeGreaterThan(0);
  }
  expect(churn.behind("by_silo"), "the silos are further behind").toBeGreaterThan(churn.behind("by_complaints"));
  expect(buying.end("by_complaints"), "who never bought does not complain").toBe(buying.today);
});

test("what is heard says little of where customers are lost", async ({ page }) => {
  const journey = await new Journey(page).open();
  await journey.settled();
  const at = async (name) => {
    await journey.selectTouchpoint(name);
    const [heard, silent] = await page.locator(".heard-part").locator("h3, .breaks-words").allInnerTexts();
    const [failed, left] = [(await happens(journey, "failed")).now, (await happens(journey, "gone")).now];
    return { heard: number(heard), silent: number(silent), failed, left };
  };
  const [invoice, support, newsletter] = [await at("Invoice"), await at("Support"), await at("Newsletter")];
  expect(invoice.heard + invoice.silent).toBe(invoice.failed);
  const silent = invoice.silent / invoice.heard;
  expect(silent > 80 && silent < 120, `${silent} silent for each one heard`).toBe(true);
  expect(support.heard, "the inbox is louder about support").toBeGreaterThan(invoice.heard);
  expect(invoice.left, "and it is the invoice that loses customers").toBeGreaterThan(1.5 * support.left);
  expect(support.left).toBeGreaterThan(5 * newsletter.left);

  await journey.openDashboards();
  const whole = () => patiently(page.getByRole("main")).toContainText("Simulated with 4,688 visitors");
  await whole();
  const [sees, isSo] = [journey.dashboards.first(), journey.dashboards.last()];
  const last = async (side) => number((await side.getByRole("img").first().getAttribute("aria-label")).match(/([\d,]+) in month 24/)[1]);
  expect(await last(isSo), "failures for each complaint voiced").toBeGreaterThan(10 * (await last(sees)));
  await journey.selectTouchpoint("Invoice");
  await journey.type(68);
  await patiently(journey.lag).toHaveText(/With Invoice stronger .+ too small for either report to show/);
  await whole();
  const [, now, today] = (await isSo.locator(".dashboard-under").innerText()).match(/^([\d.]+)% .+ instead of ([\d.]+)%, and no report shows it/);
  expect(Number(now), "fewer stand on the ladder").toBeLessThan(Number(today));
});

test("effort taken from a link on which much rests does harm on most of the links it could be moved to", async ({ page }) => {
  const place = await prioritise(page);
  const { race } = new Meeting(page);
  await place.show(race);
  const harm = race.locator(".harm");
  await patiently(harm).toHaveText(/^Taking 1 unit of effort from .+ costs most: [\d,]+ of 10,000 customers leave who stay today \(±\d+\)\. On (each|\d+) of the 34 other links/);
  const [, inVain] = (await harm.innerText()).match(/On (each|\d+) of the 34/);
  expect(inVain === "each" ? 34 : Number(inVain)).toBeGreaterThan(17);
  await expect(race.locator(".taken")).toContainText("taken from all the other links instead of being added");
});
