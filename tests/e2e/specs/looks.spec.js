// How the main views look, compared with pictures (tests/e2e/looks). `make looks` takes them anew; docs/looks.md says when.
import { readFileSync } from "node:fs";
import { test, expect, patiently } from "../fixtures.js";
import { Journey, Meeting, Prioritise, rested } from "../page.js";
import { inWholeBrowser, tolerance } from "../playwright.config.js";

const sizes = {
  laptop: { width: 1440, height: 900 },
  projector: { width: 1920, height: 1080 },
  tablet: { width: 1024, height: 768 },
  phone: { width: 390, height: 844 },
};
const { phone, ...larger } = sizes;

// Nothing moves by itself, and time stands where it is put.
test.use({ contextOptions: { reducedMotion: "reduce" }, ...inWholeBrowser });

/** Everything simulated, time stopped, all type there, and the page at its top. */
async function calm(journey) {
  await journey.settled();
  await journey.crowded();
  await journey.scrub(12);
  await atTop(journey.page);
}

async function atTop(page) {
  await page.evaluate(async () => {
    document.activeElement.blur();
    window.scrollTo(0, 0);
    await document.fonts.ready;
  });
  await rested(page);
}

const looksAs = (page, name) => expect.soft(page).toHaveScreenshot(`${name}.png`, { fullPage: true });

/** The page as it stands, at these sizes, in light and in dark. */
async function looks(page, name, sizes) {
  for (const [size, viewport] of Object.entries(sizes)) {
    await page.setViewportSize(viewport);
    for (const colorScheme of ["light", "dark"]) {
      await page.emulateMedia({ colorScheme });
      await atTop(page);
      await looksAs(page, `${name}-${size}-${colorScheme}`);
    }
  }
}

/** The share of pixels that are clearly another colour in two pictures of the same size [0..1]. */
const different = (page, before, after) =>
  page.evaluate(async (pictures) => {
    const [one, two] = await Promise.all(
      pictures.map(async (base64) => {
        const picture = new Image();
        picture.src = `data:image/png;base64,${base64}`;
        await picture.decode();
        const canvas = new OffscreenCanvas(picture.width, picture.height);
        const context = canvas.getContext("2d");
        context.drawImage(picture, 0, 0);
        return context.getImageData(0, 0, picture.width, picture.height).data;
      }),
    );
    let count = 0;
    for (let i = 0; i < one.length; i += 4) {
      const apart = Math.abs(one[i] - two[i]) + Math.abs(one[i + 1] - two[i + 1]) + Math.abs(one[i + 2] - two[i + 2]);
      if (apart > 150) count += 1;
    }
    return (4 * count) / one.length;
  }, [before, after].map((picture) => picture.toString("base64")));

test("the page as it opens looks as it did, and a moved name would be seen", async ({ page }) => {
  const journey = await new Journey(page).open();
  await calm(journey);
  await looks(page, "opens", larger);
  await test.step("a name that has moved by a third of its height is more than the tolerance lets pass", async () => {
    const before = await page.screenshot({ fullPage: true });
    const again = await page.screenshot({ fullPage: true });
    expect(await different(page, before, again)).toBeLessThan(tolerance / 10);
    await page.locator(".label .name").filter({ hasText: "Newsletter" }).evaluate((name) => {
      name.setAttribute("y", String(Number(name.getAttribute("y")) + 5));
    });
    const moved = await different(page, before, await page.screenshot({ fullPage: true }));
    expect(moved).toBeGreaterThan(tolerance);
  });
});

test.describe("on a phone", () => {
  test.use({ viewport: phone, hasTouch: true, isMobile: true });
  test("the page as it opens looks as it did", async ({ page }) => {
    await calm(await new Journey(page).open());
    await looks(page, "opens", { phone });
  });
});

test("a strengthened invoice, and one customer who was saved by that, look as they did", async ({ page }) => {
  const journey = await new Journey(page).open();
  await journey.saves(() => journey.type("71"));
  await calm(journey);
  // Light last, in which the customer is seen.
  for (const colorScheme of ["dark", "light"]) {
    await page.emulateMedia({ colorScheme });
    await rested(page);
    await looksAs(page, `invoice-${colorScheme}`);
  }
  await journey.follow.click();
  await expect(journey.dialog).toContainText(journey.words.life.parts);
  await expect(journey.dialog).toHaveScreenshot("life.png");
});

test("Prioritise looks as it did, at every size, light and dark", async ({ page }) => {
  const journey = await new Journey(page).open();
  await new Prioritise(journey).open();
  const meeting = new Meeting(page);
  for (const panel of [meeting.sure, meeting.race, meeting.strain, meeting.rescue]) await meeting.found(panel);
  // What is asked last is the chain logic; nothing is asked any more once the line that says so is gone.
  await patiently(meeting.place.getByRole("button", { name: meeting.words.prioritise.stop })).toBeHidden();
  await looks(page, "prioritise", sizes);
});

test.describe("in Swedish", () => {
  test.use({ locale: "sv-SE" });

  test("another ready journey looks as it did", async ({ page }) => {
    const { summary } = JSON.parse(readFileSync(new URL("../../../public/journeys/insurance.json", import.meta.url), "utf8"));
    const journey = await new Journey(page, "sv").open();
    await page.locator(".journey-name").click();
    await page.getByRole("button", { name: summary.sv }).click();
    await expect(page.locator(".journey-name")).not.toContainText("Telecom");
    await calm(journey);
    await looksAs(page, "insurance-sv");
  });
});
