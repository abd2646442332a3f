import { clean, cleanEverywhere } from "../axe.js";
import { test, expect, FEW } from "../fixtures.js";
import { Journey, rested } from "../page.js";

test.use({ found: { customers: FEW } });

for (const [lang, locale] of Object.entries({ en: "en-GB", sv: "sv-SE" })) {
  test.describe(`in ${lang}`, () => {
    test.use({ locale });
    test("axe finds nothing at any size, in light and dark, as it opens and with a change and the menu open", async ({ page }) => {
      const journey = await new Journey(page, lang).open();
      await journey.settled();
      await cleanEverywhere(page);
      await journey.type("70");
      await journey.settled();
      await page.locator(".journey-name").click();
      await cleanEverywhere(page);
      await expect(page.locator("#journey-menu"), "it was looked at open").toBeVisible();
    });
  });
}

test("axe finds nothing in the list of a bad file's problems", async ({ page }) => {
  const journey = await new Journey(page).open();
  await journey.openFile("bad.json", "{}");
  await expect(journey.dialog).toBeVisible();
  await clean(page);
});

// WCAG 1.4.12, as wide as it says.
const SPACED = "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }";

test("text that is spaced as wide as the standard allows is neither cut nor wider than the screen", async ({ page }) => {
  const journey = await new Journey(page).open();
  await journey.type(60);
  await page.evaluate((css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  }, SPACED);
  for (const place of ["journey", "prioritise", "build", "learn", "library", "share", "about"]) {
    await page.evaluate((place) => (location.hash = `#/${place}`), place);
    await expect(page.locator("main:visible")).toBeVisible();
    for (const viewport of [{ width: 1440, height: 900 }, { width: 390, height: 844 }]) {
      await page.setViewportSize(viewport);
      await rested(page);
      const { cut, wide } = await page.evaluate(() => {
        const texts = [...document.querySelectorAll("body *")].filter((one) => {
          const own = [...one.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
          return own && one.checkVisibility() && one.namespaceURI.endsWith("xhtml") && !one.closest(".unseen");
        });
        const isCut = (one) => {
          const { overflowX, overflowY, webkitLineClamp } = getComputedStyle(one);
          // A long name may end in dots: it is shown whole when pointed at.
          if (webkitLineClamp !== "none") return false;
          const hides = (how) => how === "hidden" || how === "clip";
          return (hides(overflowX) && one.scrollWidth > one.clientWidth + 1) || (hides(overflowY) && one.scrollHeight > one.clientHeight + 1);
        };
        return { cut: texts.filter(isCut).map((one) => one.outerHTML.slice(0, 160)), wide: document.documentElement.scrollWidth - innerWidth };
      });
      expect.soft(cut, `cut in ${place} at ${viewport.width}`).toEqual([]);
      expect.soft(wide, `${place} at ${viewport.width}`).toBeLessThanOrEqual(0);
    }
  }
});
