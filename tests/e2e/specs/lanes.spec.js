import { cleanEverywhere } from "../axe.js";
import { test, expect, FEW } from "../fixtures.js";
import { Journey } from "../page.js";

test.use({ found: { customers: FEW } });

for (const [lang, locale] of Object.entries({ en: "en-GB", sv: "sv-SE" })) {
  test.describe(`in ${lang}`, () => {
    test.use({ locale });

    test("each lane is switched on and off by itself, and is still on after a reload", async ({ page }) => {
      const journey = await new Journey(page, lang).open();
      const { words } = journey;
      await journey.lane("owner").click();
      await expect(journey.laneTable).toContainText(words.lanes.owner_title);
      await expect(journey.laneTable).not.toContainText(words.lanes.channel_title);
      await journey.lane("words").click();
      await expect(page.locator(".words-lane")).toContainText(lang === "en" ? "Why 412 kronor" : "412 kronor");
      await page.reload();
      await expect(journey.lane("owner")).toHaveAttribute("aria-pressed", "true");
      await expect(journey.laneTable).toContainText(words.lanes.owner_title);
      await journey.lane("owner").click();
      await expect(journey.laneTable).toHaveCount(0);
      await expect(page.locator(".words-lane")).toBeVisible();
    });

    test("the emotion curve says where the mood falls most, also to those who do not see it", async ({ page }) => {
      const journey = await new Journey(page, lang).open();
      await journey.lane("emotion").click();
      const invoice = lang === "en" ? "Invoice" : "Faktura";
      const falls = journey.words.lanes.falls.replace("{{ link }}", invoice);
      await expect(page.locator(".emotion h2")).toHaveText(falls);
      await expect(page.locator(".emotion svg")).toHaveAttribute("aria-label", new RegExp(`${falls}.*24`));
    });

    test("axe finds nothing in the lanes, at any size, in light and dark", async ({ page }) => {
      const journey = await new Journey(page, lang).open();
      await journey.type("70");
      for (const lane of ["emotion", "channel", "owner", "words", "account"]) await journey.lane(lane).click();
      await journey.settled();
      await cleanEverywhere(page);
    });
  });
}

test("a touchpoint chosen in a lane stands in the inspector, by mouse and by keyboard", async ({ page }) => {
  const journey = await new Journey(page).open();
  await journey.lane("account").click();
  const inspector = page.locator("#inspector-name");
  await journey.laneTable.getByRole("button", { name: "Support" }).click();
  await expect(inspector).toHaveText("Support");
  await expect(journey.laneTable.getByRole("button", { name: "Support" })).toHaveAttribute("aria-current", "true");
  await journey.laneTable.getByRole("button", { name: "Newsletter" }).focus();
  await page.keyboard.press("Enter");
  await expect(inspector).toHaveText("Newsletter");
  await journey.lane("words").click();
  await page.getByRole("button", { name: /half a day off/ }).click();
  await expect(inspector).toHaveText("Technician visit");
});

test("the lanes are a table that can be read without being seen", async ({ page }) => {
  const journey = await new Journey(page).open();
  await journey.lane("channel").click();
  await journey.lane("account").click();
  const columns = journey.laneTable.getByRole("columnheader");
  await expect(columns).toHaveCount(16);
  await expect(columns.first()).toHaveText("Advert");
  await expect(columns.last()).toHaveText("Invoice");
  await expect(journey.laneTable.getByRole("cell").last()).toContainText("when it fails −0.45");
});

test("with a stronger invoice the curve shows today and the change", async ({ page }) => {
  const journey = await new Journey(page).open();
  await journey.lane("emotion").click();
  await journey.select("Invoice");
  await journey.type("100");
  await expect(page.locator(".emotion h2")).toHaveText(/now falls most at .+, no longer at Invoice/);
  await expect(page.locator(".emotion .what-if path").first()).toBeAttached();
  await page.getByRole("button", { name: /^Gunnel/ }).click();
  await expect(page.locator(".emotion .one"), "her own curve alone").toHaveCount(0);
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  test("the lanes are a list downwards, and nothing stands outside the screen", async ({ page }) => {
    const journey = await new Journey(page).open();
    for (const lane of ["emotion", "channel", "owner", "words", "account"]) {
      expect((await journey.lane(lane).boundingBox()).height, "large enough for a finger").toBeGreaterThanOrEqual(44);
      await journey.lane(lane).tap();
    }
    const invoice = page.locator(".lane-list li").last();
    await expect(invoice).toContainText("Finance and billing");
    await expect(invoice).toContainText("Why 412 kronor");
    await expect(invoice).toContainText("when it fails −0.45");
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(wider).toBeLessThanOrEqual(0);
    await page.locator(".lane-list").getByRole("button", { name: "Support" }).tap();
    await expect(page.locator("#inspector-name")).toHaveText("Support");
    await expect(page.locator("#inspector-name"), "there the reader goes on").toBeInViewport();
    await expect(journey.strength, "with the hand on its strength").toBeInViewport();
  });
});
