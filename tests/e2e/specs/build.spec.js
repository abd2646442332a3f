// Build: a group makes its own journey, and the figures follow.
import { readFileSync } from "node:fs";
import { clean } from "../axe.js";
import { test, expect, FEW } from "../fixtures.js";
import { Build, Journey, drawn } from "../page.js";

test.use({ found: { customers: FEW } });

const six = {
  en: ["Advert", "Website", "Order", "Delivery", "Support", "Invoice"],
  sv: ["Annons", "Webbplats", "Beställning", "Leverans", "Kundtjänst", "Faktura"],
};

/** The figures once they stand: the first are a preview, from fewer visitors. */
const standing = async (place) => {
  let last;
  const stands = async () => {
    const [before, now] = [last, (await place.figures()).join()];
    last = now;
    return now === before;
  };
  await expect.poll(stands, { intervals: [1_500] }).toBe(true);
  return place.figures();
};

for (const [lang, locale] of [
  ["en", "en-GB"],
  ["sv", "sv-SE"],
]) {
  test.describe(`in ${lang}`, () => {
    test.use({ locale });
    test("six names give a living journey", async ({ page }) => {
      const place = await new Build(page, lang).open();
      await place.begin(six[lang]);
      await expect(place.rows).toHaveCount(6);
      await expect(place.name(0)).toHaveValue(six[lang][0]);
      await expect(place.headline).toContainText(/\d/);
      const [conversion, churn] = await place.figures();
      expect(conversion).toBeGreaterThan(2);
      expect(conversion).toBeLessThan(90);
      expect(churn).toBeGreaterThan(0.5);
      expect(churn).toBeLessThan(30);
      await expect(place.problems).toBeEmpty();
    });
  });
}

test("a touchpoint is added between two, renamed, removed and brought back", async ({ page }) => {
  const place = await new Build(page).open();
  await place.begin(six.en);
  await place.name(0).focus();
  await place.tool("add_after").click();
  await expect(place.rows).toHaveCount(7);
  await expect(place.name(1)).toBeFocused();
  await page.keyboard.type("Compare");
  await page.keyboard.press("Enter");
  await expect(place.name(1)).toHaveValue("Compare");
  await expect(place.next(0)).toHaveText("Compare 100%");
  await expect(place.next(1)).toHaveText("Website 100%");
  await place.name(1).focus();
  await place.tool("remove").click();
  await expect(place.rows).toHaveCount(6);
  await expect(place.next(0)).toHaveText("Website 100%");
  await page.getByRole("button", { name: "Undo: Compare removed" }).click();
  await expect(place.name(1)).toHaveValue("Compare");
  await page.reload();
  await expect(place.name(1)).toHaveValue("Compare");
  await page.getByRole("button", { name: /^Undo: New touchpoint renamed to Compare/ }).click();
  await expect(place.name(1)).toHaveValue("New touchpoint");
});

test("all steps are listed, and a press leads back to any of them and forth again", async ({ page }) => {
  const place = await new Build(page).open();
  await place.begin(six.en);
  for (const name of ["Compare", "Quote"]) {
    await place.name(0).focus();
    await place.tool("add_after").click();
    await page.keyboard.type(name);
    await page.keyboard.press("Enter");
    await expect(place.name(1)).toHaveValue(name);
  }
  await page.getByText("All steps").click();
  const steps = page.locator(".build-history li");
  await expect(steps.last()).toHaveText("New touchpoint renamed to Quote");
  await expect(steps.last().getByRole("button")).toHaveAttribute("aria-current", "step");
  await steps.getByText("New touchpoint renamed to Compare").click();
  await expect(place.rows).toHaveCount(7);
  await expect(place.name(1)).toHaveValue("Compare");
  await steps.last().getByRole("button").click();
  await expect(place.rows).toHaveCount(8);
  await expect(place.name(1)).toHaveValue("Quote");
});

test("whoever goes elsewhere before the page has answered a key stays there", async ({ page }) => {
  const place = await new Build(page).open();
  await place.begin(six.en);
  const field = await place.strength(1).elementHandle();
  const elsewhere = await place.name(4).elementHandle();
  await page.evaluate(([field, elsewhere]) => {
    field.focus();
    field.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true }));
    elsewhere.focus();
  }, [field, elsewhere]);
  await drawn(page, 10);
  await expect(place.name(4)).toBeFocused();
  // Whoever stays goes down, as in a sheet.
  await place.strength(1).press("Enter");
  await expect(place.strength(2)).toBeFocused();
});

test("the table sorts by a column and fills a cell down, each fill one step", async ({ page }) => {
  const place = await new Build(page).open();
  await place.begin(six.en);
  const strength = (row) => place.rows.nth(row).getByRole("textbox", { name: /^Strength, / });
  await strength(3).fill("61");
  await strength(3).press("Enter");
  await strength(4).focus();
  await page.keyboard.press("Control+d");
  await expect(strength(4)).toHaveValue(/61/);
  await strength(4).focus();
  await page.getByRole("button", { name: "Fill the phase: Strength of Support" }).click();
  await expect(strength(5)).toHaveValue(/61/);
  await page.keyboard.press("Control+z");
  await expect(strength(5)).not.toHaveValue(/61/);
  const sort = page.getByRole("button", { name: "Touchpoint", exact: true });
  await sort.click();
  const names = () => place.rows.getByRole("textbox", { name: /^Touchpoint, / }).evaluateAll((all) => all.map((one) => one.value));
  await expect.poll(names).toEqual([...six.en].sort());
  await sort.click();
  await expect.poll(names).toEqual([...six.en].sort().reverse());
  await sort.click();
  await expect.poll(names).toEqual(six.en);
});

test("on the drawn chain a journey is walked, lengthened, joined and shortened by keys, and joined by the mouse", async ({ page }) => {
  const place = await new Build(page).open();
  await place.begin(six.en);
  const link = (name) => page.locator(".build-chain").getByRole("option", { name, exact: true });
  await link("Advert").focus();
  await page.keyboard.press("ArrowRight");
  await expect(link("Website")).toBeFocused();
  await expect(link("Website")).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("a");
  await expect(place.name(2)).toBeFocused();
  await page.keyboard.type("Shop");
  await page.keyboard.press("Enter");
  await link("Shop").focus();
  await page.keyboard.press("ArrowRight");
  await expect(link("Order")).toBeFocused();
  await page.keyboard.press("ArrowLeft");
  await expect(link("Shop")).toBeFocused();
  await page.keyboard.press("F2");
  await expect(place.name(2)).toBeFocused();
  await link("Shop").focus();
  await page.keyboard.press("Delete");
  await expect(place.rows).toHaveCount(6);
  await link("Advert").focus();
  await page.keyboard.press("c");
  const leadOn = page.locator("#build-lead-on");
  await expect(leadOn).toBeFocused();
  await leadOn.selectOption({ label: "Order" });
  await expect(place.next(0)).toContainText("Order");
  await page.keyboard.press("Control+z");
  await expect(place.next(0)).not.toContainText("Order");
  await link("Advert").hover();
  await page.mouse.down();
  await link("Order").hover();
  await expect(page.locator(".drawn-way")).toHaveCount(1);
  await page.mouse.up();
  await expect(place.next(0)).toContainText("Order");
  await expect(page.locator(".drawn-way")).toHaveCount(0);
  await link("Advert").hover();
  await page.mouse.down();
  await link("Delivery").hover();
  await page.mouse.up();
  await expect(page.locator(".build-chain").getByRole("status")).toContainText("No way can lead from Advert to Delivery");
});

test("the figures follow a strength that is typed, and a wrong one is said at its place", async ({ page }) => {
  const place = await new Build(page).open();
  await place.begin(six.en);
  const [before] = await place.figures();
  await place.strength(1).fill("30");
  await place.strength(1).press("Enter");
  await expect(place.strength(2)).toBeFocused();
  await expect.poll(async () => (await place.figures())[0]).toBeLessThan(before - 5);
  await place.strength(1).fill("130");
  await place.strength(1).press("Enter");
  await expect(place.rows.nth(1).locator('[data-column="3"]').getByRole("alert")).toHaveText(/from 0 to 100/);
  await expect(place.strength(1)).toHaveAttribute("aria-invalid", "true");
});

test("a guess says between which values it is tried, and takes those that somebody would believe", async ({ page }) => {
  const place = await new Build(page).open();
  await place.begin(six.en);
  await place.name(5).focus();
  const { form } = place.words.build;
  const field = place.words.problems.quantities.pain;
  const end = (which) => page.getByRole("textbox", { name: form[which].replace("{{ field }}", field), exact: true });
  const range = page.locator(".form-range").filter({ has: end("lowest") });
  // The pain of an invoice begins at 0.3: an assumption may be half or twice as large.
  await expect(range.getByRole("status")).toContainText("tries 0.15 to 0.6.");
  await end("highest").fill("0.2");
  await end("highest").press("Enter");
  await expect(range.getByRole("status")).toContainText("0.3");
  await expect(range.getByRole("status")).toHaveClass(/wrong/);
  await end("highest").fill("3");
  await end("highest").press("Enter");
  await expect(range.getByRole("status")).toHaveText(form.range_own);
  await page.reload();
  await place.name(5).focus();
  await expect(end("highest")).toHaveValue("3");
  await expect(end("lowest")).toHaveValue("");
});

test("a block from a spreadsheet makes rows, and what is copied out pastes back unchanged", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const place = await new Build(page).open();
  await place.begin(six.en);
  await place.paste(place.name(1), "Touchpoint\tStrength\tChannel\nDemo\t85 %\tMeeting\nQuote\t0.6\tE-mail\nOrder\thigh\t\n");
  // What it comes to is seen before it is taken in, with what is left out and why.
  const preview = page.locator(".build-paste");
  await expect(preview.locator(".paste-preview tbody tr")).toHaveText([/changed.*Website.*Demo 100%/, /new.*Demo.*85%.*Meeting.*Quote/, /new.*Quote.*60%.*E-mail.*Order/]);
  await expect(preview).toContainText(/Row 3, Strength: “high” was not/);
  await expect(place.rows).toHaveCount(6);
  await page.keyboard.press("Enter");
  await expect(place.rows).toHaveCount(8);
  await expect(place.name(2)).toBeFocused();
  await expect(place.name(2)).toHaveValue("Demo");
  await expect(place.strength(2)).toHaveValue("85%");
  await expect(place.strength(3)).toHaveValue("60%");
  await page.getByRole("button", { name: "Copy as a table" }).click();
  await expect(page.getByRole("button", { name: "Copied" })).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  const undo = page.locator(".build-steps button").first();
  const step = await undo.textContent();
  await place.paste(place.name(0), copied);
  await expect(preview).toContainText(place.words.build.table.paste_same);
  await page.keyboard.press("Enter");
  await expect(place.rows).toHaveCount(8);
  await expect(undo).toHaveText(step);
});

test("what does not hold is said in a list and at its place, and a press puts it right", async ({ page }) => {
  const place = await new Build(page).open();
  await place.begin(six.en);
  await place.role(2).selectOption({ label: "touchpoint" });
  await expect(place.problems).toContainText("Customers can’t buy anywhere.");
  await expect(place.problems).toContainText("Nothing can be simulated");
  await expect(page.locator(".build-top .old")).toBeVisible();
  await place.problems.getByRole("button", { name: /^Put it right/ }).first().click();
  await expect(place.problems).toBeEmpty();
  await expect(page.locator(".build-top .old")).toHaveCount(0);
  await place.name(0).fill("");
  await place.name(0).press("Enter");
  await expect(place.problems).toContainText("There is no name.");
  await expect(place.rows.nth(0)).toContainText("There is no name.");
});

test("a ready journey that is changed becomes a copy of one's own", async ({ page }) => {
  const place = await new Build(page).open();
  await expect(place.rows).toHaveCount(16);
  await place.strength(0).fill("50");
  await place.strength(0).press("Enter");
  await expect(page.getByRole("button", { name: /Journey: Telecom \(own copy\)/ })).toBeVisible();
  await page.getByRole("button", { name: /^Journey:/ }).click();
  await expect(page.locator(".ready [aria-current]")).toHaveCount(0);
});

test("a journey is built by keyboard alone", async ({ page }) => {
  const place = await new Build(page).open();
  await page.locator(".build-start summary").focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await page.keyboard.type(six.en.join("\n"));
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(place.rows).toHaveCount(6);
  await place.name(4).focus();
  await page.keyboard.press("Alt+Enter");
  await expect(place.name(5)).toBeFocused();
  await page.keyboard.type("Advice");
  await page.keyboard.press("Alt+ArrowUp");
  await expect(place.name(4)).toHaveValue("Advice");
  await expect(place.name(4)).toBeFocused();
  await page.keyboard.press("Alt+Delete");
  await expect(place.rows).toHaveCount(6);
  await page.keyboard.press("Control+z");
  await expect(place.name(4)).toHaveValue("Advice");
});

test("the place has nothing that axe finds, in each of its forms", async ({ page }) => {
  const place = await new Build(page).open();
  await clean(page, "what to begin with");
  await place.begin(six.en);
  await place.rows.nth(0).getByRole("textbox").first().focus();
  await page.getByText("All steps").click();
  await clean(page, "with the steps");
  await page.getByText("All steps").click();
  for (const tab of ["links", "people", "journey", "lists"]) {
    await page.locator(".build-tabs").getByRole("button", { name: place.words.build.form[tab], exact: true }).click();
    await clean(page, tab);
  }
  await page.setViewportSize({ width: 390, height: 844 });
  await page.emulateMedia({ colorScheme: "dark" });
  await clean(page, "on a phone");
});

test("the journey that was built is downloaded as a file that opens again with the same figures", async ({ page }) => {
  const place = await new Build(page).open();
  await place.begin(six.en);
  const built = await standing(place);
  await page.getByRole("button", { name: /^Journey:/ }).click();
  const coming = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download this journey" }).click();
  const text = readFileSync(await (await coming).path(), "utf8");
  expect(JSON.parse(text).touchpoints.map(({ name }) => name.en)).toEqual(six.en);
  await place.strength(0).fill("10");
  await place.strength(0).press("Enter");
  await expect.poll(async () => (await place.figures())[0]).toBeLessThan(built[0] / 2);
  await new Journey(page).openFile("again.json", text);
  await expect.poll(() => standing(place)).toEqual(built);
});

test("other places show the journey that was built", async ({ page }) => {
  const place = await new Build(page).open();
  await place.begin(six.en);
  const journey = new Journey(page);
  await page.locator("nav.places").getByRole("button", { name: journey.words.places.journey, exact: true }).click();
  await journey.select("Website");
  await journey.type("95");
  await expect(journey.headline).toHaveText(/stronger/i);
});
