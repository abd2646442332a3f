// A whole journey is built from nothing, by mouse and by keyboard alone, in both languages: what is exported lives, to the last bit, as the ready
// one does. And a newcomer's first journey: eight names, two minutes, a few key strokes.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { test, expect, poll } from "../fixtures.js";
import { Build, locales } from "../page.js";

test.use({ found: { customers: 10_000 } });

const file = (path) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));
const telecom = JSON.parse(readFileSync(file("public/journeys/telecom.json"), "utf8"));
/** The shell, as it was built last. */
const builds = [file("target/release/kedja"), file("target/debug/kedja")].filter((path) => existsSync(path));
const shell = process.env.KEDJA_SHELL ?? builds.sort((one, other) => statSync(other).mtimeMs - statSync(one).mtimeMs)[0];

/** What the shell makes of a journey; without what it is called, and what its personas are. */
const lived = (path) => {
  const out = execFileSync(shell, ["simulate", path, "--customers", "20000", "--seed", "7", "--out", "json"], { encoding: "utf8" });
  const { journey, ...report } = JSON.parse(out);
  const unnamed = (value) => {
    if (Array.isArray(value)) return value.map(unnamed);
    if (value === null || typeof value !== "object") return value;
    const fields = Object.entries(value).map(([name, its]) => [name, name === "by_persona" ? people(its) : unnamed(its)]);
    return Object.fromEntries(fields);
  };
  // Ids are made of names; who is who is told by how many came.
  const people = (all) => Object.values(all).map(unnamed).map((one) => JSON.stringify(one)).sort();
  return unnamed(report);
};

/** A name of which the page makes the id: "price-faq" of "Price faq". */
const name = (id) => (id[0].toUpperCase() + id.slice(1)).replaceAll("-", " ");

/** A person with a mouse: points at each field, and types. */
const byMouse = (page) => ({
  async type(field, text) {
    await field.click({ clickCount: 3 });
    await page.keyboard.type(text);
    await page.keyboard.press("Enter");
  },
  press: (button) => button.click(),
  choose: (list, value) => list.selectOption(value),
  go: (field) => field.click(),
  up: (field, button) => button.click(),
});

/** A person without one: comes to each field by its place, and uses keys only. */
const byKeys = (page) => ({
  async type(field, text) {
    await field.focus();
    await page.keyboard.press("Control+a");
    await page.keyboard.type(text);
    await page.keyboard.press("Tab");
  },
  async press(button) {
    await button.focus();
    await page.keyboard.press("Enter");
  },
  // A list is the browser's own, which any keyboard opens.
  async choose(list, value) {
    await list.focus();
    await list.selectOption(value);
  },
  go: (field) => field.focus(),
  async up(field) {
    await field.focus();
    await page.keyboard.press("Alt+ArrowUp");
  },
});

/** Those of which nothing but the name is pasted: one of each nature, built cell by cell and in the form. */
const kinds = [...new Map(telecom.touchpoints.toReversed().map((t) => [t.nature, t])).values()];

/** Builds telecom from nothing. */
class Builder {
  constructor(page, lang, hand) {
    this.page = page;
    this.build = new Build(page, lang);
    this.speak(lang);
    /** The language in which the touchpoints have their names. */
    this.named = lang;
    this.hand = hand(page);
    this.form = page.locator(".build-form");
  }

  speak(lang) {
    this.words = this.build.words = locales[lang];
    this.lang = lang;
  }

  /** Goes on in the other language, as a room does where not everybody reads the first. */
  async turn() {
    const other = this.lang === "sv" ? "en" : "sv";
    await this.hand.press(this.page.getByRole("button", { name: other === "sv" ? /svenska/i : /english/i }));
    await expect(this.page.locator("html")).toHaveAttribute("lang", other);
    this.speak(other);
  }

  /** A number as somebody types it in this language, into a field that shows what it shows now. */
  typed(value, shown) {
    const text = shown.includes("%") ? String(Number((value * 100).toFixed(9))) : String(value);
    return this.lang === "sv" ? text.replace(".", ",") : text;
  }

  /** The figures of the form that do not stand as they should: which fields, and what to type there. */
  async missing(fields) {
    const shown = await this.form.evaluate((form) => {
      const all = [...form.querySelectorAll(".form-row input")];
      return Object.fromEntries(all.map((input) => [input.getAttribute("aria-label"), input.value.replace(/\s/g, "")]));
    });
    const wanted = Object.entries(fields).map(([field, value]) => {
      const { build, problems } = this.words;
      return [build.field[field] ?? problems.quantities[field] ?? field, value];
    });
    // Not every figure means something everywhere.
    const meant = wanted.filter(([label, value]) => value !== undefined && label in shown);
    // English writes thousands with a comma.
    const plain = (text) => (this.words === locales.en ? text.replace(/,(?=\d{3}$)/, "") : text).replace("%", "");
    const all = meant.map(([label, value]) => [label, this.typed(value, shown[label]), plain(shown[label])]);
    return all.filter(([, typed, stands]) => typed !== stands);
  }

  /** Types the figures of the form that do not stand there yet. */
  async figures(fields) {
    for (const [label, typed] of await this.missing(fields)) {
      await this.hand.type(this.form.locator(".form-row").getByRole("textbox", { name: label, exact: true }), typed);
    }
    await poll(() => this.missing(fields)).toEqual([]);
  }

  /** The field of a touchpoint in a column of the table: its row moves with its phase. */
  cell({ id }, column) {
    return this.page.locator(`[id="cell-${id}-${column}"]`);
  }

  /** Shows a touchpoint in the form. */
  async show(t) {
    await this.hand.go(this.cell(t, 0));
    await expect(this.form.getByRole("textbox", { name: this.name_label(this.named), exact: true })).toHaveValue(name(t.id));
  }

  /** What the field of a part's name in a language is called: that of the page, where nothing else is said. */
  name_label(lang = this.lang) {
    const { form, field } = this.words.build;
    const language = form[lang === "sv" ? "swedish" : "english"];
    return form.in_language.replace("{{ field }}", field.name).replace("{{ language }}", language);
  }

  choice(label) {
    return this.form.getByRole("combobox", { name: label, exact: true });
  }

  /** The touchpoints as a spreadsheet has them, with a heading; of one of each nature only their names. No way leads on yet. */
  block() {
    const { nature, role } = this.words.build;
    const rows = telecom.touchpoints.map((t) => {
      if (kinds.includes(t)) return ["", name(t.id), "", "", "", "", "", "", ""];
      const phase = telecom.phases.find(({ id }) => id === t.phase).name[this.lang];
      const figures = [this.percent(t.strength.likely), this.typed(t.gain, ""), this.typed(t.pain, "")];
      return [phase, name(t.id), role[t.role ?? "plain"], nature[t.nature], ...figures, t.channel, ""];
    });
    return this.table(["phase", "name", "role", "nature", "strength", "gain", "pain", "channel", "next"], rows);
  }

  /** The ways on from each touchpoint, as a spreadsheet has them. */
  ways() {
    const rows = telecom.touchpoints.map(({ id }) => {
      const ways = telecom.handovers.filter(({ from }) => from === id);
      return [name(id), ways.map((way) => `${name(way.to)} ${this.percent(way.share)}`).join("; ")];
    });
    return this.table(["name", "next"], rows);
  }

  table(columns, rows) {
    const head = columns.map((column) => this.words.build.column[column]);
    return [head, ...rows].map((row) => row.join("\t")).join("\n");
  }

  percent(share) {
    return `${this.typed(share, "%")}%`;
  }

  /** Names, and then a table from another program. */
  async begin() {
    const start = this.words.build.start;
    await this.build.open();
    await this.hand.press(this.page.locator(".build-start summary"));
    await this.hand.go(this.page.getByRole("textbox", { name: start.names_label }));
    await this.page.keyboard.insertText(telecom.touchpoints.map(({ id }) => name(id)).join("\n"));
    await this.hand.press(this.page.getByRole("button", { name: start.names_go }));
    await expect(this.build.rows).toHaveCount(telecom.touchpoints.length);
    await this.hand.press(this.page.locator(".build-start summary"));
    await this.paste(this.block());
    await expect(this.cell(telecom.touchpoints.find((t) => !kinds.includes(t)), 7)).not.toHaveValue("");
  }

  async paste(text) {
    await this.build.paste(this.cell(telecom.touchpoints[0], 0), text);
    await this.hand.press(this.build.takeIn);
  }

  /** What one of each nature is: in the form its phase, its role, what it is made of; in the table what is known of it. */
  async kinds() {
    const { form, nature, role } = this.words.build;
    for (const t of kinds) {
      await this.show(t);
      const phase = this.choice(form.phase);
      if ((await phase.inputValue()) !== t.phase) await this.hand.choose(phase, t.phase);
      const wanted = [[form.role, role[t.role ?? "plain"]], [form.nature, nature[t.nature]]];
      for (const [label, value] of wanted) {
        const shown = await this.choice(label).evaluate((list) => list.selectedOptions[0]?.label);
        if (shown !== value) await this.hand.choose(this.choice(label), { label: value });
      }
      await this.hand.type(this.cell(t, 7), t.channel);
      for (const [column, value] of [[3, t.strength.likely], [5, t.gain], [6, t.pain]]) {
        const shown = await this.cell(t, column).inputValue();
        const typed = this.typed(value, shown);
        if (shown.replace(/[\s%]/g, "") !== typed) await this.hand.type(this.cell(t, column), typed);
      }
    }
  }

  /** In which order they stand, for that matters to who meets what first; and then what leads where. */
  async order() {
    const ids = telecom.touchpoints.map(({ id }) => id);
    const names = () => this.build.rows.locator('[data-column="0"] input').evaluateAll((all) => all.map(({ value }) => value));
    for (const [n, t] of telecom.touchpoints.entries()) {
      for (let at = (await names()).indexOf(name(t.id)); at > n; at -= 1) {
        await this.show(t);
        await this.hand.up(this.cell(t, 0), this.build.tool("up"));
        await poll(async () => (await names())[at - 1]).toBe(name(t.id));
      }
    }
    expect(await names()).toEqual(ids.map(name));
    await this.paste(this.ways());
    const shown = this.build.rows.first().locator('[data-column="9"]');
    for (const { to } of telecom.handovers.filter(({ from }) => from === ids[0])) await expect(shown).toContainText(name(to));
  }

  /** Everything else of each touchpoint, and of the ways on from it. */
  async touchpoints() {
    const open = (to) => this.words.build.form.way_open.replace("{{ name }}", name(to));
    for (const t of telecom.touchpoints) {
      await this.show(t);
      const { days = 0, sensing = 0, exposure = 1, frequency = 1, worth, complaint_rate, gain, pain } = t;
      const tenure = { tenure_from: t.tenure?.from ?? 1, tenure_until: t.tenure?.until };
      const strength = t.strength.likely;
      await this.figures({ strength, gain, pain, days, sensing, exposure, frequency, worth, complaint_rate, ...tenure });
      for (const [n, way] of telecom.handovers.filter(({ from }) => from === t.id).entries()) {
        if (n > 0) await this.show(t);
        await this.hand.press(this.form.getByRole("button", { name: open(way.to), exact: true }));
        await expect(this.choice(this.words.build.form.to)).toHaveValue(way.to);
        const { days = 0, pain = 0, complaint_rate, share } = way;
        await this.figures({ strength: way.strength.likely, share, days, pain, complaint_rate });
      }
    }
  }

  tab(tab) {
    return this.page.locator(".build-tabs").getByRole("button", { name: this.words.build.form[tab], exact: true });
  }

  /** All are there before anybody has a share: whoever is added takes theirs from the others. */
  async personas() {
    const { form } = this.words.build;
    const people = this.form.locator(".form-people button[aria-pressed]");
    await this.hand.press(this.tab("people"));
    for (const n of telecom.personas.keys()) {
      if (n > 0) await this.hand.press(this.form.getByRole("button", { name: form.persona_add }));
      await expect(people).toHaveCount(n + 1);
    }
    for (const [n, p] of telecom.personas.entries()) {
      await this.hand.press(people.nth(n));
      await expect(people.nth(n)).toHaveAttribute("aria-pressed", "true");
      await this.entries(p);
      const { share, usefulness, price_feel, elasticity, patience, tolerance, memory, chain_feel, remorse } = p;
      const { tolerance_spread = 0, binding = 0 } = p;
      const kind = { share, usefulness: usefulness.mean, spread: usefulness.spread, price_feel, elasticity, patience };
      await this.figures({ ...kind, tolerance, tolerance_spread, memory, chain_feel, remorse, binding });
      const leanings = this.form.locator("details.help");
      if ((await leanings.getAttribute("open")) === null) await this.hand.press(leanings.locator("summary"));
      await this.figures(p.leaning);
      await this.hand.type(this.form.getByRole("textbox", { name: this.name_label(), exact: true }), p.id);
      await expect(people.nth(n)).toHaveText(p.id);
    }
  }

  /** Where they come in: each way in is the last of the list while it is made. */
  async entries(p) {
    const form = this.words.build.form;
    const rows = this.form.locator(".form-entries li");
    for (const [n, entry] of p.entries.entries()) {
      if ((await rows.count()) <= n) await this.hand.press(this.form.getByRole("button", { name: form.entry_add }));
      await expect(rows).toHaveCount(n + 1);
      const list = (label) => rows.nth(n).getByRole("combobox", { name: label });
      const settle = async (at, value) => {
        if ((await at.inputValue()) !== value) await this.hand.choose(at, value);
        await expect(at).toHaveValue(value);
      };
      await settle(list(form.entry_link), entry.touchpoint);
      await settle(list(form.entry_ready), entry.readiness);
      await this.hand.type(rows.nth(n).getByRole("textbox"), this.typed(entry.share, "%"));
    }
  }

  async whole() {
    await this.hand.press(this.tab("journey"));
    const { price, horizon, disturbance, rival_pull, market } = telecom;
    await this.figures({ price, horizon, disturbance, rival_pull, ...market });
    await this.hand.choose(this.choice(this.words.build.form.desk), telecom.complaint_desk);
  }

  async exported(path) {
    await this.hand.press(this.page.getByRole("button", { name: new RegExp(`^${this.words.top.journey.split(" {{")[0]}`) }).first());
    const coming = this.page.waitForEvent("download");
    await this.hand.press(this.page.getByRole("button", { name: this.words.top.download }));
    const text = readFileSync(await (await coming).path(), "utf8");
    writeFileSync(path, text);
    return JSON.parse(text);
  }
}

for (const [how, lang, locale, hand] of [
  ["by mouse", "sv", "sv-SE", byMouse],
  ["by keyboard alone", "en", "en-GB", byKeys],
]) {
  // Each half is built in the other language by the other hand, so that both are built in both.
  test.describe(how, () => {
    test.use({ locale });
    test(`telecom is built from nothing ${how}, half in ${lang} and half in the other language, and lives to the same bits as the ready one`, async ({ page }, info) => {
      expect(shell, "the shell is built: make shell").toBeTruthy();
      const builder = new Builder(page, lang, hand);
      for (const part of ["begin", "kinds", "order", "turn", "touchpoints", "personas", "whole"]) {
        await test.step(part, () => builder[part]());
      }
      await expect(builder.build.problems).toBeEmpty();
      const path = info.outputPath("built.json");
      const built = await builder.exported(path);
      const parts = ({ touchpoints, handovers }) => [touchpoints.map(({ id }) => id), handovers.map(({ id }) => id).sort()];
      expect(parts(built)).toEqual(parts(telecom));
      expect(lived(path)).toEqual(lived("telecom"));
    });
  });
}

test("a bank's journey of eight touchpoints is alive within two minutes and forty key strokes besides the names", async ({ page }) => {
  const names = ["Advert", "Website", "Advice meeting", "Sign the contract", "Welcome letter", "Card payments", "App", "Yearly statement"];
  const build = await new Build(page).open();
  const began = Date.now();
  let strokes = 0;
  await page.evaluate(() => addEventListener("keydown", () => (window.strokes = (window.strokes ?? 0) + 1), true));
  await page.locator(".build-start summary").click();
  await page.getByRole("textbox", { name: build.words.build.start.names_label }).click();
  await page.keyboard.type(names.join("\n"));
  strokes = (await page.evaluate(() => window.strokes)) - names.join("").length;
  await page.getByRole("button", { name: build.words.build.start.names_go }).click();
  await expect(build.rows).toHaveCount(8);
  const [conversion, churn] = await build.figures();
  expect(Date.now() - began).toBeLessThan(120_000);
  expect(strokes).toBeLessThanOrEqual(40);
  expect(conversion).toBeGreaterThan(0);
  expect(churn).toBeGreaterThan(0);
  await expect(build.problems).toBeEmpty();
  // The contract is the purchase, and the statement is what makes customers weigh value against price.
  await expect(build.role(3)).toHaveValue("Purchase");
  await expect(build.role(7)).toHaveValue("Reckoning");
});
