// The library where things go wrong: a store that is forbidden, silent, full, damaged, or another's.
import { readFileSync } from "node:fs";
import { fill } from "../filled.js";
import { test, expect, FEW, poll } from "../fixtures.js";
import { Journey, Library, kept, locales, records } from "../page.js";

test.use({ found: { customers: FEW } });

const words = locales.en.library;
/** How often the browser kills the page (natively it is killed hundreds of times: tests/integration/app/library/kills.rs). */
const KILLS = 10;
/** How many journeys a library has of which bytes are flipped, and how often. */
const JOURNEYS = 20;
const FLIPS = 24;
const telecom = readFileSync(new URL("../../../public/journeys/telecom.json", import.meta.url), "utf8");

const own = async (page) => {
  const journey = await new Journey(page).open();
  await journey.openFile("ours.json", telecom);
  await poll(() => kept(page)).toContain("ours.json");
  await journey.select("Invoice");
  await journey.type("70");
  await expect(journey.headline).toHaveText(/stronger/i);
  return journey;
};

/** Changes the records as they lie in the browser. */
const change = (page, of, was, is) => page.evaluate(async ([of, was, is]) => {
  const answered = (request) => new Promise((resolve) => (request.onsuccess = () => resolve(request.result)));
  const database = await answered(indexedDB.open("kedja-library", 1));
  const transaction = database.transaction("records", "readwrite");
  const store = transaction.objectStore("records");
  const keys = await answered(store.getAllKeys());
  for (const key of keys) {
    const text = await answered(store.get(key));
    if (text.includes(of)) store.put(text.replace(was, is), key);
  }
  await new Promise((resolve) => (transaction.oncomplete = resolve));
  database.close();
}, [of, was, is]);

/** Ways in which a browser keeps a library from a page, and what is said then. */
const blocked = {
  "is not there": [() => Object.defineProperty(window, "indexedDB", { get: () => undefined }), words.refused],
  "throws when it is looked at": [() => Object.defineProperty(window, "indexedDB", { get() { throw new DOMException("denied", "SecurityError"); } }), words.refused],
  "fails to open": [() => { IDBFactory.prototype.open = () => { throw new DOMException("denied", "SecurityError"); }; }, words.refused],
  "has a newer version": [() => {
    IDBFactory.prototype.open = () => { throw new DOMException("newer", "VersionError"); };
  }, words.newer],
  "is full": [() => {
    const add = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (...given) {
      if (window.isFull !== false) throw new DOMException("full", "QuotaExceededError");
      return add.apply(this, given);
    };
  }, undefined],
  "never answers": [() => { IDBFactory.prototype.open = () => ({}); }, words.silent],
};

for (const [how, [block, told]] of Object.entries(blocked)) {
  test(`where the library ${how} the page works, says so in one line, and keeps the desk`, async ({ page }) => {
    await page.addInitScript(block);
    const journey = await own(page);
    await poll(() => kept(page)).toContain("0.7");
    const library = await new Library(page).go();
    const line = library.place.locator(".library-top .wrong");
    if (told) await expect(line).toHaveText(told);
    else await expect(line).not.toBeEmpty();
    await expect(page.locator(".notice")).toHaveCount(0);
    await page.reload();
    await page.locator("nav.places").getByRole("button", { name: locales.en.places.journey }).click();
    await expect(journey.changes).toContainText("Invoice");
  });
}

test("one damaged record is set aside with its bytes, and the others open", async ({ page }) => {
  await own(page);
  const library = await new Library(page).go();
  await expect(library.own).toHaveCount(1);
  await library.act("Telecom", words.duplicate);
  await expect(library.own).toHaveCount(2);
  // What lies on the desk is of one of them; the other is damaged in its work, then in its first line.
  await change(page, "(copy)", '"horizon":24', '"horizon":25');
  await library.card("(copy)").getByRole("button", { name: /^Open/ }).click();
  await expect(library.news).toContainText(words.damaged);
  await change(page, "(copy)", "(copy)", "(kopy)");
  await page.reload();
  await expect(library.own).toHaveCount(1);
  const unread = library.place.locator(".library-unread");
  await expect(unread.getByRole("listitem")).toHaveCount(1);
  const coming = page.waitForEvent("download");
  await unread.getByRole("button", { name: words.unread_save }).click();
  expect(readFileSync(await (await coming).path(), "utf8")).toContain("(kopy)");
  await library.card("Telecom").getByRole("button", { name: /^Open/ }).click();
  await expect(new Journey(page).headline).toHaveText(/stronger/i);
  await library.go();
  await expect(library.own.first()).toContainText(words.on_desk);
  await unread.getByRole("button", { name: words.throw }).click();
  await expect(unread).toBeHidden();
});

test("whichever byte of a library of twenty journeys is flipped, the page starts and the others open", async ({ page }) => {
  await own(page);
  const library = await new Library(page).go();
  await expect(library.own).toHaveCount(1);
  await page.evaluate(fill, JOURNEYS - 1);
  const all = await records(page);
  const keys = Object.keys(all).filter((key) => key.startsWith("copy-"));
  const put = (key, text) => page.evaluate(async ([key, text]) => {
    const answered = (request) => new Promise((resolve) => (request.onsuccess = () => resolve(request.result)));
    const database = await answered(indexedDB.open("kedja-library", 1));
    await answered(database.transaction("records", "readwrite").objectStore("records").put(text, key));
    database.close();
    // As another page tells that it has written.
    new BroadcastChannel("kedja-library").postMessage(null);
  }, [key, text]);
  const unread = library.place.locator(".library-unread").getByRole("listitem");
  let apart = 0;
  for (let flip = 0; flip < FLIPS; flip += 1) {
    const key = keys[(flip * 7) % keys.length];
    const text = all[key];
    const at = Math.floor(((flip + 0.5) * text.length) / FLIPS);
    const flipped = text.slice(0, at) + String.fromCharCode(text.charCodeAt(at) ^ 1) + text.slice(at + 1);
    await put(key, flipped);
    if (flip % 6 === 5) await page.reload();
    if (at < text.indexOf("\n")) {
      apart += 1;
      await expect(unread).toHaveCount(1);
      await expect(library.own).toHaveCount(JOURNEYS - 1);
    } else {
      // What is below the first line is read when it is opened.
      await expect(library.own).toHaveCount(JOURNEYS);
      const name = /"name":"([^"]*)"/.exec(text)[1];
      await library.card(name).getByRole("button", { name: /^Open/ }).click();
      await expect(library.news).toContainText(`${name}: ${words.damaged}`);
    }
    await put(key, text);
    await expect(unread).toHaveCount(0);
  }
  expect(apart).toBeGreaterThan(0);
  expect(apart).toBeLessThan(FLIPS);
  // Those that were damaged are as good as the others once their bytes are back.
  await library.card("Copy 007").getByRole("button", { name: /^Open/ }).click();
  await expect(new Journey(page).changes).toContainText("Invoice");
});

test.describe("what is said of the place", () => {
  test.use({ userAgent: "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.6 Safari/605.1.15" });

  test("lasting storage is asked for once there is own work, and the library says what was answered, the seven days and the age of the file", async ({ page }) => {
    await page.addInitScript(() => {
      if (!location.protocol.startsWith("http")) return;
      const asked = () => Number(sessionStorage.asked ?? 0);
      StorageManager.prototype.persisted = async () => asked() > 0;
      StorageManager.prototype.persist = async () => { sessionStorage.asked = asked() + 1; return true; };
      localStorage["kedja-backup"] ??= String(Date.now() - 3 * 86_400_000 - 1_000);
    });
    const asked = () => page.evaluate(() => Number(sessionStorage.asked ?? 0));
    const journey = await new Journey(page).open();
    await journey.type("70");
    await expect(journey.headline).toHaveText(/stronger/i);
    const library = await new Library(page).go();
    await expect(library.place).toContainText(words.safari);
    await expect(page.locator(".notice")).toHaveCount(0);
    // A lever of a ready journey is nobody's own yet.
    expect(await asked()).toBe(0);
    await journey.openFile("ours.json", telecom);
    await poll(asked).toBe(1);
    await library.go();
    await expect(library.place.locator(".library-place")).toContainText(words.lasts);
    await expect(library.place).toContainText(words.backup_days.replace("{{ n }}", "3"));
    await page.locator("nav.places").getByRole("button", { name: locales.en.places.journey }).click();
    await journey.type("75");
    await page.waitForTimeout(1_000);
    expect(await asked()).toBe(1);
  });
});

test("a record that is not as it was written is told of once it is read again", async ({ page }) => {
  await page.addInitScript(() => {
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (text, key) {
      return put.call(this, String(text).replace('"horizon":24', '"horizon":25'), key);
    };
  });
  await own(page);
  await expect(page.locator(".notice").filter({ hasText: locales.en.notice.not_as_written })).toHaveCount(1);
});

test("a page that a newer Kedja asks for its library lets go, says so, and writes nothing", async ({ page, context }) => {
  const journey = await own(page);
  const library = await new Library(page).go();
  await expect(library.own).toHaveCount(1);
  const newer = await context.newPage();
  // A file that is looked at by itself has no icon.
  await newer.route("**/favicon.ico", (route) => route.fulfill({ status: 204 }));
  await newer.goto("./journeys/telecom.json");
  const opened = await newer.evaluate(() => new Promise((resolve) => {
    const request = indexedDB.open("kedja-library", 2);
    request.onsuccess = () => { request.result.close(); resolve("open"); };
    request.onblocked = () => resolve("blocked");
    request.onerror = () => resolve("failed");
  }));
  expect(opened).toBe("open");
  await page.locator("nav.places").getByRole("button", { name: locales.en.places.journey }).click();
  await journey.type("75");
  await library.go();
  await expect(library.place.locator(".library-top .wrong")).toHaveText(words.newer);
});

test("a page that the browser kills while it is changed loses at most the last change, and never opens half a state", async ({ context, page }) => {
  await page.goto("about:blank");
  let seen = 0;
  for (let kill = 0; kill < KILLS; kill += 1) {
    const tab = await context.newPage();
    const journey = await new Journey(tab).open();
    if (kill === 0) {
      await journey.openFile("ours.json", telecom);
      await poll(() => kept(tab)).toContain("ours.json");
    }
    await journey.select("Invoice");
    const strengths = [30 + kill, 50 + kill, 70 + kill];
    for (const percent of strengths) await journey.type(percent);
    // At a moment of its own: what is on the desk is kept, what is on its way to the shelf is not yet.
    await tab.waitForTimeout(400 + ((kill * 137) % 900));
    // As a crash does: nothing of the page lives to see it.
    const devtools = await context.newCDPSession(tab);
    const crashed = tab.waitForEvent("crash");
    devtools.send("Page.crash").catch(() => {});
    await crashed;
    await tab.close();
    const next = await context.newPage();
    const again = await new Journey(next).open();
    await expect(again.changes).toContainText(`${70 + kill}`);
    await expect(next.locator(".notice")).toHaveCount(0);
    seen += 1;
    await next.close();
  }
  expect(seen).toBe(KILLS);
});

test("two windows on one journey: what the sleeping one had is kept beside, and said so", async ({ context, page }) => {
  await own(page);
  const library = await new Library(page).go();
  await expect(library.own).toHaveCount(1);
  const asleep = await context.newPage();
  // It hears nothing of the others, and its desk is not theirs.
  await asleep.addInitScript(() => {
    window.addEventListener("storage", (event) => event.stopImmediatePropagation());
    const store = new Map(Object.entries({ ...localStorage }));
    Storage.prototype.getItem = (key) => store.get(key) ?? null;
    Storage.prototype.setItem = (key, text) => store.set(key, text);
    Storage.prototype.removeItem = (key) => store.delete(key);
  });
  const other = await new Journey(asleep).open();
  await new Library(asleep).go();
  await expect(new Library(asleep).own).toHaveCount(1);
  await page.locator("nav.places").getByRole("button", { name: locales.en.places.journey }).click();
  await new Journey(page).type("30");
  await poll(async () => Object.values(await records(page)).join()).toContain("0.3");
  await asleep.locator("nav.places").getByRole("button", { name: locales.en.places.journey }).click();
  await other.type("95");
  await expect(asleep.locator(".notice").filter({ hasText: locales.en.notice.beside })).toHaveCount(1);
  await library.go();
  await expect(library.own).toHaveCount(2);
  await expect(library.own.filter({ hasText: "copy from the other window" })).toHaveCount(1);
  const all = Object.values(await records(page)).join();
  expect(all).toContain("0.3");
  expect(all).toContain("0.95");
});

test("a state with which the page broke down twice is not started with again, and can be fetched", async ({ page }) => {
  await own(page);
  await poll(() => kept(page)).toContain("0.7");
  await page.addInitScript(() => {
    if (sessionStorage.broken || !location.protocol.startsWith("http")) return;
    sessionStorage.broken = "yes";
    localStorage["kedja-broke-down"] = "2";
  });
  await page.reload();
  await expect(page.locator(".notice")).toContainText(locales.en.notice.broke_down);
  await expect(new Journey(page).changes).not.toContainText("Invoice");
  const coming = page.waitForEvent("download");
  await page.locator(".notice").getByRole("button", { name: locales.en.notice.download_unread }).click();
  expect(readFileSync(await (await coming).path(), "utf8")).toContain("0.7");
});
