// Time is seen: how long buying takes, where the days go, and what separates those who buy from those who do not.
import { test, expect, FEW } from "../fixtures.js";
import { Journey } from "../page.js";

test.use({ found: { customers: FEW, journey: "b2b-purchase" } });

const number = (text) => Number(text.match(/[\d.]+/)[0]);

test("a step that takes longer makes buying take longer, and the sentence says by how much", async ({ page }) => {
  const journey = await new Journey(page).open("./#/journey/business-case");
  const way = page.locator("details.way");
  await expect(way.locator("summary")).toContainText("days to the purchase");
  await journey.settled();
  const today = number(await way.locator("summary").innerText());
  await journey.openLevers();
  await journey.lever("days").type(90);
  await expect(journey.headline).toHaveText(/^With more days at Business case, buying takes [\d.]+ days longer\. Who buys and who stays does not change\.$/);
  await journey.settled();
  const longer = number((await journey.headline.innerText()).split("buying takes")[1]);
  await expect(way.locator("summary")).toContainText(`today ${today.toFixed(1)}`);
  const now = number(await way.locator("summary").innerText());
  expect(Math.abs(now - today - longer), `${today} + ${longer}, and it is ${now}`).toBeLessThan(0.5);
  await way.locator("summary").click();
  const row = way.locator("tbody tr", { hasText: "Business case" }).first();
  await expect(row.getByRole("rowheader")).toHaveText("Business case");
  await expect(way).toContainText("tried again");
  await expect(way, "where they stand still, whether they buy or not").toContainText(/Visitors stand still longest at .+: one in ten of those who get there stays [\d.]+ days or longer/);
  await expect(way).toContainText("Buyers and the others differ most at");
});
