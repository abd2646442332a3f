// The page in a hand, in Swedish: here fingers tap, drag and pinch, and nothing else is done but to write into a field that
// was tapped.
import { test, expect, FEW, MOVING, patiently, poll } from "../fixtures.js";
import { slow } from "../playwright.config.js";
import { Journey, Meeting, Prioritise, rested } from "../page.js";

test.use({ ...MOVING, found: { customers: FEW }, viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, locale: "sv-SE" });

// A target that is too small does not end the pass, or the first fault would hide the next.
const soft = expect.configure({ soft: true, timeout: 5_000 * slow });

/** What WCAG 2.2 asks of any target, and what a thumb needs where most of the work is done [CSS pixels]. */
const LEAST = 24;
const THUMB = 44;

/** Steps of a drag: enough that the browser can tell a drag from a jump. */
const STEPS = 12;

class Fingers {
  constructor(journey, devtools) {
    Object.assign(this, { journey, page: journey.page, devtools });
  }

  static async on(journey) {
    return new Fingers(journey, await journey.page.context().newCDPSession(journey.page));
  }

  /** Where something is, once it is in sight: large enough, with nothing over it. All at one moment, for the page moves. */
  async find(there, least = LEAST) {
    const { called, width, height, left, x, y, over } = await there.evaluate((element) => {
      element.scrollIntoView({ block: "center", behavior: "instant" });
      const { left, top, width, height } = element.getBoundingClientRect();
      const [x, y] = [left + width / 2, top + height / 2];
      const hit = document.elementFromPoint(x, y);
      const over = element.contains(hit) || hit?.contains(element) ? "" : `${hit?.outerHTML.slice(0, 120)}`;
      return { called: element.outerHTML.slice(0, 120), width, height, left, x, y, over };
    });
    soft(Math.round(Math.min(width, height)), `large enough: ${called}`).toBeGreaterThanOrEqual(least);
    soft(over, `nothing lies over ${called}`).toBe("");
    return { left, width, x, y };
  }

  async tap(there, least) {
    await this.find(there, least);
    // Once it rests, for results that come in move what stands below them.
    await there.tap();
  }

  /** Each finger goes its own way, all at once. */
  async draw(...ways) {
    const at = (part) => ways.map(([from, to], id) => ({ x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part, id }));
    const send = (type, touchPoints) => this.devtools.send("Input.dispatchTouchEvent", { type, touchPoints });
    await send("touchStart", at(0));
    for (let step = 1; step <= STEPS; step += 1) await send("touchMove", at(step / STEPS));
    await send("touchEnd", []);
  }

  /** Waits until nothing comes in that would move what a finger is about to take. */
  async rests() {
    await this.journey.settled();
    await rested(this.page);
  }

  /** Takes a slider from where it is to a part of its length. */
  async drag(slider, to) {
    await this.rests();
    const { left, width, y } = await this.find(slider, THUMB);
    const { max, value } = await slider.evaluate(({ max, value }) => ({ max: Number(max), value: Number(value) }));
    await this.draw([{ x: left + (width * value) / max, y }, { x: left + width * to, y }]);
  }

  /** Scrolls the page with a finger that happens to begin on a slider: nobody meant to move that. */
  async passOver(slider) {
    await this.rests();
    const { left, y } = await this.find(slider);
    const state = () => slider.evaluate(({ value }) => ({ value, top: Math.round(scrollY) }));
    const before = await state();
    await this.draw([{ x: left + 100, y }, { x: left + 103, y: y - 200 }]);
    await poll(async () => (await state()).top).toBeGreaterThan(before.top + 100);
    // While the page still glides, a finger only stops it.
    let last = -1;
    await poll(async () => {
      const [now, rests] = [(await state()).top, last];
      last = now;
      return now === rests;
    }).toBe(true);
    await soft.poll(async () => (await state()).value, { message: `${slider} stands where it stood` }).toBe(before.value);
  }

  async write(field, text) {
    await this.tap(field);
    await expect(field).toBeFocused();
    await this.page.keyboard.press("Control+a");
    await this.page.keyboard.type(text);
    await this.page.keyboard.press("Enter");
  }
}

test("everything that the page offers can be done with a finger on a phone, and nothing stands beside the screen", async ({ page }) => {
  const journey = await new Journey(page, "sv").open();
  const { words } = journey;
  const fingers = await Fingers.on(journey);
  const prioritise = new Prioritise(journey);
  const meeting = new Meeting(page, "sv");
  const button = (name) => page.getByRole("button", { name, exact: true });
  const name = page.locator("#inspector-name");
  const scrolled = () => page.evaluate(() => Math.round(scrollY));
  const part = (what, body) =>
    test.step(what, async () => {
      await body();
      soft(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), `${what}: as wide as the screen`).toBeLessThanOrEqual(0);
    });

  await part("a finger on the chain scrolls the page and selects nothing, and two make it larger", async () => {
    const before = await name.textContent();
    await fingers.draw([{ x: 195, y: 700 }, { x: 195, y: 300 }]);
    await poll(scrolled).toBeGreaterThan(200);
    await expect(name).toHaveText(before);
    const size = () => page.evaluate(() => visualViewport.scale);
    const [middle, up, down] = [{ x: 195, y: 420 }, { x: 95, y: 320 }, { x: 295, y: 520 }];
    await fingers.draw([middle, up], [{ x: 205, y: 430 }, down]);
    await poll(size).toBeGreaterThan(1.5);
    await fingers.draw([up, middle], [down, { x: 205, y: 430 }]);
    await poll(size).toBe(1);
  });

  await part("a link that is tapped is told of in sight", async () => {
    await fingers.tap(page.getByRole("option", { name: /Annons → Jämförelsesida/ }));
    await expect(name).toHaveText(/Annons → Jämförelsesida/);
    await fingers.tap(page.getByRole("option", { name: /^Kontaktpunkt Faktura,/ }), THUMB);
    await expect(name).toHaveText("Faktura");
    const headline = async () => {
      const { y, height } = await journey.headline.boundingBox();
      return y + height;
    };
    const hidden = async () => (await headline()) - (await name.boundingBox()).y;
    await soft.poll(hidden, { message: "its name is not under the headline" }).toBeLessThanOrEqual(0);
    await soft.poll(async () => (await name.boundingBox()).y, { message: "nor below the screen" }).toBeLessThan(844 - THUMB);
  });

  await part("strength is dragged, typed, and chosen by a name; a finger that only passes changes nothing", async () => {
    await fingers.drag(journey.strength, 0.8);
    await expect(journey.typed).toHaveValue(/^(7[89]|8[012])\s%$/);
    await expect(journey.headline).toHaveText(/starkare/i);
    await fingers.passOver(journey.strength);
    await fingers.write(journey.typed, "75");
    await expect(journey.typed).toHaveValue(/^75\s%$/);
    await fingers.tap(button(words.strength.strong));
    await expect(button(words.strength.strong)).toHaveAttribute("aria-pressed", "true");
  });

  await part("a why, a lever and its help", async () => {
    const pain = journey.lever("pain");
    await fingers.tap(page.locator("#inspector .why summary"));
    await expect(page.locator("#inspector .why dl")).toBeVisible();
    await fingers.tap(journey.levers.locator("> summary"), THUMB);
    await fingers.tap(pain.help);
    await expect(pain.row).toContainText(words.levers.pain.customer);
    await fingers.drag(pain.slider, 0.1);
    await expect(journey.change("Faktura, minus").row).toBeVisible();
  });

  await part("a lane, and the crowd", async () => {
    await fingers.tap(journey.lane("owner"));
    await expect(page.locator(".lane-list")).toContainText("Ekonomi och fakturering");
    await fingers.tap(page.locator(".play"), THUMB);
    await expect(journey.play).toBeVisible();
    // Time has run until somewhere. From near an end of it the way to the middle is long enough to be a drag.
    const isEarly = Number(await journey.time.inputValue()) < 12;
    await fingers.drag(journey.time, isEarly ? 0.95 : 0.05);
    await expect(journey.time).toHaveAttribute("aria-valuetext", /\b([012]|2[234]) av 24/);
    await fingers.drag(journey.time, 0.5);
    await expect(journey.time).toHaveAttribute("aria-valuetext", /\b1[123] av 24/);
    await fingers.passOver(journey.time);
    await fingers.tap(journey.play, THUMB);
    await expect(journey.pause).toBeVisible();
    await fingers.tap(journey.pause, THUMB);
    await expect(journey.play).toBeVisible();
  });

  await part("a customer is followed, and the next one", async () => {
    const title = journey.dialog.getByRole("heading", { level: 2 });
    await fingers.tap(journey.follow);
    await expect(title).toHaveText(/\d/);
    const first = await title.textContent();
    await fingers.tap(journey.dialog.getByRole("button", { name: words.life.next, exact: true }));
    await expect(title).not.toHaveText(first);
    await fingers.tap(journey.dialog.getByRole("button", { name: words.life.close, exact: true }), THUMB);
    await expect(journey.dialog).toBeHidden();
  });

  await part("both dashboards, and one persona alone", async () => {
    await fingers.tap(journey.dashboardsButton);
    await expect(journey.dashboards.getByRole("img")).toHaveCount(5);
    await fingers.tap(journey.dashboardsButton);
    await fingers.tap(page.locator(".persona").nth(2), THUMB);
    await expect(page.locator(".only")).toBeVisible();
    await fingers.tap(button(words.personas.everybody));
    await expect(page.locator(".only")).toHaveCount(0);
  });

  await part("strain, price and seed", async () => {
    await fingers.drag(journey.strain, 0.3);
    await expect(journey.change(/^Påfrestning/).row).toBeVisible();
    await fingers.passOver(journey.strain);
    await fingers.write(page.getByRole("textbox", { name: "Pris per månad" }), "449");
    await expect(journey.change(/^Pris/).row).toContainText("449");
    await journey.settled();
    const outcomes = await page.locator(".outcomes").innerText();
    await fingers.write(page.getByRole("textbox", { name: words.world.seed }), "2");
    await expect(page.locator(".outcomes")).not.toHaveText(outcomes, { useInnerText: true });
  });

  await part("what is changed is switched off and reset, and undo and redo", async () => {
    const pain = journey.change("Faktura, minus");
    await fingers.tap(pain.on);
    await expect(pain.on).not.toBeChecked();
    const price = journey.change(/^Pris/);
    await fingers.tap(price.reset);
    await expect(price.row).toHaveCount(0);
    await fingers.tap(journey.undo);
    await expect(price.row).toHaveCount(1);
    await fingers.tap(journey.redo);
    await expect(price.row).toHaveCount(0);
  });

  await part("another language and back, another journey from the menu", async () => {
    await fingers.tap(button(words.top.english));
    await expect(page.locator("html")).toHaveAttribute("lang", "en");
    await fingers.tap(button(words.top.swedish));
    await expect(page.locator("html")).toHaveAttribute("lang", "sv");
    await fingers.tap(page.locator(".journey-name"));
    await fingers.tap(page.locator("#journey-menu").getByRole("button", { name: /^Affärssystem/ }), THUMB);
    await expect(page.locator(".journey-name")).toContainText("Affärssystem");
    await expect(page.locator("#journey-menu")).toBeHidden();
    await expect(journey.headline).toContainText(/\d/);
  });

  await part("Prioritise: another outcome counts, and a link of the ranking is seen in the journey", async () => {
    await fingers.tap(button(words.places.prioritise), THUMB);
    await patiently(prioritise.names.first()).toBeVisible();
    const before = await prioritise.title.textContent();
    // The list of choices is the device's own, so there is nothing of the page to be tapped.
    await fingers.find(prioritise.goal, THUMB);
    await prioritise.goal.selectOption("conversion");
    await expect(prioritise.title).not.toHaveText(before);
    await patiently(prioritise.names.nth(1)).toBeVisible();
    // Until the last of the rankings stands, links may change places.
    await patiently(prioritise.ranking).toContainText(/98\s304/);
    const second = await prioritise.names.nth(1).textContent();
    await fingers.tap(prioritise.names.nth(1));
    await fingers.tap(prioritise.see);
    await expect(name).toHaveText(second);
    await soft(name, "it is in sight").toBeInViewport();
    await fingers.tap(button(words.places.prioritise), THUMB);
  });

  await part("chips, the race, and a proposal", async () => {
    await fingers.tap(prioritise.bets.locator("> h2 button"), THUMB);
    await fingers.tap(prioritise.bet);
    await expect(prioritise.ranking).toBeHidden();
    await soft(prioritise.bets.locator("h2"), "the chips are in sight").toBeInViewport();
    const more = prioritise.bets.locator(".bet-on button:last-child");
    await fingers.tap(more.nth(0));
    await fingers.tap(more.nth(1));
    await expect(prioritise.bets.getByRole("status")).toHaveText(words.bets.many.replace("{{ n }}", "2"));
    await fingers.tap(prioritise.reveal, THUMB);
    await expect(prioritise.ranking).toBeVisible();
    await soft(prioritise.bets.locator("h2"), "what the chips hit is in sight").toBeInViewport();
    await fingers.tap(meeting.race.locator("> h2 button"), THUMB);
    await meeting.found(meeting.race);
    await fingers.tap(meeting.race.getByRole("button", { name: words.race.back }));
    await expect(meeting.race.getByRole("status").last()).toHaveText(/\b9\b/);
    await fingers.tap(meeting.proposals.locator("> h2 button"), THUMB);
    await fingers.tap(page.locator("#add-proposal"), THUMB);
    await fingers.tap(page.locator("#proposal-name"));
    await page.keyboard.type("Call back");
    await fingers.tap(meeting.proposals.getByRole("button", { name: words.proposals.save }), THUMB);
    await expect(meeting.proposal("Call back").on).toBeChecked();
    await fingers.tap(meeting.proposal("Call back").on);
    await expect(meeting.proposal("Call back").on).not.toBeChecked();
  });
});
