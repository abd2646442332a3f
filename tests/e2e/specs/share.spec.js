// Share: a link goes from one reader to another, who loses nothing of their own by opening it.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { test, expect, FEW, patiently } from "../fixtures.js";
import { Journey, kept, locales } from "../page.js";
import { saved } from "../saved.js";

test.use({ found: { customers: FEW } });

/** The page of somebody else, with a store of their own. */
async function somebodyElse(browser, lang, found) {
  const context = await browser.newContext({ locale: lang === "sv" ? "sv-SE" : "en-GB" });
  const page = await context.newPage();
  if (found) await page.addInitScript((text) => (localStorage.kedja ??= text), saved(found));
  return page;
}

const share = async (page, words) => {
  await page.locator("nav.places").getByRole("button", { name: words.places.share, exact: true }).click();
  const letters = page.locator("input.letters");
  await expect(letters).toHaveValue(/#k1/);
  return letters;
};

/** Everything that the page has on the device: its own state and its library. */
const device = (page) =>
  page.evaluate(async () => {
    const done = (request) =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const has = [Object.entries(localStorage).sort()];
    for (const { name } of await indexedDB.databases()) {
      const base = await done(indexedDB.open(name));
      for (const store of base.objectStoreNames) {
        const records = base.transaction(store).objectStore(store);
        has.push([name, store, await done(records.getAllKeys()), await done(records.getAll())]);
      }
      base.close();
    }
    return JSON.stringify(has);
  });

/** The same, once the page has put all of it there. */
const settled = async (page) => {
  let last;
  const stands = async () => {
    const [before, now] = [last, await device(page)];
    last = now;
    return now === before;
  };
  await expect.poll(stands, { intervals: [2_000] }).toBe(true);
  return last;
};

for (const [from, to] of [["en", "sv"], ["sv", "en"]]) {
  test(`what one reader sends (${from}), another (${to}) sees, and loses nothing of their own`, async ({ page, browser, baseURL }) => {
    const sender = new Journey(page, from);
    await sender.open();
    if (from === "sv") await page.getByRole("button", { name: locales.en.top.swedish }).click();
    await sender.type(91);
    await expect(sender.changes).toContainText("91");
    const letters = await share(page, sender.words);
    const link = await letters.inputValue();
    expect(link.length).toBeLessThanOrEqual(287);
    expect(new URL(link).hash).toMatch(/^#[A-Za-z0-9_-]+$/);
    await expect(page.locator(".where .not")).toHaveCount(0);
    await expect(page.locator("figure.code path")).toBeVisible();
    // What a chat makes of it.
    const sent = `${baseURL}${new URL(link).hash.replaceAll("-", "%2D")}).`;

    const other = await somebodyElse(browser, to, { customers: FEW });
    const receiver = new Journey(other, to);
    await receiver.open("./#/journey/support".replace("./", baseURL));
    await receiver.type(62);
    await expect(receiver.changes).toContainText("62");
    await expect.poll(() => kept(other)).toContain("0.62");
    const before = await settled(other);

    await other.goto("about:blank");
    await other.goto(sent);
    const bar = other.locator("section.visit");
    await expect(bar).toContainText(receiver.words.share.visit);
    await expect(receiver.changes).toContainText("91");
    await expect(receiver.changes).not.toContainText("62");
    await receiver.type(93);
    await expect(bar).toContainText(receiver.words.share.visit_changed);
    await other.waitForTimeout(1_500);
    expect(await device(other)).toBe(before);

    await bar.getByRole("button", { name: receiver.words.share.back }).click();
    await expect(bar).toHaveCount(0);
    await expect(receiver.changes).toContainText("62");
    await other.waitForTimeout(600);
    expect(await device(other)).toBe(before);

    // Once more, and this time it is kept: above the reader's own work, which undo brings back.
    await other.goto("about:blank");
    await other.goto(sent);
    await bar.getByRole("button", { name: receiver.words.share.compare }).click();
    await expect(bar.locator("table.beside tbody tr")).toHaveCount(6);
    await bar.getByRole("button", { name: receiver.words.share.theirs_again }).click();
    await bar.getByRole("button", { name: receiver.words.share.keep }).click();
    await expect(bar).toHaveCount(0);
    await expect(receiver.changes).toContainText("91");
    await expect.poll(() => kept(other)).toContain("0.91");
    await receiver.undo.click();
    await expect(receiver.changes).toContainText("62");
    await other.context().close();
  });
}

test("a link that is not whole says so, and shows the reader's own work", async ({ page, baseURL }) => {
  const journey = await new Journey(page).open();
  await journey.type(91);
  const link = await (await share(page, journey.words)).inputValue();
  const hash = new URL(link).hash;
  const notice = page.locator(".notice");
  const { link: said } = journey.words;
  const open = async (hash) => {
    await page.goto("about:blank");
    await page.goto(`${baseURL}${hash}`);
    await expect(notice).toContainText(journey.words.share.own_here);
    return notice.innerText();
  };
  const begin = said.incomplete.split("{{")[0];
  expect(await open(hash.slice(0, -40))).toContain(begin);
  expect(await open(hash.slice(0, hash.length / 2))).toContain(begin);
  expect(await open(hash.toLowerCase())).toContain(said.altered);
  expect(await open(`${hash.slice(0, 60)}${hash[60] === "A" ? "B" : "A"}${hash.slice(61)}`)).toContain(said.altered);
  expect(await open(`#x${hash.slice(2)}`)).toContain(said.altered);
  expect(await open("#what-is-this")).toContain(said.not_a_link);
  await notice.getByRole("button").click();
  await expect(notice).toHaveCount(0);
  await page.locator("nav.places").getByRole("button", { name: journey.words.places.journey, exact: true }).click();
  await expect(journey.changes).toContainText("91");
});

test("where nothing can be stored, a link opens all the same", async ({ browser, baseURL, page }) => {
  const journey = await new Journey(page).open();
  await journey.type(91);
  const link = await (await share(page, journey.words)).inputValue();
  const context = await browser.newContext({ locale: "en-GB" });
  await context.addInitScript(() => {
    Object.defineProperty(window, "localStorage", {
      get: () => {
        throw new DOMException("not here", "SecurityError");
      },
    });
  });
  const other = await context.newPage();
  await other.goto(`${baseURL}${new URL(link).hash}`);
  await expect(new Journey(other).changes).toContainText("91");
  await expect(other.locator("section.visit")).toBeVisible();
  await context.close();
});

test("the address of a link leads back to it, and Back leads out of it", async ({ page }) => {
  const journey = await new Journey(page).open();
  await journey.type(91);
  const link = await (await share(page, journey.words)).inputValue();
  const hash = new URL(link).hash;
  await journey.undo.click();
  await page.evaluate((hash) => (location.hash = hash), hash);
  const bar = page.locator("section.visit");
  await expect(bar).toBeVisible();
  await expect(journey.changes).toContainText("91");
  await page.locator("nav.places").getByRole("button", { name: journey.words.places.prioritise, exact: true }).click();
  await expect.poll(() => new URL(page.url()).hash).toBe(`${hash}/prioritise`);
  await page.reload();
  await expect(bar).toBeVisible();
  await expect(page.locator("main.prioritise")).toBeVisible();
  await page.goBack();
  await page.goBack();
  await expect(bar).toHaveCount(0);
});

/** The words of a printed page, by poppler. */
const wordsOf = (pdf) => execFileSync("pdftotext", ["-", "-"], { input: pdf }).toString().replaceAll(/\s+/g, " ");
const pagesOf = (pdf) => execFileSync("pdftotext", ["-", "-"], { input: pdf }).toString().split("\f").length - 1;

for (const lang of ["en", "sv"]) {
  test(`the decision brief is one page with everything on it (${lang})`, async ({ page }) => {
    const journey = new Journey(page, lang);
    await journey.open();
    if (lang === "sv") await page.getByRole("button", { name: locales.en.top.swedish }).click();
    await journey.type(91);
    const words = journey.words.brief;
    await share(page, journey.words);
    const brief = page.locator("article.brief");
    // Without somebody who answers for it, and a day, there is nothing to print.
    await page.getByRole("button", { name: words.print }).click();
    await expect(page.locator(".unsaid li")).toHaveText([words.owner_missing, words.check_missing]);
    await expect(page.getByLabel(words.owner)).toBeFocused();
    expect(wordsOf(await page.pdf({ format: "A4" }))).toContain(words.cannot.slice(0, 40));
    await page.getByLabel(words.question).fill("Vad gör vi med fakturan?");
    await page.getByLabel(words.owner).fill("Eva Åström");
    await page.getByLabel(words.check_on).fill("2027-03-01");
    await expect(page.locator(".unsaid li")).toHaveCount(0);
    await patiently(brief.getByRole("heading", { name: words.would_change })).toBeVisible();
    await patiently(brief.getByRole("heading", { name: words.money })).toBeVisible();
    const pdf = await page.pdf({ format: "A4" });
    expect(pagesOf(pdf)).toBe(1);
    const printed = wordsOf(pdf);
    const link = (await brief.locator(".brief-code figcaption").innerText()).trim();
    const seed = lang === "sv" ? "Slumpfrö 1" : "Seed 1";
    for (const part of [
      // What stands in a cell may be broken into lines.
      "Vad gör vi med fakturan?", "Eva Åström", "2027-03-01", words.nothing, ...words.together.split(" "), words.recommendation,
      words.how_sure, words.would_change, words.money, words.grounds, words.bets, words.no_bets, words.next, seed,
    ]) {
      expect(printed, part).toContain(part.replaceAll(/\s+/g, " "));
    }
    expect(printed.replaceAll(" ", "")).toContain(link.slice(-30));
  });
}

test("tables open in a spreadsheet, pictures stand by themselves", async ({ page }) => {
  const journey = await new Journey(page).open();
  await journey.type(91);
  await share(page, journey.words);
  const taken = page.locator(".taken button");
  await expect(taken).toHaveCount(4);
  const [table] = await Promise.all([page.waitForEvent("download"), taken.first().click()]);
  const text = readFileSync(await table.path(), "utf8");
  expect(text.startsWith("\ufeff")).toBe(true);
  expect(text).toContain("\r\n");
  const [picture] = await Promise.all([
    page.waitForEvent("download"),
    page.locator(".pictures li").first().getByRole("button", { name: "SVG" }).click(),
  ]);
  const svg = readFileSync(await picture.path(), "utf8");
  expect(svg).toContain("@font-face");
  // Letters with a rim keep it behind them.
  expect(svg).toContain('paint-order="stroke"');
  expect(svg).toContain("Invoice");
  expect(svg.replaceAll(/<style>.*?<\/style>/gs, "")).not.toMatch(/ class=| style=|oklab|light-dark|var\(/);
  const [png] = await Promise.all([
    page.waitForEvent("download"),
    page.locator(".pictures li").first().getByRole("button", { name: "PNG" }).click(),
  ]);
  expect(readFileSync(await png.path()).subarray(1, 4).toString()).toBe("PNG");
});

test("what it would take is asked in Prioritise", async ({ page }) => {
  await new Journey(page).open("./#/prioritise/reach");
  const words = locales.en.reach;
  const section = page.locator(".question.reach");
  await section.getByRole("textbox").fill("0%");
  await section.getByRole("textbox").press("Enter");
  await patiently(section.locator(".finding")).toContainText(words.out_of_reach.split("{{")[0].trim());
  await section.getByRole("textbox").fill("1.7%");
  await section.getByRole("textbox").press("Enter");
  await patiently(section.locator(".fates li").first()).toBeVisible();
});
