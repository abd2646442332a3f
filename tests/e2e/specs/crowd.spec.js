import { clean } from "../axe.js";
import { test, expect, FEW, MOVING, poll } from "../fixtures.js";
import { drawn, Journey } from "../page.js";

test.use({ ...MOVING, found: { customers: FEW } });

/** As many pictures of the page as show that something stands still. */
const MANY = 20;

/** The place of a painted dot on the page, well inside the canvas. */
const somewhere = (page) =>
  page.locator("canvas.crowd").evaluate((canvas) => {
    const { width, height } = canvas;
    const { data } = canvas.getContext("2d").getImageData(0, 0, width, height);
    const frame = canvas.getBoundingClientRect();
    for (let y = Math.floor(height * 0.3); y < height * 0.8; y += 1) {
      for (let x = Math.floor(width * 0.55); x < width * 0.85; x += 1) {
        if (data[4 * (y * width + x) + 3] === 255) {
          return { x: frame.left + (x * frame.width) / width, y: frame.top + (y * frame.height) / height };
        }
      }
    }
    return null;
  });

for (const [lang, locale] of Object.entries({ en: "en-GB", sv: "sv-SE" })) {
  test.describe(lang, () => {
    test.use({ locale });

    test("the crowd moves by itself, stands still when paused, and goes on", async ({ page }) => {
      const journey = await new Journey(page, lang).open();
      const moment = () => journey.time.inputValue().then(Number);
      // From one frame to another, for at its end time begins anew.
      const passed = async () => {
        const before = await moment();
        await drawn(page);
        return (await moment()) - before;
      };
      await poll(passed).toBeGreaterThan(0);
      await journey.crowded();
      await journey.pause.click();
      const paused = await moment();
      await drawn(page, MANY);
      expect(await moment()).toBe(paused);
      await journey.scrub(3);
      await journey.play.click();
      await poll(moment).toBeGreaterThan(3);
    });

    test("time is scrubbed by keys, and the counts follow", async ({ page }) => {
      const journey = await new Journey(page, lang).open();
      await journey.crowded();
      await journey.time.focus();
      for (let i = 0; i < 24; i += 1) await page.keyboard.press("ArrowRight");
      await expect(journey.time).toHaveAttribute("aria-valuetext", /\b24 (of|av) 24/);
      const end = await journey.counts();
      expect(end.come).toBe(10_000);
      expect(end.onTheWay + end.dropped + end.customers + end.left).toBe(end.come);
      for (let i = 0; i < 12; i += 1) await page.keyboard.press("ArrowLeft");
      await expect(journey.time).toHaveAttribute("aria-valuetext", /\b12 (of|av) 24/);
      const half = await journey.counts();
      expect(half.come).toBeGreaterThan(4_000);
      expect(half.come).toBeLessThan(6_000);
      expect(half.dropped).toBeLessThan(end.dropped);
      await expect(journey.play).toBeVisible();
    });

    test("a customer who was saved is followed, twin beside twin, from one to the next", async ({ page }) => {
      const journey = await new Journey(page, lang).open();
      await journey.saves(() => journey.type("85"));
      await journey.follow.click();
      const words = journey.words.life;
      await expect(journey.dialog).toContainText(words.parts);
      await expect(journey.dialog.locator(".life-fates")).toContainText(words.what_if);
      const title = journey.dialog.getByRole("heading", { level: 2 });
      const first = await title.textContent();
      await clean(page);
      await journey.dialog.getByRole("button", { name: words.one_saved }).click();
      await expect(title).not.toHaveText(first);
      await expect(journey.dialog).toContainText(words.parts);
      await page.keyboard.press("Escape");
      await expect(journey.dialog).toBeHidden();
    });
  });
}

test("all can come at once", async ({ page }) => {
  const journey = await new Journey(page).open();
  await journey.crowded();
  await journey.pause.click();
  await page.getByLabel(journey.words.crowd.come).selectOption("once");
  await journey.time.focus();
  await page.keyboard.press("ArrowRight");
  await poll(async () => (await journey.counts()).come).toBe(2_000);
});

test("a press on a dot that stands still opens its customer", async ({ page }) => {
  const journey = await new Journey(page).open();
  await journey.crowded();
  await journey.pause.click();
  // What comes in might move the dot away from under the hand.
  await journey.settled();
  const { x, y } = await somewhere(page);
  await page.mouse.click(x, y);
  await expect(journey.dialog.getByRole("heading", { level: 2 })).toHaveText(/\d/);
  await expect(journey.dialog.locator("tbody tr").first()).toBeVisible();
});

test("with the crowd on its way a press on a link selects the link", async ({ page }) => {
  const journey = await new Journey(page).open();
  await journey.crowded();
  await journey.settled();
  await expect(journey.pause, "it is on its way").toBeVisible();
  const box = await journey.link("Support").first().boundingBox();
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  await expect(page.locator("#inspector")).toContainText("Support");
  await expect(journey.dialog).toBeHidden();
});

test("one persona's customers are the only dots when it is shown alone", async ({ page }) => {
  const journey = await new Journey(page).open();
  await journey.crowded();
  await journey.time.focus();
  for (let i = 0; i < 24; i += 1) await page.keyboard.press("ArrowRight");
  await page.locator(".persona").first().click();
  await poll(async () => (await journey.counts()).come).toBeLessThan(5_000);
});

test.describe("where less motion is asked for", () => {
  test.use({ contextOptions: { reducedMotion: "reduce" } });

  test("nothing moves by itself, and the crowd is there as counts per period", async ({ page }) => {
    const journey = await new Journey(page).open();
    await journey.crowded();
    const moment = await journey.time.inputValue();
    await drawn(page, MANY);
    expect(await journey.time.inputValue()).toBe(moment);
    const before = await journey.counts();
    await journey.time.focus();
    await page.keyboard.press("ArrowRight");
    await poll(async () => (await journey.counts()).come).toBeGreaterThan(before.come);
  });
});

test.describe("frames", () => {
  /** Counts the frames that the page asks for, and the pictures of the crowd that it paints. */
  const count = (page) =>
    page.addInitScript(() => {
      window.counted = { asked: 0, painted: 0 };
      const ask = window.requestAnimationFrame.bind(window);
      window.requestAnimationFrame = (callback) => {
        window.counted.asked += 1;
        return ask(callback);
      };
      const { clearRect } = CanvasRenderingContext2D.prototype;
      CanvasRenderingContext2D.prototype.clearRect = function (...area) {
        window.counted.painted += 1;
        return clearRect.apply(this, area);
      };
    });

  /** What the page takes its tab for; a headless browser hides none. */
  const hide = (page, hidden) =>
    page.evaluate((hidden) => {
      Object.defineProperty(document, "hidden", { configurable: true, get: () => hidden });
      Object.defineProperty(document, "visibilityState", { configurable: true, get: () => (hidden ? "hidden" : "visible") });
      document.dispatchEvent(new Event("visibilitychange", { bubbles: true }));
    }, hidden);

  /** What is asked for and painted while nothing is done, from when what was on its way is through. */
  const counted = (page) =>
    page.evaluate(async () => {
      const later = (time) => new Promise((passed) => setTimeout(passed, time));
      await later(200);
      const before = { ...window.counted, at: performance.now() };
      await later(600);
      const { asked, painted } = window.counted;
      return { asked: asked - before.asked, painted: painted - before.painted, seconds: (performance.now() - before.at) / 1_000 };
    });

  /** Waits until the crowd is painted while nothing is done. */
  const paints = (page) => poll(async () => (await counted(page)).painted).toBeGreaterThan(0);

  const nothing = { asked: 0, painted: 0 };

  test.beforeEach(async ({ page }) => {
    await count(page);
    const journey = await new Journey(page).open();
    await journey.settled();
    await journey.crowded();
  });

  test("a crowd that stands still asks for no frame", async ({ page }) => {
    const journey = new Journey(page);
    await paints(page);
    await journey.pause.click();
    expect(await counted(page)).toMatchObject(nothing);
    await journey.play.click();
    await paints(page);
  });

  test("a hidden tab asks for no frame, and time goes on from where it was when it is seen again", async ({ page }) => {
    const journey = new Journey(page);
    // Far from its end, where time begins anew.
    await journey.scrub(3);
    await journey.play.click();
    await hide(page, true);
    expect(await counted(page)).toMatchObject(nothing);
    const moment = Number(await journey.time.inputValue());
    await counted(page);
    expect(Number(await journey.time.inputValue())).toBe(moment);
    await hide(page, false);
    await paints(page);
    await expect(journey.pause).toBeVisible();
    expect(Number(await journey.time.inputValue())).toBeGreaterThan(moment);
  });

  test("a crowd that nobody sees, in another place, asks for no frame", async ({ page }) => {
    await page.locator("nav.places").getByRole("button", { name: new Journey(page).words.places.prioritise }).click();
    await expect(page.locator("main.prioritise")).toBeVisible();
    await poll(async () => (await counted(page)).asked).toBe(0);
  });

  test("where the processor paints, half the frames of a usual screen are enough", async ({ page }) => {
    await paints(page);
    const { painted, seconds } = await counted(page);
    // One more may fall into the time; a screen has 60 a second.
    expect(painted).toBeLessThanOrEqual(36 * seconds + 1);
  });
});
