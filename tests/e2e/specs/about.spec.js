// What Kedja is, and how it counts: read before a figure is defended.
import { clean } from "../axe.js";
import { test, expect, FEW } from "../fixtures.js";
import { Journey, drawn } from "../page.js";

test.use({ found: { customers: FEW } });

test("a question mark leads to the keys from anywhere but a field, until it is turned off", async ({ page }) => {
  const journey = await new Journey(page).open();
  const keys = page.getByRole("heading", { level: 2, name: journey.words.about.keys, exact: true });
  await journey.strength.focus();
  await page.keyboard.press("?");
  await expect(page).toHaveURL(/#\/about$/);
  await expect(keys).toBeFocused();
  for (const again of ["once more", "and once more"]) {
    await page.goBack();
    await expect(journey.headline).toBeVisible();
    await journey.headline.evaluate(() => document.activeElement.blur());
    await page.keyboard.press("?");
    await expect(keys, again).toBeFocused();
  }
  await page.goBack();
  await expect(journey.headline).toBeVisible();
  await journey.typed.focus();
  await page.keyboard.press("?");
  await expect(page).not.toHaveURL(/#\/about$/);
  await page.keyboard.press("Escape");
  await page.evaluate(() => localStorage.setItem("kedja-build-no-letters", "yes"));
  await journey.headline.evaluate((headline) => document.activeElement.blur());
  await page.keyboard.press("?");
  await drawn(page);
  await expect(journey.headline).toBeVisible();
});

test("what the page is made of is listed with its licences, and as a bill of materials", async ({ page, request }) => {
  const journey = await new Journey(page).open();
  await page.getByRole("button", { name: journey.words.places.about, exact: true }).click();
  const { licences, bill } = journey.words.about;
  const link = (name) => page.getByRole("link", { name, exact: true });
  const text = await (await request.get(await link(licences).getAttribute("href"))).text();
  for (const part of [/^leptos \d.* MIT/m, /^wasm-bindgen \d.* MIT/m, /Permission is hereby granted/]) expect(text).toMatch(part);
  const { components } = await (await request.get(await link(bill).getAttribute("href"))).json();
  const libraries = components.filter(({ type }) => type === "library");
  expect(libraries.length).toBeGreaterThan(50);
  for (const { name, version, hashes } of libraries) {
    expect(text).toContain(`${name} ${version}`);
    expect(hashes[0].content, name).toMatch(/^[0-9a-f]{64}$/);
  }
});

for (const [lang, locale] of [["en", "en-GB"], ["sv", "sv-SE"]]) {
  test.describe(`in ${lang}`, () => {
    test.use({ locale });

    test("what Kedja is has an address, is told with this journey's figures, and Back leads to the work", async ({ page }) => {
      const journey = await new Journey(page, lang).open();
      const { about, places } = journey.words;
      await page.getByRole("button", { name: places.about, exact: true }).click();
      await expect(page).toHaveURL(/#\/about$/);
      await expect(page.getByRole("heading", { level: 1, name: about.title })).toBeFocused();
      const article = page.locator(".about-page");
      for (const title of [about.start, about.formulas, about.left_out, about.yours]) {
        await expect(article.getByRole("heading", { level: 2, name: title, exact: true })).toBeVisible();
      }
      await expect(article).toContainText(/35\s?%/);
      await clean(page);
      await page.goBack();
      await expect(journey.headline).toBeVisible();
      await expect(article).toBeHidden();
    });
  });
}

test("it is read on a phone without scrolling sideways", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("./#/about");
  await expect(page.locator(".about-page h1")).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
});
