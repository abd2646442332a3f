// Strain is seen on the chain itself: what is weak thins, wears and gives way, what is strong holds.
import { readFileSync } from "node:fs";
import { test, expect, FEW } from "../fixtures.js";
import { Journey, rested } from "../page.js";

test.use({ found: { customers: FEW } });

const telecom = JSON.parse(readFileSync(new URL("../../../public/journeys/telecom.json", import.meta.url), "utf8"));

/** The metal of every link on the chain, by its name: how thick, and whether it stands open. */
const metal = (page) =>
  page.evaluate(() => {
    const links = [...document.querySelectorAll('[role="option"]')].map((one) => one.getAttribute("aria-label"));
    return { links, thick: [...document.querySelectorAll(".link .body")].map((body) => Number(body.getAttribute("stroke-width"))) };
  });
/** The links that stand open; where one lies over another it is drawn once more, without its ghost. */
const given = (page) => page.locator(".chain > g .link.gives-way:has(> .ghost)");
const value = (page, name) => page.locator(".label", { has: page.locator(".name", { hasText: name }) }).locator(".value");

test("the more strain, the thinner the links; weak ones give way first and strong ones hold", async ({ page }) => {
  const journey = await new Journey(page).open();
  const calm = await metal(page);
  await expect(given(page)).toHaveCount(0);
  await expect(page.locator("details.strained")).toHaveCount(0);
  let before = 0;
  for (const strain of ["1", "2", "3"]) {
    await journey.strain.fill(strain);
    await expect(journey.headline).toHaveText(/under strain/i);
    await rested(page);
    const { thick } = await metal(page);
    expect(thick.every((one, at) => one <= calm.thick[at] + 1e-9), "none is thicker than on a calm day").toBe(true);
    const now = await given(page).count();
    expect(now, `at strain ${strain}`).toBeGreaterThanOrEqual(before);
    before = now;
  }
  expect(before).toBeGreaterThan(5);
  await journey.strain.fill("2");
  await rested(page);
  const invoice = telecom.touchpoints.find(({ id }) => id === "invoice");
  const exposure = invoice.exposure ?? 1;
  const percent = (share) => Math.round(100 * share);
  await expect(value(page, "Invoice"), "beside a calm day").toHaveText(`65→${percent(0.65 ** (1 + 2 * exposure))}%`);
  const [strong] = telecom.touchpoints.toSorted((a, b) => b.strength.likely - a.strength.likely);
  await expect(page.getByRole("option", { name: `Touchpoint ${strong.name.en},` })).not.toHaveAttribute("aria-label", /gives way/);
  await expect(page.getByRole("option", { name: "Touchpoint Advert," })).toHaveAttribute("aria-label", /35%.+under this strain, gives way/);
});

test("who does not see the chain reads the same in a table, beside a calm day", async ({ page }) => {
  const journey = await new Journey(page).open();
  await journey.strain.fill("2");
  const folded = page.locator("details.strained");
  await expect(folded.locator("summary")).toContainText(/\d+ of 35 links give way under this strain, first of all/);
  await folded.locator("summary").click();
  const rows = folded.locator("tbody tr");
  await expect(rows).toHaveCount(35);
  const said = await rows.evaluateAll((all) => all.map((row) => [...row.cells].map((cell) => cell.textContent)));
  expect(said.filter(([, , , means]) => means === journey.words.strained.gives_way).length).toBe(await given(page).count());
  await expect(page.locator("#inspector .under-strain")).toContainText(said.find(([name]) => name === "Invoice")[2]);
});

test("a link that is strengthened stands the strain under which it gave way", async ({ page }) => {
  const journey = await new Journey(page).open();
  await journey.strain.fill("2");
  const option = page.getByRole("option", { name: "Touchpoint Advert," });
  await expect(option).toHaveAttribute("aria-label", /gives way/);
  await journey.selectTouchpoint("Advert");
  await journey.type(92);
  await expect(option).not.toHaveAttribute("aria-label", /gives way/);
  await expect(page.locator(".chain > g .link.stronger.strained").first()).toBeVisible();
});
