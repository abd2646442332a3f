// What axe, which knows the rules of WCAG, has to say about the page.
import AxeBuilder from "@axe-core/playwright";
import { expect } from "./fixtures.js";
import { rested } from "./page.js";

const sizes = { laptop: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } };

/** Claims that axe finds nothing on the page as it stands. */
export async function clean(page, how = "as it stands") {
  await rested(page);
  // The page has no frames, so nothing has to be put together in a page beside it: that took as long as axe itself.
  // The one rule of WCAG 2.2 is off by itself: a target of 24 pixels, or with room around it.
  const rules = { "target-size": { enabled: true } };
  const { violations } = await new AxeBuilder({ page }).options({ rules }).setLegacyMode().analyze();
  expect(violations, how).toEqual([]);
}

/** The same at both sizes, in light and in dark; and that nothing stands outside the screen. */
export async function cleanEverywhere(page) {
  for (const [size, viewport] of Object.entries(sizes)) {
    await page.setViewportSize(viewport);
    for (const colorScheme of ["light", "dark"]) {
      await page.emulateMedia({ colorScheme });
      await clean(page, `${size}, ${colorScheme}`);
    }
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(wider, `${size}: nothing stands outside the screen`).toBeLessThanOrEqual(0);
  }
}
