// The address: every place has one, Back and Forward go through what was looked at, and a link leads to what it names.
import { test, expect, FEW, patiently, poll } from "../fixtures.js";
import { Journey, Meeting, kept } from "../page.js";

test.use({ found: { customers: FEW } });

const hash = (page) => new URL(page.url()).hash;
const addressed = (page, address) => poll(() => hash(page), "the address").toBe(address);
const selected = (page, name) => expect(page.locator("#inspector-name")).toHaveText(name);
const place = (page, journey, which) =>
  page.locator("nav.places").getByRole("button", { name: journey.words.places[which] });

/** Longer than a hand has to rest on a link for Back to lead there, by the page's own clock. */
const rest = (page) => page.evaluate(() => new Promise((rested) => setTimeout(rested, 1_200)));

test("Back and Forward go through the places", async ({ page }) => {
  const journey = await new Journey(page).open();
  await addressed(page, "#/journey/invoice");
  await place(page, journey, "prioritise").click();
  await addressed(page, "#/prioritise");
  await page.goBack();
  await addressed(page, "#/journey/invoice");
  await expect(place(page, journey, "journey")).toHaveAttribute("aria-current", "page");
  await expect(page.locator("main.prioritise")).toBeHidden();
  await page.goForward();
  await addressed(page, "#/prioritise");
  await expect(page.locator("main.prioritise")).toBeVisible();
  await expect(page.locator("main:not([hidden])")).toHaveCount(1);
});

test("of all places the one that is open is seen, and no other", async ({ page }) => {
  const journey = await new Journey(page).open();
  const seen = page.locator("main").filter({ visible: true });
  for (const which of ["build", "learn", "library", "share", "prioritise", "journey"]) {
    await place(page, journey, which).click();
    await expect(place(page, journey, which)).toHaveAttribute("aria-current", "page");
    await expect(seen).toHaveCount(1);
    await expect(page.getByRole("heading", { level: 1 }).filter({ visible: true })).toHaveCount(1);
  }
  await page.evaluate(() => (location.hash = "#/learn/weakest-link"));
  await expect(page.getByRole("link", { name: journey.words.learn.all })).toBeVisible();
  await place(page, journey, "journey").click();
  await expect(seen).toHaveCount(1);
});

test("Back leads to the links that were looked at, not to those that were passed", async ({ page }) => {
  const journey = await new Journey(page).open();
  await addressed(page, "#/journey/invoice");
  await rest(page);
  // Faster than anybody reads: only the last of them is looked at.
  const names = ["Advert", "Delivery and activation", "Support"];
  await page.evaluate((names) => {
    const links = [...document.querySelectorAll('[role="option"]')];
    for (const name of names) {
      links.find((link) => link.getAttribute("aria-label").startsWith(`Touchpoint ${name},`)).dispatchEvent(new MouseEvent("click"));
    }
  }, names);
  await selected(page, "Support");
  await addressed(page, "#/journey/support");
  await page.goBack();
  await addressed(page, "#/journey/invoice");
  await selected(page, "Invoice");
  await page.goForward();
  await selected(page, "Support");
  // What was changed meanwhile stands: going back takes back no work.
  await journey.type(72);
  await expect(journey.change("Support").row).toBeVisible();
  await page.goBack();
  await selected(page, "Invoice");
  await expect(journey.change("Support").row).toBeVisible();
});

test("a link to a link of the chain opens with it selected", async ({ page }) => {
  await new Journey(page).open("./#/journey/support");
  await selected(page, "Support");
  await addressed(page, "#/journey/support");
  // The address decides, also over what was kept.
  await page.goto("./#/journey/advert");
  await selected(page, "Advert");
  await poll(() => kept(page)).toContain('"selected":"advert"');
  await page.reload();
  await selected(page, "Advert");
});

test("a link to a panel leads there, on load and later", async ({ page }) => {
  await page.goto("./#/prioritise/race");
  const meeting = new Meeting(page);
  await expect(meeting.race).toBeVisible();
  await expect(page.locator("#race-title")).toBeFocused();
  await addressed(page, "#/prioritise/race");
  await page.goto("./#/prioritise/sure");
  await expect(page.locator("#sure-title")).toBeFocused();
  await expect(page.locator("#sure-title")).toBeInViewport();
  await page.goto("./#/journey");
  await addressed(page, "#/journey/delivery");
  await expect(page.locator("main.prioritise")).toBeHidden();
});

test("what leads from the journey to a panel has its address, and Back leads back", async ({ page }) => {
  const journey = await new Journey(page).open();
  await journey.showBottleneck();
  await page.locator(".chain-notes").getByRole("button", { name: journey.words.binding.how_sure }).click();
  await addressed(page, "#/prioritise/sure");
  await expect(page.locator("#sure-title")).toBeFocused();
  await page.goBack();
  await addressed(page, "#/journey/invoice");
  await expect(journey.headline.first()).toBeVisible();
  await place(page, journey, "prioritise").click();
  await addressed(page, "#/prioritise");
});

test("an address that names nothing known opens the journey, and costs nothing that was done", async ({ page }) => {
  const journey = await new Journey(page).open();
  await journey.type(72);
  await place(page, journey, "prioritise").click();
  await poll(() => kept(page)).toContain('"place":"prioritise"');
  for (const unknown of ["#/nowhere", "#style", "#/journey/no-such-link", "#/journey/%3Cb%3E"]) {
    await page.goto(`./${unknown}`);
    await addressed(page, "#/journey/invoice");
    await selected(page, "Invoice");
    await page.reload();
    await selected(page, "Invoice");
    await expect(journey.change("Invoice").row).toBeVisible();
  }
});

test("without an address the page opens where it was left", async ({ page }) => {
  const journey = await new Journey(page).open();
  await place(page, journey, "prioritise").click();
  await poll(() => kept(page)).toContain('"place":"prioritise"');
  await page.goto("about:blank");
  await page.goto("./");
  await expect(page.locator("main.prioritise")).toBeVisible();
  await addressed(page, "#/prioritise");
});

test.describe("where the browser keeps nothing", () => {
  test.use({ found: undefined });
  test("the page works all the same", async ({ page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(window, "localStorage", {
        get() {
          throw new DOMException("refused", "SecurityError");
        },
      });
    });
    const journey = await new Journey(page).open();
    await journey.type(72);
    await expect(journey.change("Invoice").row).toBeVisible();
    // It says once that nothing is kept (storage.spec.js).
    await expect(page.locator(".notice")).toHaveCount(1);
  });
});
