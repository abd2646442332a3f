// The page without a pointer: here keys are pressed and nothing else, as by somebody who leads a room and has no mouse.
import { test, expect, FEW, MOVING, patiently, poll } from "../fixtures.js";
import { slow } from "../playwright.config.js";
import { drawn, Journey, Meeting, Prioritise } from "../page.js";

test.use({ ...MOVING, found: { customers: FEW } });

// What is wrong with the focus does not end the pass, or the first fault would hide the next.
const soft = expect.configure({ soft: true, timeout: 5_000 * slow });

/** More stops than a page can ask of anybody, so that a trap is found. */
const MOST = 150;

/** What keeps the focus from being seen: nothing, when it can be. */
const unseen = () => {
  const at = document.activeElement;
  if (!at || at === document.body) return ["the focus is nowhere"];
  const faults = [];
  const style = getComputedStyle(at);
  const outlined = ({ outline }) => /\bsolid\b/.test(outline);
  // A slider shows the focus on its thumb, which has no computed style of its own; a link of the chain as a line around it.
  const rules = () => [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]).filter((rule) => rule.selectorText);
  const thumb = ":focus-visible::-webkit-slider-thumb";
  const onThumb = () =>
    rules().some(({ selectorText, style }) =>
      selectorText.split(",").some((one) => one.trim().endsWith(thumb) && at.matches(one.trim().slice(0, -thumb.length)) && outlined(style)),
    );
  const aroundIt = () => at instanceof SVGElement && style.stroke !== "none" && parseFloat(style.strokeWidth) >= 2;
  if (!at.matches(":focus-visible") || !(outlined(style) || aroundIt() || (at.type === "range" && onThumb()))) faults.push("nothing shows the focus");
  const box = at.getBoundingClientRect();
  const fits = box.height <= innerHeight;
  const inside = box.left >= -1 && box.right <= innerWidth + 1 && (fits ? box.top >= -1 && box.bottom <= innerHeight + 1 : box.top < innerHeight);
  if (box.width === 0 || box.height === 0 || !inside) faults.push(`outside the window: ${Math.round(box.left)}, ${Math.round(box.top)}`);
  const over = document.elementFromPoint(box.left + box.width / 2, box.top + Math.min(box.height, innerHeight) / 2);
  if (inside && !(at instanceof SVGElement) && !(over && (at.contains(over) || over.contains(at)))) faults.push(`covered by ${over?.outerHTML.slice(0, 80)}`);
  return faults.map((fault) => `${at.outerHTML.slice(0, 120)}: ${fault}`);
};

/** Somebody at the keys. */
class Keys {
  constructor(page) {
    this.page = page;
    this.focus = page.locator(":focus");
  }

  async press(key, times = 1) {
    for (let i = 0; i < times; i += 1) await this.page.keyboard.press(key);
  }

  /** Whether the focus is on something, and not lost. */
  async isSomewhere() {
    return (await this.focus.count()) > 0;
  }

  /** What has the focus can be seen, and says what it is. */
  async seen() {
    await soft.poll(() => this.page.evaluate(unseen), { message: "the focus is seen" }).toEqual([]);
    if (await this.isSomewhere()) await soft(this.focus).toHaveAccessibleName(/\S/);
  }

  /** Goes on and on until the page ends, or begins again; gives how many stops that were. */
  async round(key) {
    await this.page.evaluate(() => (window.passed = new Set([document.body])));
    const isNew = () => this.page.evaluate(() => window.passed.size < window.passed.add(document.activeElement).size);
    let stops = 0;
    for (await this.press(key); await isNew(); await this.press(key)) {
      stops += 1;
      await this.seen();
    }
    return stops;
  }

  /** Goes to something, by the shorter way where it is known. */
  async to(there) {
    const isThere = () => there.evaluate((element) => element === document.activeElement);
    const isBehind = (element) => document.activeElement !== document.body && (element.compareDocumentPosition(document.activeElement) & 4) > 0;
    const key = (await there.evaluate(isBehind)) ? "Shift+Tab" : "Tab";
    for (let stops = 0; !(await isThere()); stops += 1) {
      expect(stops, `${there} is reached`).toBeLessThan(MOST);
      await this.press(key);
    }
    await this.seen();
  }

  /** Goes to something, presses a key on it, waits for what that does, and still has the focus somewhere. */
  async does(there, effect, key = "Enter") {
    await this.to(there);
    await this.press(key);
    await effect();
    // What is switched off or taken away under the focus loses it with the next picture of the page, not at once.
    await drawn(this.page);
    await soft(this.focus, `after ${key} on ${there} the focus is somewhere`).toBeVisible();
  }

  /** Writes into a field, in the place of what was there, as the browser has it for who comes by Tab. */
  async writes(field, text, effect) {
    await this.to(field);
    await this.page.keyboard.type(text);
    await this.does(field, effect);
  }
}

/** The page with what keys reach in it. */
async function atTheKeyboard(page) {
  const journey = await new Journey(page).open();
  const { words, changes } = journey;
  return {
    journey,
    words,
    changes,
    keys: new Keys(page),
    prioritise: new Prioritise(journey),
    meeting: new Meeting(page),
    button: (name) => page.getByRole("button", { name, exact: true }),
    within: (part, name) => part.getByRole("button", { name, exact: true }),
    name: page.locator("#inspector-name"),
    pain: journey.change("Invoice, pain"),
    price: journey.change(/^Price/),
    goTo: (place) => page.locator("nav.places").getByRole("button", { name: words.places[place] }),
    gone: (what) => () => expect(what).toHaveCount(0),
    there: (what) => () => expect(what).toBeVisible(),
  };
}

test("everything that the journey's page offers can be done with the keyboard alone, and the focus is always seen", async ({ page }) => {
  const { journey, words, changes, keys, button, within, name, pain, price, gone, there } = await atTheKeyboard(page);

  await test.step("Tab goes once through the page, forth and back, and is never held", async () => {
    // What comes in takes the button that stops it away, and with it the focus.
    await journey.settled();
    expect(await keys.round("Tab")).toBeGreaterThan(30);
    // A laptop's page at twice its size, where the sentence at the top stays in sight and may lie over what comes from below.
    await page.setViewportSize({ width: 640, height: 400 });
    expect(await keys.round("Shift+Tab")).toBeGreaterThan(30);
    await page.setViewportSize({ width: 1440, height: 900 });
  });

  await test.step("the crowd is stopped", async () => {
    await keys.does(page.locator(".play"), () => expect(journey.play).toBeFocused());
  });

  await test.step("the chain is gone along by arrows, and a link is selected", async () => {
    const chain = page.locator(".hit[tabindex='0']");
    await keys.to(chain);
    await keys.press("Home");
    await expect(keys.focus).toHaveAccessibleName(/Advert/);
    await keys.press("Tab");
    await soft(keys.focus, "the chain is one stop, wherever one stands in it").not.toHaveRole("option");
    await keys.to(chain);
    await keys.press("Home");
    await keys.press("ArrowRight", 2);
    await keys.seen();
    const reached = await keys.focus.getAttribute("aria-label");
    await keys.press("Enter");
    expect(reached).toContain(await name.textContent());
    await keys.seen();
    await keys.to(chain);
    const isInvoice = async () => /^Touchpoint Invoice,/.test(await keys.focus.getAttribute("aria-label"));
    for (let links = 0; !(await isInvoice()); links += 1) {
      expect(links, "the arrows come to the invoice").toBeLessThan(MOST);
      await keys.press("ArrowRight");
    }
    await keys.press("Enter");
    await expect(name).toHaveText("Invoice");
  });

  await test.step("strength by keys, typed, and by a name", async () => {
    await keys.does(journey.strength, () => expect(journey.typed).toHaveValue("75%"), "PageUp");
    await keys.writes(journey.typed, "80", () => expect(journey.headline).toHaveText(/stronger/i));
    await expect(journey.said, "told to those who listen").toHaveText(/stronger/i);
    const strong = button(words.strength.strong);
    await keys.does(strong, () => expect(strong).toHaveAttribute("aria-pressed", "true"), "Space");
    await expect(journey.typed).not.toHaveValue("80%");
    await keys.does(button(words.inspector.reset), () => expect(journey.typed).toHaveValue("65%"));
    await keys.does(journey.strength, () => expect(journey.typed).toHaveValue("75%"), "PageUp");
  });

  await test.step("a why and a lever's help are opened, and the lever is moved", async () => {
    const { help, row, slider, reset } = journey.lever("pain");
    await keys.does(page.locator("#inspector .why summary"), there(page.locator("#inspector .why dl")));
    await keys.does(journey.levers.locator("> summary"), there(help));
    await keys.does(help, () => expect(row).toContainText(words.levers.pain.customer), "Space");
    await keys.does(slider, () => expect(pain.row).toContainText("0.45 → 0.35"), "PageDown");
    await keys.does(reset, gone(pain.row));
    await keys.does(slider, there(pain.row), "Home");
  });

  await test.step("a lane, and the crowd", async () => {
    const play = page.locator(".play");
    await keys.to(journey.time);
    await keys.press("Home");
    await keys.press("ArrowRight", 3);
    await expect(journey.time).toHaveAttribute("aria-valuetext", /\b3 of 24/);
    const moment = async () => Number(await journey.time.inputValue());
    await keys.does(play, () => poll(moment).toBeGreaterThan(3), "Space");
    await keys.does(play, there(journey.play), "Space");
    await keys.does(journey.lane("owner"), () => expect(journey.laneTable).toContainText(words.lanes.owner_title), "Space");
    await keys.does(journey.lane("owner"), gone(journey.laneTable), "Space");
  });

  await test.step("a customer is followed, the next one, and the focus comes back to where it was", async () => {
    const title = journey.dialog.getByRole("heading", { level: 2 });
    await keys.does(journey.follow, () => expect(title).toHaveText(/\d/));
    await keys.seen();
    const first = await title.textContent();
    await keys.does(within(journey.dialog, words.life.next), () => expect(title).not.toHaveText(first));
    await keys.press("Escape");
    await expect(journey.dialog).toBeHidden();
    await soft(journey.follow).toBeFocused();
  });

  await test.step("both dashboards, and one persona alone", async () => {
    const five = () => expect(journey.dashboards.getByRole("img")).toHaveCount(5);
    await keys.does(journey.dashboardsButton, five);
    await keys.to(journey.echo);
    await keys.does(journey.dashboardsButton, gone(journey.dashboards));
    const only = page.locator(".only");
    await keys.does(page.locator(".persona").nth(2), there(only), "Space");
    await keys.does(button(words.personas.everybody), gone(only));
  });

  await test.step("strain, price and seed", async () => {
    await keys.does(journey.strain, there(journey.change(/^Strain/).row), "PageUp");
    await keys.writes(page.getByRole("textbox", { name: "Price per month" }), "449", () => expect(price.row).toContainText("449"));
    const outcomes = () => page.locator(".outcomes").innerText();
    await journey.settled();
    const before = await outcomes();
    await keys.writes(page.getByRole("textbox", { name: words.world.seed }), "2", () => poll(outcomes).not.toBe(before));
  });

  await test.step("a change is switched off and on, one is reset and all, and undo and redo", async () => {
    await keys.does(pain.on, () => expect(pain.on).not.toBeChecked(), "Space");
    await keys.does(pain.on, () => expect(pain.on).toBeChecked(), "Space");
    await keys.does(price.reset, gone(price.row));
    await keys.does(journey.undo, there(price.row));
    await keys.does(journey.redo, gone(price.row));
    await keys.does(within(changes, words.changes.reset_all), gone(changes.locator("li")));
  });

  await test.step("another language and back, another journey from the menu", async () => {
    const language = (lang) => () => expect(page.locator("html")).toHaveAttribute("lang", lang);
    await keys.does(button(words.top.swedish), language("sv"), "Space");
    await keys.does(button(words.top.english), language("en"), "Space");
    const [menu, opener] = [page.locator("#journey-menu"), page.locator(".journey-name")];
    await keys.does(opener, there(menu));
    await keys.press("Escape");
    await expect(menu).toBeHidden();
    await soft(opener).toBeFocused();
    await keys.does(opener, there(menu));
    await keys.does(menu.getByRole("button", { name: /^Food box/ }), () => expect(opener).toContainText("Food box"));
    await expect(menu).toBeHidden();
    await soft(opener).toBeFocused();
  });
});

test("everything that Prioritise offers can be done with the keyboard alone, and the focus is always seen", async ({ page }) => {
  const { words, keys, prioritise, meeting, within, name, goTo, gone, there } = await atTheKeyboard(page);

  await test.step("Prioritise is skipped into, another outcome counts, and a link of the ranking is seen in the journey", async () => {
    const { title, names } = prioritise;
    const second = () => patiently(names.nth(1)).toBeVisible();
    await keys.does(goTo("prioritise"), second);
    await keys.does(page.locator(".skip"), () => soft(page.locator(".skip"), "it leads out of itself").not.toBeFocused());
    const before = await title.textContent();
    await keys.does(prioritise.goal, () => expect(title).not.toHaveText(before), "ArrowUp");
    await second();
    // Until the last of the rankings stands, links may change places.
    await patiently(prioritise.ranking).toContainText("98,304");
    const link = await names.nth(1).textContent();
    await keys.does(names.nth(1), () => expect(names.nth(1)).toHaveAttribute("aria-pressed", "true"), "Space");
    await keys.does(prioritise.see, () => expect(name).toHaveText(link));
    await expect(name).toBeVisible();
  });

  await test.step("chips are laid on what is covered, and revealed", async () => {
    const { bet, bets, ranking, reveal } = prioritise;
    const laid = (words) => () => expect(bets.getByRole("status")).toHaveText(words);
    const [fewer, more] = [0, 1].map((at) => bets.locator(".bet-on li").nth(1).getByRole("button").nth(at));
    await keys.does(goTo("prioritise"), there(prioritise.names.first()));
    await keys.does(bets.locator("> h2 button"), there(bet));
    await keys.does(bet, () => expect(ranking).toBeHidden());
    await keys.does(more, laid(words.bets.one), "Space");
    await keys.does(fewer, laid(words.bets.none));
    await keys.does(more, laid(words.bets.one));
    await keys.does(reveal, there(ranking));
  });

  await test.step("the race goes a unit back, and a proposal is written and saved", async () => {
    const { race, proposals } = meeting;
    await keys.does(race.locator("> h2 button"), () => expect(race.locator("> .body")).toBeVisible(), "Space");
    await meeting.found(race);
    const come = (units) => () => expect(race.getByRole("status").last()).toHaveText(new RegExp(`\\b${units} .*10`));
    await keys.does(within(race, words.race.back), come(9));
    await keys.does(within(race, words.race.on), come(10));
    const proposal = meeting.proposal("Call back");
    await keys.does(proposals.locator("> h2 button"), there(page.locator("#add-proposal")));
    await keys.does(page.locator("#add-proposal"), () => soft(page.locator("#proposal-name")).toBeFocused());
    await page.keyboard.type("Call back");
    const owner = proposals.getByRole("combobox", { name: words.proposals.field_owner });
    await keys.does(owner, () => expect(owner).not.toHaveValue(""), "ArrowDown");
    await keys.does(within(proposals, words.proposals.save), () => expect(proposal.on).toBeChecked());
    await keys.seen();
    await keys.does(proposal.on, () => expect(proposal.on).not.toBeChecked(), "Space");
    await keys.does(within(proposals, words.proposals.remove_of.replace("{{ name }}", "Call back")), gone(proposal.row));
  });
});
