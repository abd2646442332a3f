// All of the page in one file, opened from a folder with no server.
import { execFileSync } from "node:child_process";
import { mkdtempSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "../fixtures.js";
import { Journey, locales } from "../page.js";
import { folder } from "../playwright.config.js";

test("the page as one file opens from a memory stick: figures, places, lessons, and nothing is asked of anybody", async ({ page }) => {
  const file = join(mkdtempSync(join(tmpdir(), "kedja-single-")), "kedja.html");
  execFileSync("node", [join(import.meta.dirname, "../../../build/single.mjs"), folder, file]);
  expect(statSync(file).size).toBeLessThan(40e6);
  const asked = [];
  page.on("request", (request) => asked.push(request.url()));
  const address = pathToFileURL(file).href;
  const journey = await new Journey(page).open(`${address}#/journey/invoice`);
  await journey.type(71);
  await expect(journey.headline).toContainText("saved");
  await page.locator("nav.places").getByRole("button", { name: locales.en.places.prioritise, exact: true }).click();
  await expect(page.locator("#advice")).toBeVisible();
  // One's own figures are read too, by a worker that lies within.
  await page.goto(`${address}#/build`);
  await page.locator(".build-data > summary").click();
  await page.locator("#data-text").fill("step;reached\nVisit;100\nOrder;10\n");
  await page.getByRole("button", { name: locales.en.data.read_it }).click();
  await expect(page.locator(".data-steps tbody tr")).toHaveCount(2);
  await page.goto(`${address}#/learn/weakest-link`);
  await expect(page.locator(".bet-on, .options, .number-guess").first()).toBeVisible();
  await page.getByRole("button", { name: locales.en.wall.open, exact: true }).click();
  await expect(page.getByRole("dialog", { name: locales.en.wall.title })).toBeVisible();
  await expect(page.locator(".arrange")).toHaveCSS("border-top-width", "1px");
  // The work is kept where the browser lets a file keep something.
  await page.goto(`${address}#/journey/invoice`);
  await page.reload();
  await expect(journey.typed).toHaveValue(/71/);
  expect(asked.filter((url) => !/^(file|blob|data):/.test(url))).toEqual([]);
  expect(asked.filter((url) => url.startsWith("file:") && !url.startsWith(address))).toEqual([]);
});
