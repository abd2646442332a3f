// What is kept on the device: where nothing can be, where several tabs share it, where it is damaged, where it is full.
import { readFileSync } from "node:fs";
import { test, expect, FEW, poll } from "../fixtures.js";
import { Journey, kept, locales } from "../page.js";

test.use({ found: undefined });

const notices = locales.en.notice;
const alert = (page, words) => page.locator(".notice").filter({ hasText: words });
const today = /visitors, .+ buy/;

/** The state of a page with few customers, which the specs below go on from. */
const few = (page) => page.addInitScript((customers) => {
  if (!location.protocol.startsWith("http")) return;
  try {
    if (localStorage.kedja) return;
    localStorage.kedja = JSON.stringify({
      version: 1, journeys: [{ ready: "telecom" }], now: { journey: 0, scenario: {}, seed: 1 },
      past: [], future: [], selected: "invoice", customers, language: null, theme: "system",
    });
  } catch { /* The page has no store. */ }
}, FEW);

/** Ways in which a browser keeps a store from a page. */
const blocked = {
  "throws as Chrome does": () => Object.defineProperty(window, "localStorage", { get() { throw new DOMException("denied", "SecurityError"); } }),
  "is null": () => Object.defineProperty(window, "localStorage", { get: () => null }),
  "is undefined": () => Object.defineProperty(window, "localStorage", { get: () => undefined }),
  "cannot be read": () => { Storage.prototype.getItem = () => { throw new DOMException("denied", "SecurityError"); }; },
  "cannot be written": () => { Storage.prototype.setItem = () => { throw new DOMException("denied", "SecurityError"); }; },
};

for (const [how, block] of Object.entries(blocked)) {
  test(`where the store ${how} the page works, says once that nothing is kept, and gives the work as a file`, async ({ page }) => {
    await page.addInitScript(block);
    const journey = await new Journey(page).open();
    await expect(alert(page, notices.nowhere)).toHaveCount(1);
    await journey.select("Invoice");
    await journey.type("70");
    await expect(journey.headline).toHaveText(/stronger/i);
    await expect(alert(page, notices.nowhere)).toHaveCount(1);
    const coming = page.waitForEvent("download");
    await page.locator(".notice").getByRole("button", { name: notices.download_work }).click();
    const file = readFileSync(await (await coming).path(), "utf8");
    await page.locator(".notice").getByRole("button", { name: notices.close }).click();
    await journey.type("75");
    // Leaving throws nothing either (fixtures.js), and nothing is told twice.
    await page.waitForTimeout(600);
    await expect(page.locator(".notice")).toHaveCount(0);
    await page.reload();
    await expect(journey.headline).toHaveText(today);
    await journey.openFile("kedja.json", file);
    await expect(journey.headline).toHaveText(/stronger/i);
    await expect(journey.changes).toContainText("Invoice");
    await journey.undo.click();
    await expect(journey.headline).toHaveText(today);
  });
}

test("a store that is taken away while the page is open is told of once", async ({ page }) => {
  await few(page);
  const journey = await new Journey(page).open();
  await expect(page.locator(".notice")).toHaveCount(0);
  await page.evaluate(() => {
    Object.defineProperty(window, "localStorage", { get() { throw new DOMException("denied", "SecurityError"); } });
  });
  await journey.select("Invoice");
  await journey.type("70");
  await expect(alert(page, notices.nowhere)).toHaveCount(1);
  await expect(journey.headline).toHaveText(/stronger/i);
});

test.describe("two tabs", () => {
  const open = async (context) => new Journey(await context.newPage()).open();

  test("a change in one is in the other, and an old tab that is left or touched takes nothing away", async ({ context, page }) => {
    await few(page);
    await page.goto("about:blank");
    const old = await new Journey(page).open();
    const tab = await open(context);
    await tab.select("Invoice");
    await tab.type("70");
    await tab.type("75");
    await expect(tab.headline).toHaveText(/stronger/i);
    await expect(old.changes).toContainText("Invoice");
    await expect(old.headline).toHaveText(/stronger/i);
    await poll(() => kept(tab.page)).toContain("0.75");
    await old.select("Support");
    await old.page.close();
    await tab.page.reload();
    await expect(tab.changes).toContainText("Invoice");
    await tab.undo.click();
    await tab.undo.click();
    await expect(tab.changes).not.toContainText("Invoice");
  });

  test("of changes in both the last one holds, and undo leads to the other", async ({ context, page }) => {
    await few(page);
    await page.goto("about:blank");
    const first = await new Journey(page).open();
    // The second hears of nothing, as if the browser had let it sleep.
    const asleep = await context.newPage();
    await asleep.addInitScript(() => window.addEventListener("storage", (event) => event.stopImmediatePropagation()));
    const second = await new Journey(asleep).open();
    await first.select("Support");
    await first.type("90");
    // The change, and not only that it is chosen.
    await poll(() => kept(first.page)).toMatch(/0\.9\b/);
    await second.select("Invoice");
    await second.type("70");
    await expect(alert(second.page, notices.twice)).toHaveCount(1);
    await expect(second.headline).toHaveText(/stronger/i);
    await expect(first.changes).toContainText("Invoice");
    await expect(first.changes).not.toContainText("Support");
    // Over a reload, too.
    await second.page.reload();
    await second.undo.click();
    await expect(second.changes).not.toContainText("Invoice");
    await second.undo.click();
    await expect(second.changes).toContainText("Support");
  });
});

test("a page that comes back by Back has what was done meanwhile", async ({ context, page }) => {
  await few(page);
  const journey = await new Journey(page).open();
  await page.goto("about:blank");
  const other = await new Journey(await context.newPage()).open();
  await other.select("Invoice");
  await other.type("70");
  await poll(() => kept(other.page)).toContain("0.7");
  await page.goBack();
  await expect(journey.changes).toContainText("Invoice");
});

test.describe("what is damaged", () => {
  /** Opens the page on what was kept, after something has been done to it. */
  const damage = async (page, change) => {
    const journey = await new Journey(page).open();
    await journey.select("Invoice");
    await journey.type("66");
    await page.getByRole("button", { name: "SV, svenska" }).click();
    await poll(() => kept(page)).toContain('"sv"');
    const text = change(await kept(page));
    // Leaving may keep the state; so the damage is done after that.
    await page.addInitScript((text) => {
      if (sessionStorage.damaged || !location.protocol.startsWith("http")) return;
      sessionStorage.damaged = "yes";
      localStorage.kedja = text;
    }, text);
    await page.reload();
    return { journey: new Journey(page, "sv"), text };
  };

  test.use({ found: { customers: FEW } });

  test("costs itself alone: a theme that nobody knows takes no work along", async ({ page }) => {
    const { journey, text } = await damage(page, (kept) => kept.replace('"theme":"system"', '"theme":"loud"'));
    const { notice } = locales.sv;
    await expect(alert(page, notice.lost_settings)).toHaveCount(1);
    await expect(journey.changes).toContainText("Faktura");
    const coming = page.waitForEvent("download");
    await page.locator(".notice").getByRole("button", { name: notice.download_unread }).click();
    expect(readFileSync(await (await coming).path(), "utf8")).toBe(text);
    await page.locator(".notice").getByRole("button", { name: notice.close }).click();
    // It can be fetched later, too, and thrown away.
    await page.reload();
    await expect(page.locator(".notice")).toHaveCount(0);
    await page.getByRole("button", { name: /^Kundresa:/ }).click();
    await expect(page.getByRole("button", { name: notice.download_unread })).toBeVisible();
    await page.getByRole("button", { name: notice.throw }).click();
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual(["kedja"]);
  });

  test("a change that cannot be is told of, and the others stay", async ({ page }) => {
    const { journey } = await damage(page, (kept) => kept.replace('"strain":0.0', '"strain":-4.0'));
    await expect(alert(page, locales.sv.notice.lost_changes)).toHaveCount(1);
    await expect(journey.changes).toContainText("Faktura");
  });

  test("what cannot be put aside is not said to be, and stands until the reader lets it go", async ({ page }) => {
    await page.addInitScript(() => {
      const real = Storage.prototype.setItem;
      Storage.prototype.setItem = function (key, text) {
        if (key.startsWith("kedja-damaged")) throw new DOMException("no room", "QuotaExceededError");
        return real.call(this, key, text);
      };
      if (!sessionStorage.damaged && location.protocol.startsWith("http")) {
        sessionStorage.damaged = "yes";
        localStorage.kedja = "{ no good";
      }
    });
    const journey = await new Journey(page).open();
    await expect(alert(page, notices.in_the_way)).toHaveCount(1);
    await journey.select("Invoice");
    await journey.type("70");
    await expect(journey.headline).toHaveText(/stronger/i);
    await page.waitForTimeout(600);
    expect(await kept(page)).toBe("{ no good");
    await page.locator(".notice").getByRole("button", { name: notices.throw }).click();
    await poll(() => kept(page)).toContain("0.7");
  });

  test("what a newer page keeps is not touched", async ({ page }) => {
    const newer = '{"version":99,"all":"new"}';
    await page.addInitScript((text) => { if (location.protocol.startsWith("http")) localStorage.kedja = text; }, newer);
    const journey = await new Journey(page).open();
    await expect(alert(page, notices.newer)).toHaveCount(1);
    await journey.select("Invoice");
    await journey.type("70");
    await page.waitForTimeout(600);
    expect(await kept(page)).toBe(newer);
  });
});

test("a full store is told of at once, and the work is offered as a file", async ({ page }) => {
  await few(page);
  const journey = await new Journey(page).open();
  await page.evaluate(() => {
    // Nearly full: what is kept already stays, and not one more step fits.
    const size = (n) => "x".repeat(n);
    let n = 2_600_000;
    for (let k = 0; n > 8; k += 1) {
      try { localStorage.setItem(`fill${k}`, size(n)); } catch { n = Math.floor(n / 2); }
    }
    localStorage.removeItem("kedja-try");
  });
  await journey.select("Invoice");
  await journey.type("70");
  await expect(alert(page, notices.full)).toHaveCount(1);
  await expect(page.locator(".notice").getByRole("button", { name: notices.download_work })).toBeVisible();
  await expect(journey.headline).toHaveText(/stronger/i);
  // Once there is room again, it is kept and that is no longer told.
  await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("fill")).forEach((key) => localStorage.removeItem(key)));
  await journey.type("75");
  await expect(page.locator(".notice")).toHaveCount(0);
  await page.reload();
  await expect(journey.changes).toContainText("Invoice");
});
