// Share: a link goes from one reader to another, who loses nothing of their own by opening it.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { clean } from "../axe.js";
import { test, expect, FEW, patiently } from "../fixtures.js";
import { Journey, kept, locales } from "../page.js";
import { saved } from "../saved.js";
import { shell } from "../shell.js";
import { unzip } from "../unzip.js";

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
    // In another tab it is there a second time, and that changes nothing either.
    const tab = await other.context().newPage();
    await tab.goto(sent);
    await expect(new Journey(tab, to).changes).toContainText("91");
    await other.waitForTimeout(1_500);
    expect(await device(other)).toBe(before);
    await tab.close();

    await bar.getByRole("button", { name: receiver.words.share.back }).click();
    await expect(bar).toHaveCount(0);
    await expect(receiver.changes).toContainText("62");
    await other.waitForTimeout(600);
    expect(await device(other)).toBe(before);

    // Once more, and this time it is kept: above the reader's own work, which undo brings back.
    await other.goto("about:blank");
    await other.goto(sent);
    // Both have to be firm before they are compared.
    const compare = bar.getByRole("button", { name: receiver.words.share.compare });
    await patiently(compare).toBeEnabled();
    await compare.click();
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
/** How far down its sheet the last word of a printed page stands [0..1]. */
const filled = (pdf) => {
  const boxes = execFileSync("pdftotext", ["-bbox", "-", "-"], { input: pdf }).toString();
  const height = Number(/<page [^>]*height="([\d.]+)"/.exec(boxes)[1]);
  return Math.max(...[...boxes.matchAll(/yMax="([\d.]+)"/g)].map(([, y]) => Number(y))) / height;
};
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
    // What was said is kept with the work.
    await expect.poll(() => kept(page)).toContain("Åström");
    await page.reload();
    await expect(page.getByLabel(words.owner)).toHaveValue("Eva Åström");
    await expect(page.getByLabel(words.check_on)).toHaveValue("2027-03-01");
    await patiently(brief.getByRole("heading", { name: words.would_change })).toBeVisible();
    await patiently(brief.getByRole("heading", { name: words.money })).toBeVisible();
    await clean(page, "the sheet, whole");
    const pdf = await page.pdf({ format: "A4" });
    expect(pagesOf(pdf)).toBe(1);
    expect(filled(pdf)).toBeGreaterThan(0.9);
    const printed = wordsOf(pdf);
    const link = (await brief.locator(".brief-code figcaption").innerText()).trim();
    const seed = lang === "sv" ? "Slumpfrö 1" : "Seed 1";
    for (const part of [
      // What stands in a cell may be broken into lines.
      "Vad gör vi med fakturan?", "Eva Åström", "2027-03-01", words.nothing, ...words.together.split(":")[0].split(" "), "91", words.recommendation,
      words.next_effort, words.how_sure, words.would_change, words.money, words.grounds, words.bets, words.no_bets, words.next, words.check_whole,
      words.signature, words.signed_on, seed,
    ]) {
      expect(printed, part).toContain(part.replaceAll(/\s+/g, " "));
    }
    expect(printed.replaceAll(" ", "")).toContain(link.slice(-30));
  });
}

test("what somebody has written into a link is text wherever it stands", async ({ page, baseURL }, info) => {
  const file = info.outputPath("hostile.json");
  const journey = JSON.parse(readFileSync(new URL("../../../public/journeys/telecom.json", import.meta.url), "utf8"));
  const hostile = (name) => `</title></text><script>hacked=1</script><img src="https://evil.example/${name}" onerror="hacked=1">`;
  const rename = (part) => Object.keys(part.name ?? {}).forEach((lang) => (part.name[lang] = hostile(part.id).slice(0, 200)));
  [journey, ...journey.touchpoints, ...journey.personas, ...journey.owners].forEach(rename);
  writeFileSync(file, JSON.stringify(journey));
  const hash = execFileSync(shell, ["link", file], { encoding: "utf8" }).trim();
  const asked = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.goto(`${baseURL}${hash}`);
  await patiently(page.locator("section.visit")).toBeVisible();
  for (const place of ["prioritise", "build", "library", "share"]) {
    await page.locator("nav.places").getByRole("button", { name: locales.en.places[place], exact: true }).click();
    await patiently(page.locator("main:not([hidden])")).toContainText("<script>hacked=1");
    expect(await page.evaluate(() => [window.hacked, document.querySelectorAll("img, iframe, svg script").length])).toEqual([undefined, 0]);
  }
  await expect(page.locator(".embed-code")).toHaveValue(/&lt;script&gt;|&lt;\/title/);
  const [picture] = await Promise.all([
    page.waitForEvent("download"),
    page.locator(".pictures li").first().getByRole("button", { name: "SVG" }).click(),
  ]);
  const svg = readFileSync(await picture.path(), "utf8");
  expect(svg).toContain("&lt;script");
  expect(svg).not.toMatch(/<(script|img|image|foreignObject|a)[\s>]/);
  expect(asked.filter((url) => url.includes("evil"))).toEqual([]);
});

test("tables open in a spreadsheet, pictures stand by themselves", async ({ page }) => {
  const journey = await new Journey(page).open();
  await journey.type(91);
  await share(page, journey.words);
  const taken = page.locator(".taken li");
  const csv = (row) => row.getByRole("button");
  // Five of the page's own report, the dashboards, those of each question, the brief's options, and the customers one by one.
  await patiently(taken).toHaveCount(5 + 1 + 10 + 1 + 1);
  await expect(taken.filter({ hasText: locales.en.tables.options })).toHaveCount(1);
  const [table] = await Promise.all([page.waitForEvent("download"), csv(taken.first()).click()]);
  const text = readFileSync(await table.path(), "utf8");
  expect(text.startsWith("\ufeff")).toBe(true);
  expect(text).toContain("\r\n");
  // A workbook with a sheet for each table, and true numbers in it.
  const [workbook] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: locales.en.tables.workbook }).first().click(),
  ]);
  expect(workbook.suggestedFilename()).toBe("telecom.xlsx");
  const parts = unzip(readFileSync(await workbook.path()));
  expect([...parts.keys()].filter((name) => /worksheets\/sheet\d/.test(name))).toHaveLength(17);
  expect(parts.get("xl/worksheets/sheet1.xml").toString()).toMatch(/<c r="B\d+"><v>[\d.]+<\/v>/);
  // The simulated customers one by one.
  const [lived] = await Promise.all([page.waitForEvent("download"), csv(taken.filter({ hasText: "10,000" })).click()]);
  expect(readFileSync(await lived.path(), "utf8").trim().split("\r\n").length).toBe(10_004);
  // The ranking is a table on the page, and a picture here.
  await patiently(page.locator(".pictures li").last()).toContainText(/bottleneck/);
  const [ranking] = await Promise.all([
    page.waitForEvent("download"),
    page.locator(".pictures li").last().getByRole("button", { name: "SVG" }).click(),
  ]);
  expect(readFileSync(await ranking.path(), "utf8")).toMatch(/<rect.*>Support<.*±/s);
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

test("every chart can be taken as a picture by whoever has looked at none of them", async ({ page }) => {
  await page.goto("./#/share");
  const words = locales.en;
  const titles = page.locator(".pictures .picture-title");
  const all = [
    /^The journey: /, /^Emotion/, /leave do so within|customers/, /complaints/i, /^Reported churn/, /^Failures/, /ladder/, /^Customers$/,
    /^Visitors per/, /in \d+ of 50 tries/, /^Under strain/, /units where effort does most/, /bottleneck|Too close/,
  ];
  for (const found of all) {
    await patiently(titles.filter({ hasText: found }).first()).toBeVisible();
  }
  // Each has a name of its own among the files.
  const names = [];
  for (const item of await page.locator(".pictures li").all()) {
    const [picture] = await Promise.all([page.waitForEvent("download"), item.getByRole("button", { name: "SVG" }).click()]);
    const svg = readFileSync(await picture.path(), "utf8").replaceAll(/<style>.*?<\/style>/gs, "");
    expect(svg, picture.suggestedFilename()).not.toMatch(/NaN|Infinity|undefined/);
    names.push(picture.suggestedFilename());
    if (names.at(-1) === "telecom-race.svg") expect(svg).toContain(words.race.best_effect);
  }
  expect(new Set(names).size).toBe(names.length);
  expect(names).toEqual(expect.arrayContaining(["chain", "emotion", "retention", "race", "sure", "strain-test"].map((name) => `telecom-${name}.svg`)));
  // What is drawn for it is not in anybody's way.
  await expect(page.locator("main:not([hidden])")).toHaveCount(1);
  await page.locator("nav.places").getByRole("button", { name: words.places.journey, exact: true }).click();
  await expect(page.getByRole("button", { name: locales.en.dashboards.open })).toHaveAttribute("aria-expanded", "false");
  await expect(page.locator(".dashboards-two")).toBeHidden();
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

/** Links of a class, each with the invoice at another strength and a chip. */
async function linksOf(page, journey, count) {
  const links = [];
  for (let n = 0; n < count; n += 1) {
    await page.locator("nav.places").getByRole("button", { name: journey.words.places.journey, exact: true }).click();
    await journey.type(70 + n);
    await expect(journey.changes).toContainText(`${70 + n}`);
    const letters = await share(page, journey.words);
    const before = links.at(-1);
    await expect.poll(() => letters.inputValue()).not.toBe(before ?? "");
    links.push(await letters.inputValue());
  }
  return links;
}

test("a class is set side by side from any text, without a request, and printed", async ({ page }) => {
  const journey = await new Journey(page).open();
  const words = journey.words.pool;
  const [first, second, third] = await linksOf(page, journey, 3);
  const chat = `[12:01] Åsa: ${first}\n[12:02] Bo: ${second} !!\n> ${third.slice(0, 60)}\n> ${third.slice(60)}\nagain ${first}\ncut ${second.slice(0, -30)}`;
  const part = page.locator(".pool-part");
  await part.getByRole("textbox", { name: words.text }).fill("nothing here");
  await part.getByRole("button", { name: words.look }).click();
  await expect(part.getByRole("alert")).toHaveText(words.none);
  // What is fetched once is there by now.
  await part.getByRole("textbox", { name: words.text }).fill(chat);
  const asked = [];
  page.on("request", (request) => asked.push(request.url()));
  await part.getByRole("button", { name: words.look }).click();
  const status = part.getByRole("status").first();
  await expect(status).toContainText("3 scenarios");
  await expect(part.locator(".pool-broken li")).toHaveCount(1);
  await clean(page, "a class");
  await expect(part.locator("table tbody tr")).toHaveCount(1);
  await expect(part.locator("table tbody td")).toContainText([/\d/, "70", "71", "72", "3 of 3", "1–3"]);
  await patiently(part.locator(".pool-outcome")).toHaveCount(6);
  await patiently(part.locator(".pool-outcome").first().locator(".dots circle")).toHaveCount(3);
  expect(asked.filter((url) => !/\.(wasm|js|json)$/.test(url) && !url.startsWith("blob:"))).toEqual([]);
  const [workbook] = await Promise.all([
    page.waitForEvent("download"),
    part.getByRole("button", { name: journey.words.tables.workbook }).click(),
  ]);
  expect([...unzip(readFileSync(await workbook.path())).keys()]).toContain("xl/worksheets/sheet3.xml");
  // Saved as a file of links, the class opens again.
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    part.getByRole("button", { name: words.save }).click(),
  ]);
  await part.getByRole("textbox", { name: words.text }).fill("");
  await part.getByLabel(words.open).setInputFiles(await file.path());
  await expect(part.locator(".pool-broken li")).toHaveCount(0);
  await expect(status).toContainText("3 scenarios");
  await patiently(part.locator(".pool-outcome").first().locator(".dots circle")).toHaveCount(3);
  await expect(part.locator("table tbody td")).toContainText([/\d/, "70", "71", "72", "3 of 3", "1–3"]);
  await part.getByLabel(words.open).setInputFiles({ name: "a.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7\n\u0001") });
  await expect(part.getByRole("alert")).toHaveText(words.no_text);
  await page.evaluate(() => document.documentElement.setAttribute("data-print", "pool"));
  const printed = wordsOf(await page.pdf({ format: "A4" }));
  expect(printed).toContain(words.levers);
  expect(printed).not.toContain(journey.words.brief.cannot.slice(0, 30));
});

test("thirty links are a picture within two seconds", async ({ page }) => {
  const journey = await new Journey(page).open();
  const [link] = await linksOf(page, journey, 1);
  await page.evaluate(() => window.scrollTo(0, 0));
  const part = page.locator(".pool-part");
  const links = Array.from({ length: 30 }, (_, n) =>
    execFileSync(shell, ["link", "telecom", "--set", `invoice.strength=${(0.7 + n / 200).toFixed(3)}`], { encoding: "utf8" }).trim(),
  );
  await part.getByRole("textbox", { name: journey.words.pool.text }).fill(links.map((hash) => new URL(link).origin + hash).join("\n"));
  const begun = Date.now();
  await part.getByRole("button", { name: journey.words.pool.look }).click();
  await patiently(part.locator(".pool-outcome").first().locator(".dots circle")).toHaveCount(30);
  console.log(`thirty links took ${Date.now() - begun} ms`);
});

test("of links that come one after the other the last is shown, and an edited one is not left unasked", async ({ page }) => {
  const journey = await new Journey(page).open();
  const [first, second] = (await linksOf(page, journey, 2)).map((link) => new URL(link).hash);
  const bar = page.locator("section.visit");
  await page.evaluate(([first, second]) => {
    location.hash = first;
    setTimeout(() => (location.hash = second), 0);
  }, [first, second]);
  await expect(bar).toBeVisible();
  await expect(journey.changes).toContainText("71");
  await journey.type(95);
  await expect(bar).toContainText(journey.words.share.visit_changed);
  const asked = [];
  page.on("dialog", (dialog) => {
    asked.push(dialog.message());
    return asked.length === 1 ? dialog.dismiss() : dialog.accept();
  });
  await page.evaluate((hash) => (location.hash = hash), first);
  await expect.poll(() => asked).toEqual([journey.words.share.over_changes]);
  await expect(journey.changes).toContainText("95");
  expect(new URL(page.url()).hash).toContain(second);
  await page.evaluate((hash) => (location.hash = hash), first);
  await expect(journey.changes).toContainText("70");
  expect(asked).toHaveLength(2);
  // Why a link could not be opened is not said of what comes after it.
  await page.evaluate((hash) => (location.hash = hash.slice(0, -20)), second);
  await expect(page.locator(".notices .notice")).toContainText(journey.words.share.own_here);
  await page.locator("nav.places").getByRole("button", { name: journey.words.places.prioritise, exact: true }).click();
  await expect(page.locator(".notices .notice")).toHaveCount(0);
});

test("a copy of a ready journey that nobody has touched goes by its name", async ({ page }) => {
  await new Journey(page).open();
  const file = new URL("../../../public/journeys/telecom.json", import.meta.url);
  await page.locator("input[type=file]").first().setInputFiles(file.pathname);
  const letters = await share(page, locales.en);
  await expect.poll(async () => (await letters.inputValue()).length).toBeLessThan(150);
});
