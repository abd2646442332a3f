// What nobody should type and everybody does: names that are too long, not seen, or markup, shares that are not everybody, ways
// that lead nowhere or round for ever, a purchase that is gone, as much of everything as there can be. Each is said in a plain
// sentence where it is, in the reader's language, with a way on, and nothing else stops.
import { test, expect, FEW } from "../fixtures.js";
import { Build } from "../page.js";

test.use({ found: { customers: FEW } });

const LONG = "N".repeat(10_000);
const SEEN = [LONG, "<img src=x onerror=window.ran=1>", "\u05e9\u05dc\u05d5\u05dd 24", "\u{1f469}\u200d\u{1f680} \u202etnuocsid"];

for (const [lang, locale, names, buy, number] of [
  ["en", "en-GB", ["Order", "Invoice"], "Customers can’t buy anywhere.", /from 0 to 100/],
  ["sv", "sv-SE", ["Beställning", "Faktura"], "Kunderna kan inte köpa någonstans.", /från 0 till 100/],
]) {
  test.describe(`in ${lang}`, () => {
    test.use({ locale });

    test("odd names stay text, and one that is not seen or stands there twice is said", async ({ page }) => {
      const place = await new Build(page, lang).open();
      const { build, problems } = place.words;
      await place.begin([...SEEN, "\u200b\u2060", names[0], names[0].toUpperCase(), names[1]]);
      const names_now = await place.rows.getByRole("textbox", { name: new RegExp(`^${build.column.name}`) }).evaluateAll((all) => all.map((one) => one.value));
      expect(names_now.slice(0, 4)).toEqual(SEEN);
      // Nobody is told of a name by its ten thousand letters, and the page keeps its width.
      for (const size of [{ width: 390, height: 844 }, { width: 1440, height: 900 }]) {
        await page.setViewportSize(size);
        await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
      }
      await expect(place.problems).toContainText(problems.empty_name.what);
      await expect(place.rows.nth(4)).toContainText(problems.empty_name.what);
      for (const row of [5, 6]) await expect(place.rows.nth(row)).toContainText(build.table.twice);
      await expect(place.rows.nth(0)).not.toContainText(build.table.twice);
      expect(await page.evaluate(() => window.ran)).toBeUndefined();
      await expect(place.place.locator("img")).toHaveCount(0);
      // It is simulated all the same, and a name puts it right.
      await place.figures();
      await place.name(4).fill("Chat");
      await place.name(4).press("Enter");
      await expect(place.problems).toBeEmpty();
      await page.reload();
      await expect(place.name(0)).toHaveValue(LONG);
    });

    test("shares, circles, dead ends and a purchase that is gone are said where they are, with a way on", async ({ page }) => {
      const place = await new Build(page, lang).open();
      const { build, problems } = place.words;
      const form = page.locator(".build-form");
      const tab = (name) => page.locator(".build-tabs").getByRole("button", { name: build.form[name], exact: true }).click();
      const mend = () => place.problems.getByRole("button", { name: new RegExp(`^${build.mend}`) }).first().click();
      const share = (to) => form.getByRole("textbox", { name: build.form.way_share.replace("{{ name }}", to), exact: true });
      const write = async (field, text) => { await field.fill(text); await field.press("Enter"); };
      await place.begin(["Aaa", "Bbb", "Ccc", ...names]);
      // One share that is more than everybody cannot be typed; two that are, are said and put right.
      await place.name(0).focus();
      await write(share("Bbb"), "130");
      await expect(form.locator(".form-ways").getByRole("alert")).toHaveText(number);
      await write(share("Bbb"), "100");
      await form.locator("#build-lead-on").selectOption({ label: "Ccc" });
      await write(share("Ccc"), "50");
      const sum = build.shares.ways.replace("{{ sum }}", lang === "sv" ? "150\u00a0%" : "150%");
      await expect(place.problems).toContainText(sum);
      await expect(place.rows.nth(0)).toContainText(sum);
      await place.figures();
      await mend();
      await expect(place.problems).toBeEmpty();
      await expect(share("Ccc")).toHaveValue(/^33/);
      // Round for ever, and never out.
      for (const row of [0, 1]) await write(place.strength(row), "100");
      await place.name(0).focus();
      await form.getByRole("button", { name: build.form.way_remove.replace("{{ name }}", "Ccc"), exact: true }).click();
      await write(share("Bbb"), "100");
      await form.getByRole("button", { name: build.form.way_open.replace("{{ name }}", "Bbb"), exact: true }).click();
      await write(form.getByRole("textbox", { name: problems.quantities.strength, exact: true }), "100");
      await place.name(1).focus();
      await form.getByRole("button", { name: build.form.way_remove.replace("{{ name }}", "Ccc"), exact: true }).click();
      await form.locator("#build-lead-on").selectOption({ label: "Aaa" });
      await form.getByRole("button", { name: build.form.way_open.replace("{{ name }}", "Aaa"), exact: true }).click();
      await write(form.getByRole("textbox", { name: problems.quantities.strength, exact: true }), "100");
      const [, round] = problems.no_way_out.what.split("}}");
      await expect(place.problems).toContainText(round.trim());
      // Where they come in, it is said that nobody comes to a purchase, and the way there is one press.
      await tab("people");
      const nowhere = build.form.entry_nowhere.replace("{{ name }}", "Aaa");
      await expect(form).toContainText(nowhere);
      await form.locator(".form-entries").getByRole("button", { name: build.go_to, exact: true }).click();
      await form.locator("#build-lead-on").selectOption({ label: "Ccc" });
      await write(share("Bbb"), "50");
      await write(share("Ccc"), "50");
      await expect(place.problems).toBeEmpty();
      await tab("people");
      await expect(form).not.toContainText(nowhere);
      // Personas that are not everybody.
      await form.getByRole("button", { name: build.form.persona_add }).click();
      await write(form.locator(".form-row").getByRole("textbox", { name: problems.quantities.share, exact: true }), "80");
      await expect(place.problems).toContainText(build.shares.personas.split("{{")[0].trim());
      await mend();
      await expect(place.problems).toBeEmpty();
      // The last purchase goes; what the figures are of is said, and building goes on.
      const order = place.rows.nth(3);
      await order.getByRole("textbox").first().focus();
      await place.tool("remove").click();
      await expect(place.problems).toContainText(buy);
      await expect(place.problems).toContainText(build.problems_still);
      await place.name(0).fill("Annat");
      await place.name(0).press("Enter");
      await expect(place.name(0)).toHaveValue("Annat");
      // The list is hidden with its marks, and stays so.
      await place.problems.getByRole("button", { name: build.problems_hide }).click();
      await page.reload();
      await expect(place.problems.getByRole("button", { name: build.problems_show })).toBeVisible();
      await expect(place.problems.getByRole("list")).toBeHidden();
      await place.problems.getByRole("button", { name: build.problems_show }).click();
      await mend();
      await expect(place.problems).not.toContainText(buy);
    });
  });
}

test("two hundred touchpoints, fifty personas and a horizon of 240 are as much as there can be, and one more is said", async ({ page }) => {
  const place = await new Build(page).open();
  const { build, problems } = place.words;
  await place.place.locator(".build-start summary").click();
  const lines = Array.from({ length: 203 }, (_, n) => (n === 2 ? "Order" : n === 180 ? "Invoice" : `Step ${n}`));
  await place.place.getByRole("textbox", { name: build.start.names_label }).fill(lines.join("\n"));
  await place.place.getByRole("button", { name: build.start.names_go }).click();
  await expect(place.rows).toHaveCount(200);
  await expect(place.place.locator(".build-start")).toContainText(build.start.names_most.replace("{{ n }}", "200").replace("{{ left }}", "3"));
  const [conversion] = await place.figures();
  expect(conversion).toBeGreaterThanOrEqual(0);
  await place.place.locator(".build-start summary").click();
  await place.begin(["Advert", "Order", "Invoice"]);
  const form = page.locator(".build-form");
  const tab = (name) => page.locator(".build-tabs").getByRole("button", { name: build.form[name], exact: true }).click();
  await tab("journey");
  const horizon = form.getByRole("textbox", { name: problems.quantities.horizon, exact: true });
  await horizon.fill("241");
  await horizon.press("Enter");
  const row = form.locator(".form-row").filter({ has: page.getByRole("textbox", { name: problems.quantities.horizon, exact: true }) });
  await expect(row).toContainText(/240/);
  await horizon.fill("240");
  await horizon.press("Enter");
  await expect(horizon).toHaveAttribute("aria-invalid", "false");
  await tab("people");
  const people = form.locator(".form-people button[aria-pressed]");
  for (let n = 1; n < 50; n += 1) await form.getByRole("button", { name: build.form.persona_add }).dispatchEvent("click");
  await expect(people).toHaveCount(50);
  await expect(place.problems).toBeEmpty();
  const [, churn] = await place.figures();
  expect(churn).toBeGreaterThan(0);
});
