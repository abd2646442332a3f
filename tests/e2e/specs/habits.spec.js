// Build by habit: what is taken away and joined again, keys that are listed and can be switched off, steps that another tab takes
// back, rows that are sorted and still say where they stand.
import { test, expect, FEW } from "../fixtures.js";
import { Build } from "../page.js";

test.use({ found: { customers: FEW } });

const six = ["Advert", "Website", "Order", "Delivery", "Support", "Invoice"];

test("a touchpoint that goes joins its neighbours or leaves a gap, and its empty phase stays or goes, each as one step", async ({ page }) => {
  const place = await new Build(page).open();
  await place.begin(six);
  const { removed } = place.words.build;
  const note = page.locator(".build-removed");
  const undo = page.locator(".build-steps button").first();
  const phases = page.locator(".phase-row .phase-name");
  const before = await phases.allTextContents();
  await place.name(1).focus();
  await place.tool("remove").click();
  await expect(note).toContainText("Website is removed. Its neighbours are joined: Advert → Order.");
  await expect(place.next(0)).toHaveText("Order 100%");
  await note.getByRole("button", { name: removed.gap }).click();
  await expect(note).toContainText("Website is removed, and nothing leads on in its place.");
  await expect(place.next(0)).toHaveText("");
  await expect(place.problems).toContainText("Nobody can reach this touchpoint.");
  await undo.click();
  await expect(place.rows).toHaveCount(6);
  await expect(note).toBeEmpty();
  await expect(place.next(0)).toHaveText("Website 100%");
  // The phase of a touchpoint that stood alone in it.
  const alone = await place.rows.evaluateAll((rows) => rows.findIndex((row) => {
    const is = (sibling) => sibling?.classList.contains("build-row");
    return !is(row.previousElementSibling) && !is(row.nextElementSibling);
  }));
  await place.name(alone).focus();
  await place.tool("remove").click();
  await note.getByRole("button", { name: new RegExp(`^${removed.phase.split(" {{")[0]}`) }).click();
  await expect(phases).toHaveCount(before.length - 1);
  await undo.click();
  expect(await phases.allTextContents()).toEqual(before);
  await expect(place.rows).toHaveCount(6);
});

test("a question mark lists the keys, single letters can be switched off for good, and do nothing where one types", async ({ page }) => {
  const place = await new Build(page).open();
  await place.begin(six);
  const { chain, table } = place.words.build;
  const link = (name) => page.locator(".build-chain").getByRole("option", { name, exact: true });
  const keys = page.locator(".build-keys");
  const letters = keys.getByRole("checkbox", { name: chain.letters });
  await place.headline.focus();
  await page.keyboard.press("?");
  await expect(letters).toBeVisible();
  await expect(keys).toContainText(table.keys.slice(0, 30));
  await keys.locator("summary").click();
  await expect(letters).toBeHidden();
  // What is typed is typed.
  await place.name(0).focus();
  await page.keyboard.press("End");
  for (const key of ["n", "a", "c", "?"]) await page.keyboard.press(key);
  await expect(place.name(0)).toHaveValue("Advertnac?");
  await page.keyboard.press("Control+z");
  await expect(place.rows).toHaveCount(6);
  await link("Advert").focus();
  await page.keyboard.press("n");
  await expect(place.rows).toHaveCount(7);
  await page.keyboard.press("Control+z");
  await expect(place.rows).toHaveCount(6);
  await link("Advert").focus();
  await page.keyboard.press("?");
  await letters.uncheck();
  await page.reload();
  await expect(place.rows).toHaveCount(6);
  await link("Advert").focus();
  for (const key of ["n", "a", "c", "?", "1"]) await page.keyboard.press(key);
  await expect(link("Advert")).toBeFocused();
  await expect(letters).toBeHidden();
  await expect(place.rows).toHaveCount(6);
  // What is no letter still walks.
  await page.keyboard.press("ArrowRight");
  await expect(link("Website")).toBeFocused();
});

test("what is built in one tab is undone by keys in another, and once more after a reload", async ({ context, page }) => {
  const place = await new Build(page).open();
  await place.begin(six);
  await place.name(0).focus();
  await place.tool("add_after").click();
  await page.keyboard.type("Compare");
  await page.keyboard.press("Enter");
  await place.name(1).focus();
  await place.tool("remove").click();
  await expect(place.rows).toHaveCount(6);
  const other = await new Build(await context.newPage()).open();
  await expect(other.rows).toHaveCount(6);
  await other.headline.focus();
  await other.page.keyboard.press("Control+z");
  await expect(other.name(1)).toHaveValue("Compare");
  // It is in the first one as well, without a reload.
  await expect(place.name(1)).toHaveValue("Compare");
  await other.page.reload();
  await expect(other.name(1)).toHaveValue("Compare");
  await other.page.keyboard.press("Control+z");
  await expect(other.name(1)).toHaveValue("New touchpoint");
  await other.page.keyboard.press("Control+Shift+z");
  await expect(other.name(1)).toHaveValue("Compare");
  await expect(place.name(1)).toHaveValue("Compare");
});

test("the table sorts by who owns a touchpoint and by what its strength stands on, and each row says its phase", async ({ page }) => {
  const place = await new Build(page).open();
  const { column, grounds } = place.words.build;
  const sort = (name) => page.locator(".build-table thead").getByRole("button", { name, exact: true }).click();
  const cells = (name, of) => place.rows.getByRole(of, { name: new RegExp(`^${name}, `) });
  const phases = await page.locator(".phase-row .phase-name").allTextContents();
  await sort(column.owner);
  const owners = await cells(column.owner, "combobox").evaluateAll((all) => all.map((one) => one.value));
  expect(owners.length).toBe(16);
  expect(owners).toEqual([...owners].sort((one, other) => one.localeCompare(other, "en")));
  expect(phases).toContain(await place.rows.first().locator("th > .hint").first().textContent());
  await sort(column.grounds);
  const names = await cells(column.grounds, "combobox").evaluateAll((all) => all.map((one) => one.selectedOptions[0].label));
  const rank = (one) => Object.values(grounds).indexOf(one);
  const ranks = names.map(rank);
  expect([[...ranks].sort((a, b) => a - b), [...ranks].sort((a, b) => b - a)]).toContainEqual(ranks);
});

test("a journey begins with the five phases of a purchase, which are renamed, moved, added and taken away", async ({ page }) => {
  const place = await new Build(page).open();
  await place.begin(six);
  const { begin, form } = place.words.build;
  const phases = page.locator(".phase-row .phase-name");
  const five = [begin.awareness, begin.consideration, begin.decision, begin.delivery, begin.advocacy];
  await expect(phases).toHaveText(five);
  await page.locator(".build-tabs").getByRole("button", { name: form.lists, exact: true }).click();
  const list = page.locator(".build-form .form-list").first();
  const [awareness] = await list.getByRole("textbox").all();
  await awareness.fill("Dream");
  await awareness.press("Enter");
  await page.getByRole("button", { name: form.down_of.replace("{{ name }}", "Dream"), exact: true }).click();
  await expect(phases).toHaveText([five[1], "Dream", ...five.slice(2)]);
  await page.getByRole("button", { name: form.add_before, exact: true }).click();
  await expect(phases).toHaveCount(6);
  await page.getByRole("button", { name: form.remove_of.replace("{{ name }}", form.phase_new), exact: true }).click();
  await page.getByRole("button", { name: form.remove_of.replace("{{ name }}", "Dream"), exact: true }).click();
  await expect(phases).toHaveText([five[1], ...five.slice(2)]);
  // What stood in it is still there, and the journey lives.
  await expect(place.rows).toHaveCount(6);
  await expect(place.problems).toBeEmpty();
  await place.figures();
});

test("the order to build in leads from touchpoints to personas, to gain and pain, and to plans, and is hidden for good", async ({ page }) => {
  const place = await new Build(page).open();
  await place.begin(six);
  const { guide, column, form } = place.words.build;
  const steps = page.locator(".build-guide");
  await expect(steps.getByRole("listitem")).toContainText([guide.touchpoints, guide.personas, guide.behaviour, guide.plans]);
  const go = (name) => steps.getByRole("button", { name, exact: true }).click();
  await go(guide.touchpoints);
  await expect(place.name(0)).toBeFocused();
  await expect(steps).toContainText("6 so far");
  await go(guide.personas);
  await expect(page.locator("#build-form")).toBeFocused();
  await expect(page.locator(".build-form")).toContainText(form.entries);
  await go(guide.behaviour);
  await expect(place.rows.getByRole("textbox", { name: new RegExp(`^${column.gain}, `) }).first()).toBeFocused();
  await expect(steps).toContainText("6 of 6 strengths are guesses");
  await place.cell(0, 4).selectOption({ label: place.words.build.grounds.measured });
  await expect(steps).toContainText("5 of 6 strengths are guesses");
  await go(guide.plans);
  await expect(page.locator("main.prioritise")).toBeVisible();
  await page.locator("nav.places").getByRole("button", { name: place.words.places.build, exact: true }).click();
  await steps.getByRole("button", { name: guide.hide }).click();
  await page.reload();
  await expect(place.rows).toHaveCount(6);
  await expect(steps.getByRole("listitem")).toHaveCount(0);
  await steps.getByRole("button", { name: guide.show }).click();
  await expect(steps.getByRole("listitem")).toHaveCount(4);
});
