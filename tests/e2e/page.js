// The page as a person knows it: what things are called, not how they are made.
import { readFileSync } from "node:fs";
import { expect, patiently, poll } from "./fixtures.js";

/** Words of the page in a language that a test needs; the page's own files hold them. */
const words = (lang) => JSON.parse(readFileSync(new URL(`../../locales/${lang}.json`, import.meta.url), "utf8"));
export const locales = { en: words("en"), sv: words("sv") };

/** Waits until the page has drawn so many frames more. */
export const drawn = (page, frames = 2) =>
  page.evaluate(async (frames) => {
    for (let n = 0; n < frames; n += 1) await new Promise(requestAnimationFrame);
  }, frames);

/** Waits until the page is drawn as it stands, with nothing on its way from one colour or place to another. */
export const rested = async (page) => {
  await drawn(page);
  await page.evaluate(() => {
    const ends = ({ effect }) => Number.isFinite(effect.getComputedTiming().endTime);
    return Promise.allSettled(document.getAnimations().filter(ends).map(({ finished }) => finished));
  });
};

/** What the page keeps on the device. */
export const kept = (page) => page.evaluate(() => localStorage.kedja ?? "");

/**
 * Waits until something is so on the page, looking at every frame; `expect` looks twice a second. It claims nothing: what
 * is so is expected afterwards, in words that tell what is missing.
 */
const soon = (page, isSo) => page.waitForFunction(isSo).catch(() => {});

export class Journey {
  constructor(page, lang = "en") {
    this.page = page;
    this.words = locales[lang];
    this.headline = page.getByRole("heading", { level: 1 });
    this.strength = page.getByRole("slider", { name: this.words.strength.name, exact: true });
    this.typed = page.getByRole("textbox", { name: this.words.strength.typed });
    this.strain = page.getByRole("slider", { name: this.words.world.strain });
    this.undo = page.getByRole("button", { name: this.words.top.undo });
    this.redo = page.getByRole("button", { name: this.words.top.redo });
    this.changes = page.locator(".changes");
    this.laneTable = page.locator(".lane-table");
    this.dashboardsButton = page.getByRole("button", { name: this.words.dashboards.open });
    this.dashboards = page.locator(".dashboard");
    this.lag = this.dashboards.first().getByRole("heading");
    this.start = page.locator(".calendar-controls").getByRole("textbox").first();
    this.arrivals = page.locator(".calendar-controls").getByRole("textbox").last();
    this.echo = page.getByRole("slider", { name: this.words.dashboards.echo });
    this.progress = page.getByRole("progressbar");
    this.notes = page.locator(".chain-notes");
    this.play = page.getByRole("button", { name: this.words.crowd.play, exact: true });
    this.pause = page.getByRole("button", { name: this.words.crowd.pause, exact: true });
    this.time = page.getByRole("slider", { name: this.words.crowd.time, exact: true });
    this.follow = page.getByRole("button", { name: this.words.crowd.follow });
    this.dialog = page.getByRole("dialog");
    this.said = page.locator('p.unseen[role="status"]');
    this.levers = page.locator("details.levers");
    this.replay = page.locator('.hand').getByRole("button", { name: this.words.replay.again });
  }

  /**
   * Opens the page and waits for the first result: at first by an address that names the invoice, which most specs are
   * about, and later as it was left. "./" is how somebody comes who has no address.
   */
  async open(address) {
    const first = this.page.url() === "about:blank" ? "./#/journey/invoice" : "./";
    await this.page.goto(address ?? first);
    await soon(this.page, () => /\d/.test(document.querySelector("h1")?.textContent));
    await expect(this.headline).toContainText(/\d/);
    return this;
  }

  /** Asks for the bottleneck, which nobody is told unasked. */
  async showBottleneck() {
    await this.page.getByRole("button", { name: this.words.binding.reveal }).click();
    await expect(this.notes).toContainText("◆", { timeout: 180_000 });
  }

  link(name) {
    return this.page.getByRole("option", { name: new RegExp(`\\b${name}\\b`) });
  }

  /** Selects a link with the pointer, on its metal. */
  async select(name) {
    await this.link(name).first().dispatchEvent("click");
    await expect(this.page.locator("#inspector")).toContainText(name);
  }

  /** Selects the touchpoint of this name, and none of the handovers that are called by it. */
  async selectTouchpoint(name) {
    const [begins] = this.words.chain.spoken_touchpoint.split("{{");
    await this.page.getByRole("option", { name: `${begins}${name},` }).first().dispatchEvent("click");
    await expect(this.page.locator("#inspector-name")).toHaveText(name);
  }

  async type(percent) {
    await this.typed.fill(String(percent));
    await this.typed.press("Enter");
  }

  /** How many of the crowd are where, in the order in which they stand on the page. */
  async counts() {
    const texts = await this.page.locator(".counts dd").allTextContents();
    const [come, onTheWay, dropped, customers, left] = texts.map((text) => Number(text.replace(/\D/g, "")));
    return { come, onTheWay, dropped, customers, left };
  }

  /** Pixels of the canvas that are painted. */
  async painted() {
    return this.page.locator("canvas.crowd").evaluate((canvas) => {
      const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
      let count = 0;
      for (let i = 3; i < data.length; i += 4) if (data[i] > 0) count += 1;
      return count;
    });
  }

  /** Waits until the crowd is there. */
  async crowded() {
    await poll(() => this.painted()).toBeGreaterThan(500);
  }

  /** Puts the crowd to a moment [periods], which ends its play. */
  async scrub(period) {
    await this.time.fill(String(period));
    await expect(this.time).toHaveAttribute("aria-valuetext", new RegExp(`\\b${period} (of|av) \\d`));
  }

  /** Does what saves customers, and waits until the crowd is the one in which they are saved: fewer of it have left at its end. */
  async saves(change) {
    await this.crowded();
    await this.scrub(24);
    const { left } = await this.counts();
    await change();
    await poll(async () => (await this.counts()).left).toBeLessThan(left);
  }

  /** Opens the levers beside the strength, if they are folded. */
  async openLevers() {
    if ((await this.levers.getAttribute("open")) === null) await this.levers.locator("> summary").click();
  }

  /** The row of a lever: "pain", "gain", "frequency", "days", "sensing", "share". */
  lever(which) {
    const name = this.words.levers[which].name;
    const row = this.levers.locator(".lever").filter({ has: this.page.locator("summary", { hasText: new RegExp(`^${name}$`) }) });
    return {
      row,
      help: row.locator("summary"),
      slider: row.getByRole("slider"),
      typed: row.getByRole("textbox"),
      reset: row.getByRole("button"),
      type: async (value) => {
        await row.getByRole("textbox").fill(String(value));
        await row.getByRole("textbox").press("Enter");
      },
    };
  }

  /** An entry of what is changed, by a part of its name. */
  change(name) {
    const row = this.changes.locator("li").filter({ hasText: name });
    return { row, effect: row.locator(".effect"), reset: row.locator(".reset"), on: row.getByRole("switch") };
  }

  /** The toggle of a lane. */
  lane(name) {
    return this.page.getByRole("button", { name: this.words.lanes[name], exact: true });
  }

  /** Opens the two dashboards and waits for their charts. */
  async openDashboards() {
    await this.dashboardsButton.click();
    await expect(this.dashboards.getByRole("img")).toHaveCount(5);
  }

  /** Waits until nothing more is being simulated. */
  async settled() {
    await soon(this.page, () => document.querySelector(".progress.done"));
    await expect(this.page.locator(".progress.done")).toBeVisible();
  }

  async openFile(name, text) {
    await this.page.locator("#journey-file").setInputFiles({ name, mimeType: "application/json", buffer: Buffer.from(text) });
  }
}

/** Opens a question of the meeting, if another one is open. */
const opened = async (question) => {
  const line = question.locator("> h2 button");
  if ((await line.getAttribute("aria-expanded")) === "false") await line.click();
  await expect(line).toHaveAttribute("aria-expanded", "true");
};

/** The place where a room prioritises. */
export class Meeting {
  constructor(page, lang = "en") {
    this.page = page;
    this.words = locales[lang];
    this.place = page.locator("main.prioritise");
    this.race = page.locator(".sheet.race");
    this.sure = page.locator(".sheet.sure");
    this.strain = page.locator(".sheet.strain-test");
    this.rescue = page.locator(".sheet.rescue");
    this.proposals = page.locator(".sheet.proposals");
    this.units = this.race.getByRole("textbox", { name: this.words.race.units });
    this.unitCost = this.race.getByRole("textbox", { name: this.words.race.unit_cost });
    this.together = this.proposals.locator(".together");
  }

  async go() {
    await this.page.locator("nav.places").getByRole("button", { name: this.words.places.prioritise }).click();
    await expect(this.race).toBeVisible();
    return this;
  }

  /** Opens one of its questions. */
  async show(panel) {
    await opened(panel);
  }

  /** Opens a panel and waits until it has its finding. */
  async found(panel) {
    await opened(panel);
    await patiently(panel.locator(".awaited")).toHaveCount(0);
  }

  /** A proposal by its name. */
  proposal(name) {
    const row = this.proposals.locator(".proposed > li").filter({ has: this.page.getByRole("heading", { name, exact: true }) });
    return { row, on: row.getByRole("switch"), effect: row.locator(".effect") };
  }

  /** Writes a proposal and saves it; each change is a link and what of it, by the words that are chosen from. */
  async propose({ name, owner, cost, changes }) {
    const words = this.words.proposals;
    await opened(this.proposals);
    await this.proposals.getByRole("button", { name: words.add }).click();
    const form = this.proposals.locator("form");
    await form.getByRole("textbox", { name: words.field_name, exact: true }).fill(name);
    await form.getByRole("combobox", { name: words.field_owner }).selectOption({ label: owner });
    if (cost !== undefined) await form.getByRole("textbox", { name: words.field_effort }).fill(String(cost));
    for (const [n, { link, what, value }] of changes.entries()) {
      if (n > 0) await form.getByRole("button", { name: words.more }).click();
      const change = form.locator("fieldset").nth(n);
      await change.getByRole("combobox", { name: words.link }).selectOption({ label: link });
      if (what) await change.getByRole("combobox", { name: words.what }).selectOption(what);
      await change.getByRole("textbox", { name: words.value }).fill(String(value));
    }
    await form.getByRole("button", { name: words.save }).click();
    await expect(form).toHaveCount(0);
  }
}

/** The advice, the ranking, the bets and the chain logic. */
export class Prioritise {
  constructor(journey) {
    this.journey = journey;
    const { page, words } = journey;
    this.words = words;
    this.page = page;
    this.panels = page.locator(".panels");
    this.advice = page.locator("main.prioritise").getByRole("heading", { level: 1 });
    this.goal = page.getByRole("combobox", { name: words.goal.title });
    this.ranking = this.panels.locator(".ranking");
    this.title = this.ranking.getByRole("heading", { level: 2 });
    this.names = this.ranking.locator("tbody th button");
    this.all = this.ranking.locator(".body button[aria-expanded]");
    this.see = this.ranking.getByRole("button", { name: words.ranking.see });
    this.whose = this.ranking.getByRole("combobox", { name: words.ranking.whose });
    this.bets = this.panels.locator(".bets");
    this.bet = this.bets.getByRole("button", { name: words.bets.cover });
    this.reveal = this.bets.getByRole("button", { name: words.bets.reveal });
    this.logic = this.panels.locator(".logic");
  }

  /** Goes there and waits for the first ranking. */
  async open() {
    await this.page.getByRole("button", { name: this.words.places.prioritise, exact: true }).click();
    await patiently(this.names.first()).toBeVisible();
    return this;
  }

  /** Opens one of its questions. */
  async show(panel) {
    await opened(panel);
  }

  more(link) {
    return this.bets.getByRole("button", { name: this.words.bets.more_on.replace("{{ link }}", link), exact: true });
  }

  fewer(link) {
    return this.bets.getByRole("button", { name: this.words.bets.fewer_on.replace("{{ link }}", link), exact: true });
  }
}

/** The place where journeys are kept. */
export class Library {
  constructor(page, lang = "en") {
    this.page = page;
    this.words = locales[lang].library;
    this.place = page.locator("main.library");
    this.headline = this.place.getByRole("heading", { level: 1 });
    this.own = this.place.locator(".library-own .library-card");
    this.ready = this.place.locator(".library-ready .library-card");
    this.scenarios = this.place.locator(".library-scenarios");
    this.news = this.place.locator(".library-news");
  }

  async open() {
    await this.page.goto("./#/library");
    await expect(this.ready).toHaveCount(7);
    return this;
  }

  /** Goes there by the bar at the top. */
  async go() {
    await this.page.locator("nav.places").getByRole("button", { name: locales.en.places.library }).click();
    await expect(this.headline).toBeVisible();
    return this;
  }

  card(name) {
    return this.own.filter({ has: this.page.locator(".library-name", { hasText: name }) });
  }

  /** Opens what can be done to a journey. */
  async more(name) {
    const card = this.card(name).first();
    if ((await card.locator("details").getAttribute("open")) === null) await card.locator("summary").click();
    return card;
  }

  async act(name, act) {
    const card = await this.more(name);
    await card.getByRole("button", { name: `${act}: ` }).click();
  }

  async import(...files) {
    const buffers = files.map(([name, content]) => ({ name, mimeType: "application/json", buffer: Buffer.from(content) }));
    await this.page.locator("#library-files").setInputFiles(buffers);
  }
}

/** The records of the library, as they lie in the browser: key and text. */
export const records = (page) => page.evaluate(async () => {
  const answered = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const database = await answered(indexedDB.open("kedja-library", 1));
  const store = database.transaction("records").objectStore("records");
  const [keys, texts] = await Promise.all([answered(store.getAllKeys()), answered(store.getAll())]);
  database.close();
  return Object.fromEntries(keys.map((key, n) => [key, texts[n]]));
});

/** The place where a journey is made. */
export class Build {
  constructor(page, lang = "en") {
    this.page = page;
    this.words = locales[lang];
    this.place = page.locator("main.build");
    this.headline = this.place.getByRole("heading", { level: 1 });
    this.rows = this.place.locator(".build-row");
    this.problems = this.place.locator(".build-problems");
  }

  async open() {
    await this.page.goto("./#/build");
    await expect(this.rows.first()).toBeVisible();
    return this;
  }

  /** Begins with a list of names. */
  async begin(names) {
    await this.place.locator(".build-start summary").click();
    await this.place.getByRole("textbox", { name: this.words.build.start.names_label }).fill(names.join("\n"));
    await this.place.getByRole("button", { name: this.words.build.start.names_go }).click();
    await expect(this.rows).toHaveCount(names.length);
    await this.place.locator(".build-start summary").click();
  }

  /** The field of a column in a row. */
  cell(row, column) {
    return this.rows.nth(row).locator(`[data-column="${column}"] :is(input, select)`);
  }

  name(row) {
    return this.cell(row, 0);
  }

  role(row) {
    return this.cell(row, 1);
  }

  strength(row) {
    return this.cell(row, 3);
  }

  next(row) {
    return this.rows.nth(row).locator('[data-column="9"]');
  }

  tool(name) {
    const button = this.words.build.table[name];
    return this.place.locator(".build-tools").getByRole("button", { name: button, exact: true });
  }

  /** Conversion and churn, in per cent, once there are some. */
  async figures() {
    const figures = this.place.locator(".build-figures .figure");
    await expect(figures.last()).toHaveText(/\d/);
    const texts = await figures.allInnerTexts();
    return texts.map((text) => Number(text.replace(",", ".").replace(/[^\d.]/g, "")));
  }

  /** The button that takes pasted rows in. */
  get takeIn() {
    return this.place.locator("#build-paste-go");
  }

  /** Pastes a text into a field, as from another program; what it comes to is shown, and not taken in yet. */
  async paste(field, text) {
    await field.focus();
    await field.evaluate((element, text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", text);
      element.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    }, text);
    await expect(this.takeIn).toBeFocused();
  }
}
