// A part of the page inside somebody else's, in a frame that may run scripts and nothing else.
import { cleanEverywhere } from "../axe.js";
import { expect, patiently, test } from "../fixtures.js";
import { Journey, locales } from "../page.js";
import { shell } from "../shell.js";
import { execFileSync } from "node:child_process";

const link = () => execFileSync(shell, ["link", "telecom", "--strengthen", "invoice=1"], { encoding: "utf8" }).trim().slice(1);

/** Of another origin; nothing is asked over the network for it. */
const HOST = "http://localhost:41999/host.html";

/** A page of somebody else, as tall as three windows, that does as the messages of its frames ask. */
const host = (frames) => `<!doctype html><meta charset="utf-8"><title>A course</title>
<script>
  window.said = [];
  addEventListener("message", ({ data, source }) => {
    const frame = [...document.querySelectorAll("iframe")].find((one) => one.contentWindow === source);
    said.push([frame?.id, data.subject, data.height]);
    if (frame && data.subject === "lti.frameResize") frame.style.height = data.height + "px";
  });
</script>
<p style="height: 100px">Before</p>${frames}<p style="height: 3000px">After</p>`;

const frame = (id, address, sandbox = "allow-scripts") =>
  `<iframe id="${id}" title="${id}" src="${address}" width="900" height="300" style="border:0; display:block" sandbox="${sandbox}"></iframe>`;

async function hosted(page, frames) {
  await page.route(HOST, (route) => route.fulfill({ contentType: "text/html", body: host(frames) }));
  await page.goto(HOST);
}

const words = locales.en.embed;

test("each view works in the strictest frame, is as high as it needs to be, and lets the wheel go by", async ({ page, baseURL }) => {
  const at = (what) => `${baseURL}embed.html#${what}/${link()}`;
  const views = ["chain.strength.strain.reset", "sentence.sv", "ranking", "staying"];
  await hosted(page, views.map((view) => frame(view.split(".")[0], at(view))).join(""));
  const inside = (id) => page.frameLocator(`#${id}`);
  await patiently(inside("chain").getByRole("heading", { level: 1 })).toContainText(/\d/);
  await expect(inside("chain").locator(".chain-stage svg").first()).toBeVisible();
  await expect(inside("sentence").locator("h1")).toContainText(/\d/);
  await expect(inside("sentence").locator(".outcome")).toHaveCount(4);
  await expect(inside("sentence").locator(".embed-open")).toHaveText(locales.sv.embed.open);
  await patiently(inside("ranking").locator("table.bars tbody tr").first()).toBeVisible();
  await expect(inside("staying").locator(".retention svg path.line").first()).toBeVisible();
  for (const id of ["chain", "sentence", "ranking", "staying"]) {
    // A browser lays out nothing for a frame that is far from what is seen.
    await page.locator(`#${id}`).scrollIntoViewIfNeeded();
    await expect(inside(id).locator(".top, nav")).toHaveCount(0);
    // Both messages were sent, and the frame that followed them has nothing left to scroll.
    const subjects = () => page.evaluate((id) => [...new Set(said.filter(([of]) => of === id).map(([, subject]) => subject))].sort(), id);
    await expect.poll(subjects).toEqual(["lti.frameResize", "org.imsglobal.lti.frameResize"]);
    const over = () =>
      inside(id).locator("html").evaluate((root) => root.scrollHeight - window.innerHeight);
    await expect.poll(over, id).toBeLessThanOrEqual(1);
  }
  // It has come to rest: a frame that grows with what it shows must not make that grow in turn.
  const heights = () => page.locator("iframe").evaluateAll((all) => all.map((one) => one.clientHeight));
  const before = await heights();
  await page.waitForTimeout(700);
  expect(await heights()).toEqual(before);
  expect(Math.max(...before)).toBeLessThan(1_400);
  await page.evaluate(() => scrollTo(0, 0));
  // The wheel over the chain moves the page around it.
  await page.locator("#chain").hover();
  await page.mouse.wheel(0, 400);
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(200);
});

test("the code of one reader works in somebody else's page, in a browser that has never seen Kedja", async ({ page, browser }) => {
  const journey = await new Journey(page).open();
  await journey.type(91);
  await expect(journey.changes).toContainText("91");
  await page.locator("nav.places").getByRole("button", { name: locales.en.places.share, exact: true }).click();
  await expect(page.locator(".embed-code")).toHaveValue(/#chain/);
  const code = await page.locator(".embed-code").inputValue();
  const context = await browser.newContext({ locale: "en-GB" });
  const other = await context.newPage();
  await hosted(other, code);
  const inside = other.frameLocator("iframe");
  await patiently(inside.locator("h1")).toContainText(/\d/);
  await expect(inside.locator("body")).toContainText("91");
  await context.close();
});

test.describe("where a frame opens nothing", () => {
  test.use({ expectedTrouble: [/Blocked opening/] });
  test("what the reader changed goes along to the whole page, and start over takes it back", async ({ page, context, baseURL }) => {
    const at = `${baseURL}embed.html#sentence.strength.reset/${link()}`;
    const popups = "allow-scripts allow-popups allow-popups-to-escape-sandbox";
    await hosted(page, frame("strict", at) + frame("open", at, popups));
    for (const id of ["strict", "open"]) {
      const inside = page.frameLocator(`#${id}`);
      await patiently(inside.locator("h1")).toContainText(/\d/);
      await inside.locator(".embed-controls select").selectOption("support");
      const typed = inside.locator(".embed-controls input.typed");
      await typed.fill("93");
      await typed.press("Enter");
      await expect(inside.locator(".strength-value")).toHaveClass(/changed/);
      const opens = inside.locator(".embed-open");
      let address;
      if (id === "open") {
        const [tab] = await Promise.all([context.waitForEvent("page"), opens.click()]);
        await expect(tab.locator(".changes")).toContainText("93");
        address = tab.url();
        await tab.close();
      } else {
        // A frame that may open nothing gives the address to be copied.
        await opens.click();
        await expect(inside.locator(".embed-barred")).toContainText(words.barred);
        address = await inside.locator(".embed-barred input").inputValue();
      }
      expect(new URL(address).hash).toMatch(/^#k1/);
      await inside.getByRole("button", { name: words.reset }).click();
      await expect(inside.locator(".strength-value")).not.toHaveClass(/changed/);
    }
  });
});

test("a damaged link says so there, and nothing is kept on the device", async ({ page, baseURL }) => {
  await page.goto(`${baseURL}embed.html#chain/${link().slice(0, -9)}`);
  await expect(page.getByRole("alert")).toContainText(locales.en.link.incomplete.split("{{")[0]);
  await page.goto("about:blank");
  await page.goto(`${baseURL}embed.html#chain.strength.strain.reset/${link()}`);
  await patiently(page.locator("h1")).toContainText(/\d/);
  await cleanEverywhere(page);
  const kept = await page.evaluate(async () => [localStorage.length, (await indexedDB.databases()).length]);
  expect(kept).toEqual([0, 0]);
});

test("only the part may be framed", async ({ request }) => {
  const policy = async (path) => (await request.get(path)).headers()["content-security-policy"];
  expect(await policy("")).toContain("frame-ancestors 'none'");
  expect(await policy("index.html")).toContain("frame-ancestors 'none'");
  expect(await policy("embed.html")).not.toContain("frame-ancestors");
});
