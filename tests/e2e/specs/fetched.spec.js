// What a first visit doesn't need is fetched when somebody wants it, and said to be on its way until it has come.
import { test, expect, FEW } from "../fixtures.js";
import { Journey } from "../page.js";

test.use({ found: { customers: FEW } });

const file = /\/prioritise-[0-9a-f]+\.wasm$/;
const details = /\/details-[0-9a-f]+\.wasm$/;

/** The page, and what it has asked for of a file, that of Prioritise unless another is named. */
function listened(page, of = file) {
  const asked = [];
  page.on("request", (request) => of.test(request.url()) && asked.push(request.url()));
  return { journey: new Journey(page), asked, place: page.getByRole("button", { name: "Prioritise", exact: true }) };
}

test("Prioritise is not fetched before the first figures, and once when somebody goes there", async ({ page }) => {
  // Nothing is counted to its end, so the page is never at rest.
  const { journey, asked, place } = listened(page);
  await journey.open();
  expect(asked).toEqual([]);
  await place.click();
  await expect(page.locator("#advice")).toBeVisible();
  expect(asked).toHaveLength(1);
  await page.getByRole("button", { name: "Journey", exact: true }).click();
  await place.click();
  await expect(page.locator("#advice")).toBeVisible();
  expect(asked).toHaveLength(1);
});

test("a page at rest fetches Prioritise, so that nobody waits for it", async ({ page }) => {
  const { journey, asked, place } = listened(page);
  await journey.open();
  await expect.poll(() => asked.length).toBe(1);
  await page.context().setOffline(true);
  await place.click();
  await expect(page.locator("#advice")).toBeVisible();
});

test("the address of a panel opens it on a page that has nothing yet", async ({ page }) => {
  await new Journey(page).open("./#/prioritise/race");
  await expect(page.locator("#race-title")).toBeFocused();
});

test("while Prioritise is on its way, a line says so in the reader's language", async ({ page }) => {
  const { journey, place } = listened(page);
  let send;
  const sent = new Promise((resolve) => (send = resolve));
  await page.route(file, async (route) => {
    await sent;
    await route.continue();
  });
  await journey.open();
  await place.click();
  const line = page.getByRole("status").filter({ hasText: /\S/ }).and(page.locator(".fetching"));
  await expect(line).toHaveText("Prioritise is on its way.");
  await page.getByRole("button", { name: "Svenska" }).click();
  await expect(line).toHaveText("Prioritera hämtas.");
  send();
  await expect(page.locator("#advice")).toBeVisible();
  await expect(line).toHaveCount(0);
});

test("a lever's help is not fetched before the first figures, and when somebody opens it", async ({ page }) => {
  const { journey, asked } = listened(page, details);
  await journey.open();
  expect(asked).toEqual([]);
  const help = page.locator("#inspector details.help").first();
  await help.locator("summary").click();
  await expect(help.getByText(journey.words.help.means)).toBeVisible();
  expect(asked).toHaveLength(1);
});

test("what starts a module is in its script: the page asks for two scripts and no more", async ({ page }) => {
  const scripts = listened(page, /\.js$/).asked;
  const { journey } = listened(page);
  await journey.open();
  expect(new Set(scripts).size).toBe(2);
});

test.describe("without a connection", () => {
  test.use({ expectedTrouble: [/fetch|ERR_FAILED/i] });

  test("Prioritise is said to be missing, and is there when it is tried again", async ({ page }) => {
    const { journey, place } = listened(page);
    await page.route(file, (route) => route.abort());
    await journey.open();
    await place.click();
    await expect(page.getByRole("alert")).toContainText("Prioritise could not be fetched.");
    await page.unroute(file);
    await page.getByRole("button", { name: "Try again" }).click();
    await expect(page.locator("#advice")).toBeVisible();
  });

  test("a lever's help is said to be missing, and is there when it is tried again", async ({ page }) => {
    await page.route(details, (route) => route.abort());
    const journey = await new Journey(page).open();
    const help = page.locator("#inspector details.help").first();
    await help.locator("summary").click();
    await expect(help.getByRole("alert")).toContainText("This part could not be fetched.");
    await page.unroute(details);
    await help.getByRole("button", { name: "Try again" }).click();
    await expect(help.getByText(journey.words.help.means)).toBeVisible();
  });
});
