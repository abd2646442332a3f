// Present: a meeting from beginning to end on a large screen, once by keys and once by finger.
import { clean } from "../axe.js";
import { expect, FEW, patiently, test } from "../fixtures.js";
import { Journey, locales, Meeting, Prioritise } from "../page.js";

test.use({ found: { customers: FEW } });

/** What stands on the wall. */
class Screen {
  constructor(page, lang = "en") {
    this.page = page;
    this.words = locales[lang].wall;
    this.list = page.getByRole("dialog", { name: this.words.title });
    this.rows = this.list.locator(".arranged > li");
    this.wall = page.locator(".wall-screen");
    this.caption = this.wall.getByRole("heading", { level: 1 });
    this.putBack = this.wall.getByRole("button", { name: this.words.put_back });
    this.clock = this.wall.getByRole("timer");
    this.black = this.wall.locator(".black");
    this.sentence = this.wall.locator(".wall-sentence");
    this.strength = this.wall.getByRole("slider", { name: this.words.strength.split(" {{")[0] });
  }

  async arrange() {
    await this.page.getByRole("button", { name: this.words.open, exact: true }).click();
    await expect(this.list).toBeVisible();
  }

  /** Claims that all of the scene is seen, in words that can be read from the back. */
  async fits(least) {
    const { overflows, small } = await this.wall.evaluate((wall, least) => {
      // The page behind it stands still.
      const behind = document.scrollingElement;
      const overflows = [...(getComputedStyle(behind).overflowY === "hidden" ? [] : [behind]), ...wall.querySelectorAll(".wall-scene, .wall-scene *")]
        .filter((box) => !box.closest("svg") && box.scrollHeight > box.clientHeight + 2 && box.clientHeight > 0)
        .filter((box) => box === document.scrollingElement || ["hidden", "auto", "scroll", "clip"].includes(getComputedStyle(box).overflowY))
        .filter((box) => !box.matches(".unseen"))
        .map((box) => `${box.className || box.tagName}: ${box.scrollHeight} > ${box.clientHeight}`);
      const small = new Set();
      const texts = document.createTreeWalker(wall, NodeFilter.SHOW_TEXT);
      while (texts.nextNode()) {
        const { parentElement: box, textContent } = texts.currentNode;
        if (!textContent.trim() || box.closest("[hidden], .unseen, canvas") || !box.checkVisibility({ visibilityProperty: true })) continue;
        const scale = box.getScreenCTM?.().a ?? 1;
        const size = parseFloat(getComputedStyle(box).fontSize) * scale;
        // All of a chain is seen, with words as large as there is room for.
        if (size < (box.closest("svg, .labels, .map") ? 11 : least) - 0.1) small.add(`${size.toFixed(1)}: ${textContent.trim().slice(0, 40)}`);
      }
      return { overflows, small: [...small] };
    }, least);
    expect.soft(overflows, `${await this.caption.textContent()}: nothing scrolls`).toEqual([]);
    expect.soft(small, `${await this.caption.textContent()}: nothing is too small`).toEqual([]);
  }
}

test("a meeting is led from the question to the page to sign by keys alone, with notes in a second window", async ({ page }) => {
  test.slow();
  await page.setViewportSize({ width: 1280, height: 720 });
  const journey = await new Journey(page).open("./#/journey/invoice");
  const meeting = await new Meeting(page).go();
  await meeting.propose({ name: "Clearer invoice", owner: "Finance and billing", cost: 2, changes: [{ link: "Invoice", value: 2 }] });
  const screen = new Screen(page);
  await screen.arrange();
  await screen.list.getByRole("button", { name: screen.words.lay_out }).press("Enter");
  await expect(screen.rows).toHaveCount(8);
  await clean(page, "the list of scenes");
  // Its own question, a place earlier and back, and a scene too many: all of it can be undone.
  const question = screen.list.getByRole("textbox", { name: "Line over scene 1" });
  await question.fill("Where do we lose them?");
  await question.press("Tab");
  await screen.list.getByRole("button", { name: "Move scene 2 up" }).press("Enter");
  await expect(screen.rows.nth(1).getByRole("textbox").first()).toHaveValue("Where do we lose them?");
  await screen.list.getByRole("button", { name: "Undo" }).press("Enter");
  await expect(screen.rows.first().getByRole("textbox").first()).toHaveValue("Where do we lose them?");
  await screen.list.getByRole("button", { name: screen.words.begin, exact: true }).press("Enter");

  // The question.
  await expect(screen.caption).toHaveText("Where do we lose them?");
  await expect(screen.caption).toBeFocused();
  await screen.fits(18);
  const opened = page.waitForEvent("popup");
  await page.keyboard.press("s");
  const notes = await opened;
  await expect(notes.locator(".notes-text")).toHaveText(screen.words.note_question);
  await expect(notes.locator(".notes-caption")).toHaveText("Where do we lose them?");

  // The journey: a lever moves, the scene does not.
  await page.keyboard.press("PageDown");
  await expect(screen.sentence).toContainText(/\d/);
  await expect(notes.locator(".notes-caption")).toHaveText(screen.words.caption_journey);
  await screen.fits(18);
  await expect(screen.putBack).toBeHidden();
  const before = await screen.strength.inputValue();
  await screen.strength.focus();
  for (let press = 0; press < 12; press += 1) await page.keyboard.press("ArrowRight");
  expect(await screen.strength.inputValue()).not.toBe(before);
  await expect(screen.caption).toHaveText(screen.words.caption_journey);
  await expect(screen.sentence).toContainText(/saved|won/);
  await page.keyboard.press("r");
  await expect(screen.strength).toHaveValue(before);
  await expect(screen.putBack).toBeHidden();

  // Bets, from the window of the notes: the clock runs, the answer is hidden, and black spares the notes.
  await notes.keyboard.press("PageDown");
  await expect(screen.caption).toHaveText(screen.words.caption_bets);
  await page.keyboard.press("t");
  await expect(screen.clock).toHaveText(/^(1:00|0:5\d)$/);
  for (const link of ["Invoice", "Invoice", "Support"]) await page.getByRole("button", { name: `One more chip on ${link}`, exact: true }).press("Enter");
  await expect(screen.wall.getByText("3 chips placed")).toBeVisible();
  await expect(screen.wall).not.toContainText(/bottleneck/i);
  await screen.fits(18);
  await page.keyboard.press("b");
  await expect(screen.black).toBeVisible();
  await expect(notes.locator(".notes-black")).not.toBeEmpty();
  await expect(notes.locator(".notes-text")).toHaveText(screen.words.note_bets);
  await page.keyboard.press("PageDown");
  await expect(screen.caption).toHaveText(screen.words.caption_bets);
  await page.keyboard.press("Escape");
  await expect(screen.black).toBeHidden();
  await expect(screen.wall).toBeVisible();

  // A scene by its number: the first, and the one after the bets.
  await page.keyboard.press("1");
  await expect(screen.wall.locator(".wall-place")).toHaveText("To scene 1: Enter");
  await page.keyboard.press("Enter");
  await expect(screen.caption).toHaveText("Where do we lose them?");

  // The answer, with the chips beside it.
  await page.keyboard.press("4");
  await page.keyboard.press("Enter");
  await patiently(screen.sentence).toContainText(/bottleneck/i);
  await expect(screen.wall.locator(".wall-bars tr").filter({ hasText: "Invoice" }).first()).toContainText("2 chips");
  await screen.fits(18);

  // The proposals, switched on before all.
  await page.keyboard.press("PageDown");
  const proposal = screen.wall.getByRole("switch", { name: /Clearer invoice/ });
  await expect(proposal).toBeVisible();
  const effect = screen.wall.locator(".wall-proposals .effect");
  await patiently(effect).toContainText(/\d/);
  await screen.fits(18);

  // The budget, the advice and how sure it is, and what is decided.
  await page.keyboard.press(" ");
  await patiently(screen.wall.locator(".wall-race tbody tr")).not.toHaveCount(0);
  await screen.fits(18);
  await page.keyboard.press("n");
  await patiently(screen.wall.locator(".wall-sure svg").first()).toBeVisible();
  await screen.fits(18);
  await page.keyboard.press("End");
  await expect(screen.wall.getByText("Clearer invoice")).toBeVisible();
  await patiently(screen.wall.locator(".outcome .figure").first()).toContainText(/\d/);
  await screen.fits(18);
  // A projector of today.
  await page.setViewportSize({ width: 3840, height: 2160 });
  for (const key of ["Home", "PageDown", "PageDown", "PageDown", "PageDown", "PageDown", "PageDown", "PageDown"]) {
    await page.keyboard.press(key);
    await screen.fits(50);
  }
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.keyboard.press("Home");
  for (const colorScheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await clean(page, `the question, ${colorScheme}`);
    await page.keyboard.press(colorScheme === "light" ? "PageDown" : "PageUp");
    await clean(page, `beside it, ${colorScheme}`);
  }
  await page.keyboard.press("?");
  await expect(screen.wall.getByText(screen.words.keys_put_back)).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(screen.wall.getByText(screen.words.keys_put_back)).toBeHidden();
  await page.keyboard.press("End");
  await screen.wall.getByRole("button", { name: screen.words.sign }).press("Enter");
  await expect(page.locator("main.share-place")).toBeVisible();
  await expect(screen.wall).toBeHidden();
  await expect.poll(() => notes.isClosed()).toBe(true);

  // The bets are the room's, and the scenes come back over a reload; what was moved on the wall is not the work's.
  await page.reload();
  await screen.arrange();
  await expect(screen.rows).toHaveCount(8);
  await page.keyboard.press("Escape");
  const prioritise = await new Prioritise(journey).open();
  await prioritise.show(prioritise.bets);
  await expect(prioritise.bets).toContainText("2 chips");
  await page.goto("./#/journey/invoice");
  await expect(journey.change("Invoice").row).toHaveCount(1);
});

test.describe("by finger, on a tablet", () => {
  test.use({ hasTouch: true, viewport: { width: 1024, height: 768 }, locale: "sv-SE" });
  test("a meeting is led with nothing but taps, and leaving it brings the page back as it was", async ({ page }) => {
    await new Journey(page, "sv").open("./#/journey/invoice");
    await page.mouse.wheel(0, 400);
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(50);
    const screen = new Screen(page, "sv");
    const { words } = screen;
    await page.getByRole("button", { name: words.open, exact: true }).tap();
    const scrolled = await page.evaluate(() => scrollY);
    await screen.list.getByRole("button", { name: words.lay_out }).tap();
    await screen.list.getByRole("button", { name: words.begin, exact: true }).tap();
    await expect(screen.caption).toHaveText(words.caption_question);
    const next = screen.wall.getByRole("button", { name: words.next, exact: true });
    for (const shows of ["journey", "bets", "ranking", "proposals", "race", "decision", "brief"]) {
      await next.tap();
      await expect(screen.caption).toHaveText(words[`caption_${shows}`]);
      if (shows === "bets") {
        await screen.wall.getByRole("button", { name: words.start_clock }).tap();
        await expect(screen.clock).toHaveText(/^(1:00|0:5\d)$/);
        await page.getByRole("button", { name: locales.sv.bets.more_on.replace("{{ link }}", "Faktura"), exact: true }).tap();
        await expect(screen.wall.getByText(locales.sv.bets.one)).toBeVisible();
      }
      if (shows === "ranking") await patiently(screen.wall.locator(".wall-bars tr").first()).toBeVisible();
    }
    await expect(next).toHaveAttribute("aria-disabled", "true");
    await screen.wall.getByRole("button", { name: words.black }).tap();
    await expect(screen.black).toBeVisible();
    await screen.black.tap();
    await expect(screen.black).toBeHidden();
    await screen.wall.getByRole("button", { name: words.leave }).tap();
    await expect(screen.wall).toBeHidden();
    await expect.poll(() => page.evaluate(() => scrollY)).toBe(scrolled);
    await expect(page.getByRole("button", { name: words.open, exact: true })).toBeFocused();
  });
});
