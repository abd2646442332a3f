// Library: every journey of one's own is kept, found again, copied, and never lost.
import { readFileSync } from "node:fs";
import { clean } from "../axe.js";
import { test, expect, FEW, patiently, poll } from "../fixtures.js";
import { Build, Journey, Library, kept, locales, records } from "../page.js";

test.use({ found: { customers: FEW } });

const words = locales.en.library;
const ready = (id) => readFileSync(new URL(`../../../public/journeys/${id}.json`, import.meta.url), "utf8");
/** Waits until the library holds so many records that pass. */
const holds = (page, count, passes = () => true) =>
  poll(async () => Object.values(await records(page)).filter(passes).length).toBe(count);

/** A journey of one's own with a change, on the desk. */
const own = async (page, name = "ours.json") => {
  const journey = await new Journey(page).open();
  await journey.openFile(name, ready("telecom"));
  await poll(() => kept(page)).toContain(name);
  await journey.select("Invoice");
  await journey.type("70");
  await expect(journey.headline).toHaveText(/stronger/i);
  return journey;
};

test("a journey that was opened is in the library by itself, and comes back with each step after another one", async ({ page }) => {
  const journey = await own(page);
  const library = await new Library(page).go();
  await expect(library.own).toHaveCount(1);
  await expect(library.headline).toHaveText(words.headline_one);
  await expect(library.own).toContainText("16 touchpoints");
  await expect(library.own).toContainText("from the file ours.json");
  await expect(library.own.locator("svg.picture path.weakest")).toHaveCount(1);
  // A ready journey, and back.
  await library.ready.filter({ hasText: "Insurance" }).getByRole("button", { name: /^Open/ }).click();
  await expect(page.getByRole("button", { name: /^Journey: .*nsurance/ })).toBeVisible();
  await library.go();
  await library.card("Telecom").getByRole("button", { name: /^Open/ }).click();
  await expect(journey.changes).toContainText("Invoice");
  await journey.undo.click();
  await expect(journey.changes).not.toContainText("Invoice");
  // What was built comes too, without going there.
  const build = await new Build(page).open();
  await build.begin(["Advert", "Website", "Order", "Delivery", "Support", "Invoice"]);
  await holds(page, 2);
  await library.go();
  await expect(library.own).toHaveCount(2);
});

test("a journey is renamed, copied, found, sorted, put in the bin and taken back", async ({ page }) => {
  await own(page);
  const library = await new Library(page).go();
  const card = await library.more("Telecom");
  await card.getByRole("textbox", { name: words.rename_label }).fill("Our <b>meeting</b>");
  await card.getByRole("textbox", { name: words.note }).fill("On Tuesday");
  await card.getByRole("button", { name: words.save, exact: true }).click();
  await expect(library.card("Our <b>meeting</b>")).toContainText("On Tuesday");
  await library.act("Our", words.duplicate);
  await expect(library.own).toHaveCount(2);
  await library.place.getByRole("searchbox").fill("(copy)");
  await expect(library.own).toHaveCount(1);
  await library.place.getByRole("searchbox").fill("nowhere");
  await expect(library.place).toContainText(words.none_found);
  await library.place.getByRole("searchbox").fill("");
  await library.place.getByRole("combobox").selectOption("name");
  await expect(library.own.first()).not.toContainText("(copy)");
  await library.act("(copy)", words.bin_it);
  await expect(library.own).toHaveCount(1);
  await library.news.getByRole("button", { name: words.undo }).click();
  await expect(library.own).toHaveCount(2);
  await library.act("(copy)", words.bin_it);
  await expect(library.own).toHaveCount(1);
  await page.reload();
  await library.place.locator(".library-bin summary").click();
  await library.place.locator(".library-bin").getByRole("button", { name: words.take_back }).click();
  await expect(library.own).toHaveCount(2);
});

test("a version is kept and restored, and what was there is a version too", async ({ page }) => {
  const journey = await own(page);
  const library = await new Library(page).go();
  const card = await library.more("Telecom");
  await card.getByRole("textbox", { name: words.version_label }).fill("With a better invoice");
  await card.getByRole("button", { name: words.keep_version }).click();
  await expect(card.locator(".library-versions li")).toHaveCount(1);
  await page.locator("nav.places").getByRole("button", { name: locales.en.places.journey }).click();
  await journey.type("10");
  await expect(journey.changes).toContainText("10%");
  await library.go();
  const again = await library.more("Telecom");
  await again.locator(".library-versions li").filter({ hasText: "With a better invoice" }).getByRole("button").click();
  await expect(library.news).toContainText("kept as a version");
  await (await library.more("Telecom")).locator("h3").waitFor();
  await expect(library.own.locator(".library-versions li")).toHaveCount(2);
  // Of one minute, and yet not called the same.
  const labels = await library.own.locator(".library-versions li button").evaluateAll((all) => all.map((one) => one.ariaLabel));
  expect(new Set(labels).size).toBe(2);
  await page.locator("nav.places").getByRole("button", { name: locales.en.places.journey }).click();
  await expect(journey.changes).toContainText("70%");
});

test("a copy of a ready journey is one's own, and the ready one stays as it is", async ({ page }) => {
  const library = await new Library(page).open();
  await library.ready.filter({ hasText: "Streaming" }).getByRole("button", { name: /^Make a copy/ }).click();
  await expect(page.getByRole("button", { name: /^Journey: Streaming.*own copy/ })).toBeVisible();
  await expect(library.own).toHaveCount(1);
  await expect(library.ready).toHaveCount(7);
});

test("the library goes out as one file, comes in on another device, and twice is once", async ({ page, browser, baseURL }) => {
  await own(page);
  const library = await new Library(page).go();
  await expect(library.own).toHaveCount(1);
  await library.act("Telecom", words.duplicate);
  await expect(library.own).toHaveCount(2);
  await expect(library.place).toContainText(words.backup_never);
  const coming = page.waitForEvent("download");
  await library.place.getByRole("button", { name: words.backup_all }).click();
  const zip = readFileSync(await (await coming).path());
  await expect(library.place).toContainText(words.backup_today);
  const one = page.waitForEvent("download");
  await library.act("(copy)", words.file);
  const meeting = readFileSync(await (await one).path());
  expect(JSON.parse(meeting.toString()).kedja).toBe("meeting");
  const elsewhere = await browser.newContext({ baseURL });
  const other = await new Library(await elsewhere.newPage()).open();
  await other.import(["kedja-library.zip", zip]);
  await expect(other.own).toHaveCount(2);
  await other.import(["kedja-library.zip", zip], ["again.kedja.json", meeting]);
  await expect(other.news.getByRole("listitem")).toHaveCount(3);
  await expect(other.news).not.toContainText("added");
  await expect(other.own).toHaveCount(2);
  await other.import(["bad.zip", "PK\u0003\u0004 and nothing more"], ["empty.json", "{}"], ["notes.txt", "hello"]);
  await expect(other.news).toContainText("bad.zip: not a whole zip file.");
  await expect(other.news).toContainText("notes.txt: not a journey from Kedja");
  await expect(other.own).toHaveCount(2);
  await other.card("(copy)").getByRole("button", { name: /^Open/ }).click();
  await expect(new Journey(other.page).changes).toContainText("Invoice");
  await elsewhere.close();
});

test("files that hold nothing for the library are told by what they are", async ({ page }) => {
  const library = await new Library(page).open();
  const empty = Buffer.from("PK\x05\x06" + "\0".repeat(18), "latin1");
  const state = await page.evaluate(() => localStorage.kedja);
  await library.import(["empty.zip", empty], ["state.txt", state]);
  await expect(library.news).toContainText("empty.zip: a zip file with no journey in it");
  await expect(library.news).toContainText("state.txt: it holds what a page looked like");
  await expect(library.own).toHaveCount(0);
});

test("scenarios with names stand beside today, with what each changes, and reset leads to what they were made from", async ({ page }) => {
  const journey = await own(page);
  const library = await new Library(page).go();
  const keep = async (name) => {
    await library.scenarios.getByRole("textbox", { name: words.scenario.label }).fill(name);
    await library.scenarios.getByRole("button", { name: words.scenario.keep }).click();
  };
  await keep("A clear invoice");
  // Another may be made from it, and says so.
  const row = (name) => library.scenarios.getByRole("row").filter({ hasText: name }).first();
  await expect(row("A clear invoice")).toContainText(/\(±.*\)/);
  await expect(row("A clear invoice")).toContainText(/per 10,000 customers: .* saved/);
  await page.locator("nav.places").getByRole("button", { name: locales.en.places.journey }).click();
  await journey.type("90");
  await library.go();
  await keep("And even clearer");
  await expect(row("And even clearer")).toContainText("from A clear invoice");
  await expect(row("And even clearer")).toContainText(/saved/);
  await library.scenarios.getByRole("button", { name: "Back to A clear invoice" }).click();
  await expect(row("A clear invoice").getByRole("button", { name: /^(Take up|taken up): / })).toHaveAttribute("aria-pressed", "true");
  await library.scenarios.getByRole("button", { name: "Back to Today" }).click();
  await expect(row("Today").getByRole("button", { name: /^(Take up|taken up): / })).toHaveAttribute("aria-pressed", "true");
  await page.reload();
  await expect(row("And even clearer")).toContainText(/saved/);
});

test("a scenario that changes the journey itself stands beside today in people, is renamed, and leaves today as it is", async ({ page }) => {
  const build = await new Build(page).open();
  await build.begin(["Advert", "Website", "Order", "Delivery", "Support", "Invoice"]);
  const whose = page.locator(".build-whose");
  await expect(whose).toContainText(locales.en.build.whose.today);
  const begin = async (name) => {
    await whose.getByText(locales.en.build.whose.instead).click();
    await whose.getByRole("textbox", { name: words.scenario.label }).fill(name);
    await whose.getByRole("button", { name: locales.en.build.whose.go }).click();
    await expect(whose).toContainText(name);
    await expect(whose.locator("p").first()).toBeFocused();
  };
  await begin("A demo");
  // What is added stands on the way; it fails a quarter, so that fewer buy.
  await build.name(0).focus();
  await build.tool("add_after").click();
  await page.keyboard.type("Demo");
  await page.keyboard.press("Enter");
  await expect(build.name(1)).toHaveValue("Demo");
  await clean(page, "a scenario is built");
  // Elsewhere it is said that today is not what is seen.
  await page.locator("nav.places").getByRole("button", { name: locales.en.places.journey }).click();
  const seen = page.locator(".notice").filter({ hasText: "You see the scenario A demo" });
  await seen.getByRole("button", { name: locales.en.build.whose.beside }).click();
  const library = new Library(page);
  const row = (name) => library.scenarios.getByRole("row").filter({ hasText: name }).first();
  await library.scenarios.getByRole("button", { name: "Keep the changes in A demo" }).click();
  await expect(row("A demo")).toContainText("new: Demo");
  await expect(row("A demo")).toContainText(words.scenario.twins);
  await expect(row("A demo")).toContainText(/per 10,000 visitors: 0 won, [1-9].* lost/);
  await row("A demo").getByRole("button", { name: /^Rename: / }).click();
  await row("A demo").getByRole("textbox").fill("With <b>a demo</b>");
  await row("A demo").getByRole("button", { name: words.save }).click();
  await expect(row("With <b>a demo</b>")).toContainText("new: Demo");
  // Other people come: each side has its own.
  await row("Today").getByRole("button", { name: /^Take up: / }).click();
  await build.open();
  await expect(build.rows).toHaveCount(6);
  await begin("Others come");
  await page.locator(".build-tabs").getByRole("button", { name: locales.en.build.form.people }).click();
  await page.locator(".build-form").getByRole("button", { name: locales.en.build.form.persona_add }).click();
  await whose.getByRole("button", { name: locales.en.build.whose.back }).click();
  await expect(whose).toContainText(locales.en.build.whose.today);
  await library.go();
  await expect(row("Others come")).toContainText(words.scenario.apart);
  await expect(row("Others come").locator(".scenario-figure")).toHaveCount(3);
  await clean(page, "scenarios of other structures");
  // A brief decides between them too, and says which have visitors of their own.
  await page.locator("nav.places").getByRole("button", { name: locales.en.places.share, exact: true }).click();
  const options = page.locator("article.brief tbody tr");
  await expect(options).toHaveCount(3);
  for (const name of ["With <b>a demo</b>", "Others come"]) {
    await patiently(options.filter({ hasText: name })).toContainText(/±[\d.,]+/);
  }
  await expect(page.locator("article.brief")).toContainText("In “Others come” other people come");
  await patiently(page.locator("article.brief")).toContainText(locales.en.brief.not_tried);
  // After a reload both are there, and taken up they are what they were.
  await page.reload();
  await library.go();
  await row("With <b>a demo</b>").getByRole("button", { name: /^Take up: / }).click();
  await build.open();
  await expect(build.name(1)).toHaveValue("Demo");
});

test("the place has nothing that axe finds", async ({ page }) => {
  await own(page);
  const library = await new Library(page).go();
  await library.more("Telecom");
  await library.scenarios.getByRole("textbox", { name: words.scenario.label }).fill("One");
  await library.scenarios.getByRole("button", { name: words.scenario.keep }).click();
  await expect(library.scenarios.getByRole("row").nth(2)).toContainText(/saved/);
  await clean(page, "laptop");
  await page.setViewportSize({ width: 390, height: 844 });
  await page.emulateMedia({ colorScheme: "dark" });
  await clean(page, "on a phone");
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(wider).toBeLessThanOrEqual(0);
});
