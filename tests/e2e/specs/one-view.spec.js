// A what-if is seen as one: sentence, conversion and churn, the chain with its crowd, and the selected link's strength, at
// once and without scrolling. Measured by the boxes of what is on the page, at every size, in both languages and for all
// ready journeys.
import { readdirSync } from "node:fs";
import { test, expect, FEW } from "../fixtures.js";
import { Journey, rested } from "../page.js";

const sizes = [
  { width: 1920, height: 1080 },
  { width: 1440, height: 900 },
  { width: 1280, height: 720 },
  { width: 1024, height: 768 },
];
const phone = { width: 390, height: 844 };

const journeys = readdirSync(new URL("../../../public/journeys/", import.meta.url)).map((file) => file.replace(".json", ""));

/** The smallest type that anybody has to read on the chain [CSS pixels, as seen]. */
const LEAST = 11;

/** What is seen where, all at one moment. */
const seen = (page) =>
  page.evaluate(() => {
    const box = (element) => {
      const { left, top, right, bottom } = element.getBoundingClientRect();
      return { left, top, right, bottom };
    };
    const one = (selector) => box(document.querySelector(selector));
    const chain = document.querySelector("svg.chain.over");
    const scale = chain.getBoundingClientRect().width / chain.viewBox.baseVal.width;
    const texts = [...chain.querySelectorAll("text")].filter((text) => text.textContent.trim());
    const cards = [...chain.querySelectorAll(".card")].map(box);
    const name = (text) => text.textContent.trim();
    return {
      parts: {
        sentence: one("h1"),
        conversion: box(document.querySelectorAll(".outcome.first")[0]),
        churn: box(document.querySelectorAll(".outcome.first")[1]),
        chain: one(".chain-frame"),
        strength: one(".strength .slider"),
      },
      type: texts.map((text) => ({ words: name(text), size: parseFloat(getComputedStyle(text).fontSize) * scale })),
      // Words that no card keeps dots and lines away from; signs bring their own ground.
      bare: texts
        .filter((text) => text.closest(".words"))
        .filter((text) => {
          const { left, top, right, bottom } = box(text);
          const [x, y] = [(left + right) / 2, (top + bottom) / 2];
          return !cards.some((card) => card.left - 1 <= x && x <= card.right + 1 && card.top - 1 <= y && y <= card.bottom + 1);
        })
        .map(name),
      wide: document.documentElement.scrollWidth - innerWidth,
      scrolled: scrollY,
    };
  });

const inside = ({ left, top, right, bottom }, { width, height }) => left >= -1 && top >= -1 && right <= width + 1 && bottom <= height + 1;

/** The page at its top, drawn. */
async function atTop(page) {
  await page.evaluate(() => {
    document.activeElement?.blur();
    window.scrollTo(0, 0);
  });
  await rested(page);
}

/** On a phone the sentence, both figures and the strength stay in sight, scrolled to any place. */
async function expectOnPhone(page, top) {
  await page.evaluate((top) => window.scrollTo(0, top), top);
  await rested(page);
  const { parts, type, wide } = await seen(page);
  const { chain, ...others } = parts;
  for (const [part, box] of Object.entries(others)) expect.soft(inside(box, phone), `${part}, on a phone scrolled to ${top}: ${JSON.stringify(box)}`).toBe(true);
  expect.soft(type.filter(({ size }) => size < LEAST - 0.05), "too small on a phone").toEqual([]);
  expect.soft(wide, "as wide as a phone").toBeLessThanOrEqual(0);
}

for (const [lang, locale] of [["en", "en-GB"], ["sv", "sv-SE"]]) {
  for (const journey of journeys) {
    test.describe(`${journey}, ${lang}`, () => {
      test.use({ locale, found: { customers: FEW, journey }, contextOptions: { reducedMotion: "reduce" } });

      test("sentence, figures, chain and strength are seen at once, and everything on the chain can be read", async ({ page }) => {
        const opened = await new Journey(page, lang).open();
        for (const changed of [false, true]) {
          if (changed) {
            await opened.type(60);
            await expect(page.locator(".outcome.first .today").first()).toContainText(/\d/);
          }
          for (const size of sizes) {
            await page.setViewportSize(size);
            await atTop(page);
            const { parts, type, bare, wide } = await seen(page);
            const at = `${size.width} × ${size.height}${changed ? ", changed" : ""}`;
            for (const [part, box] of Object.entries(parts)) expect.soft(inside(box, size), `${part} at ${at}: ${JSON.stringify(box)}`).toBe(true);
            expect.soft(type.filter(({ size }) => size < LEAST - 0.05), `too small at ${at}`).toEqual([]);
            expect.soft(bare, `words that dots or lines may cover at ${at}`).toEqual([]);
            expect.soft(wide, `as wide as the screen at ${at}`).toBeLessThanOrEqual(0);
          }
        }
        await page.setViewportSize(phone);
        for (const top of [0, 1800]) await expectOnPhone(page, top);
      });
    });
  }
}

test.describe("on a phone", () => {
  test.use({ viewport: phone, hasTouch: true, isMobile: true, locale: "sv-SE", found: { customers: FEW } });

  test("the sentence, both figures and the strength stay in sight wherever one has scrolled to", async ({ page }) => {
    const journey = await new Journey(page, "sv").open();
    await journey.type(60);
    for (const top of [0, 900, 1800, 3000]) await expectOnPhone(page, top);
  });
});

test.describe("on phones of all widths", () => {
  test.use({ viewport: phone, hasTouch: true, isMobile: true, found: { customers: FEW } });

  test("the tools of the bar stand in one line, the places in one or two, each large enough for a thumb", async ({ page }) => {
    const journey = await new Journey(page).open();
    for (const [lang, name] of [["en", journey.words.top.english], ["sv", journey.words.top.swedish]]) {
      await page.getByRole("button", { name, exact: true }).click();
      await expect(page.locator("html")).toHaveAttribute("lang", lang);
      for (const width of [390, 360, 320]) {
        await page.setViewportSize({ width, height: phone.height });
        await atTop(page);
        const { tools, places, wide } = await page.evaluate(() => {
          const boxes = (selector) =>
            [...document.querySelectorAll(selector)].map((element) => {
              const { left, top, width, height } = element.getBoundingClientRect();
              return { words: element.textContent.trim(), left, top, width, height, over: element.scrollWidth - element.clientWidth };
            });
          const wide = document.documentElement.scrollWidth - innerWidth;
          return { tools: boxes(".top-tools button"), places: boxes(".places button"), wide };
        });
        const at = `${lang}, ${width} wide`;
        const lines = (all) => new Set(all.map(({ top }) => Math.round(top))).size;
        expect.soft(lines(tools), `tools in one line, ${at}`).toBe(1);
        expect.soft(lines(places), `places, ${at}`).toBeLessThanOrEqual(width < 350 ? 2 : 1);
        const wrong = [...tools, ...places].filter(({ left, width: w, height, over }) => Math.round(Math.min(w, height)) < 44 || over > 0 || left < 0 || left + w > width + 0.5);
        expect.soft(wrong, `a thumb's width, words inside, on the screen, ${at}`).toEqual([]);
        expect.soft(wide, `as wide as the screen, ${at}`).toBeLessThanOrEqual(0);
      }
    }
  });
});

for (const { width, height } of [sizes[1], sizes[3]]) {
  test(`the last change is replayed without the chain leaving the screen, at ${width} × ${height}`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    const journey = await new Journey(page).open();
    await journey.type(71);
    await atTop(page);
    await journey.replay.click();
    const { parts, scrolled } = await seen(page);
    expect(scrolled).toBe(0);
    expect(inside(parts.chain, { width, height })).toBe(true);
  });
}

test("what stands beside the chain stays while the rest of the page is scrolled", async ({ page }) => {
  const journey = await new Journey(page).open();
  await page.evaluate(() => window.scrollTo(0, 500));
  await rested(page);
  for (const part of [journey.strength, page.locator(".outcome.first").first(), page.locator(".outcome.first").last()]) {
    await expect(part).toBeInViewport({ ratio: 1 });
  }
});

test("the weakest link and the bottleneck have a sign each, with its word, over the crowd", async ({ page }) => {
  const journey = await new Journey(page).open();
  await expect(page.locator(".sign.weakest")).toHaveText(journey.words.chain.weakest_sign);
  await journey.showBottleneck();
  await expect(page.locator(".sign.binding")).toHaveText(journey.words.binding.sign, { timeout: 180_000 });
  const after = await page.locator("canvas.crowd").evaluate((crowd) => {
    const sign = document.querySelector(".sign");
    return Boolean(crowd.compareDocumentPosition(sign) & Node.DOCUMENT_POSITION_FOLLOWING);
  });
  expect(after, "no dot lies on them").toBe(true);
});

test("a weakened link is neither green nor red, and what it does is red", async ({ page }) => {
  const journey = await new Journey(page).open();
  await journey.select("Invoice");
  await journey.type(20);
  await expect(page.locator(".outcome.worse").first()).toBeVisible();
  const colour = (selector) => page.locator(selector).first().evaluate((element) => {
    const { fill, color } = getComputedStyle(element);
    return element instanceof SVGElement ? fill : color;
  });
  const better = await page.evaluate(() => {
    const probe = document.body.appendChild(document.createElement("i"));
    probe.style.color = "var(--accent)";
    const { color } = getComputedStyle(probe);
    probe.remove();
    return color;
  });
  const worse = await colour(".outcome.worse .figure");
  expect(worse).not.toBe(better);
  for (const changed of [".label.changed .value", ".strength-value.changed .typed"]) {
    expect(await colour(changed), changed).not.toBe(better);
    expect(await colour(changed), changed).not.toBe(worse);
  }
  expect(await colour(".middle .count"), "fewer customers are worse").toBe(worse);
});
