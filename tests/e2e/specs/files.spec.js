import { readFileSync } from "node:fs";
import { test, expect, FEW } from "../fixtures.js";
import { Journey, locales } from "../page.js";

test.use({ found: { customers: FEW } });

const telecom = () => JSON.parse(readFileSync(new URL("../../../public/journeys/telecom.json", import.meta.url), "utf8"));

test("a good file is opened and lived", async ({ page }) => {
  const journey = await new Journey(page).open();
  const file = telecom();
  file.id = "ours";
  file.name = { en: "Our own journey", sv: "Vår egen resa" };
  await journey.openFile("ours.json", JSON.stringify(file));
  await expect(page.getByRole("button", { name: /Journey: Our own journey/ })).toBeVisible();
  await expect(journey.headline).toContainText(/\d/);
});

test("a bad file has every problem told, and costs the reader nothing", async ({ page }) => {
  const journey = await new Journey(page).open();
  await journey.select("Invoice");
  await journey.type("70");
  const file = telecom();
  file.touchpoints[0].strength.likely = 1.4;
  file.personas[0].memory = -1;
  file.handovers[0].to = "nowhere";
  file.colour = "blue";
  await journey.openFile("bad.json", JSON.stringify(file));
  await expect(journey.dialog).toBeVisible();
  await expect(journey.dialog).toContainText("bad.json");
  // Unknown fields are refused before anything else is read; the rest is told when they are gone.
  await expect(journey.dialog).toContainText("colour");
  await page.getByRole("button", { name: "Close" }).click();
  delete file.colour;
  await journey.openFile("bad.json", JSON.stringify(file));
  await expect(journey.dialog.getByRole("listitem")).toHaveCount(4);
  await page.keyboard.press("Escape");
  await expect(journey.dialog).toBeHidden();
  await expect(journey.changes).toContainText("Invoice");
  await expect(journey.headline).toHaveText(/stronger/i);
});

test("a file that is no journey at all is refused kindly", async ({ page }) => {
  const journey = await new Journey(page).open();
  await journey.openFile("photo.json", "\u0000\u0001 no JSON");
  await expect(journey.dialog).toContainText("photo.json");
  await expect(journey.dialog.getByRole("listitem")).toHaveCount(1);
});

test("the journey is downloaded as a file that opens again", async ({ page }) => {
  const journey = await new Journey(page).open();
  await page.getByRole("button", { name: /^Journey:/ }).click();
  const coming = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download this journey" }).click();
  const download = await coming;
  expect(download.suggestedFilename()).toBe("telecom.json");
  const text = readFileSync(await download.path(), "utf8");
  await journey.openFile("again.json", text);
  await expect(journey.dialog).toBeHidden();
});

test("a list of problems can be copied and printed", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.addInitScript(() => { window.print = () => { window.printed = true; }; });
  const journey = await new Journey(page).open();
  const file = telecom();
  file.touchpoints[0].strength = 0.35;
  file.personas[0].memory = -1;
  await journey.openFile("bad.json", JSON.stringify(file));
  const { refusal } = locales.en;
  await journey.dialog.getByRole("button", { name: refusal.copy }).click();
  await expect(journey.dialog.getByRole("button", { name: refusal.copied })).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied.split("\n")).toHaveLength(2);
  expect(copied).toContain('such as {"likely":0.35}');
  await journey.dialog.getByRole("button", { name: refusal.print }).click();
  expect(await page.evaluate(() => window.printed)).toBe(true);
  await page.emulateMedia({ media: "print" });
  await expect(journey.headline).toBeHidden();
  await expect(journey.dialog.getByRole("listitem")).toHaveCount(2);
});

test("of several files none is taken in silence", async ({ page }) => {
  const journey = await new Journey(page).open();
  await page.evaluate(() => {
    const dataTransfer = new DataTransfer();
    for (const name of ["one.json", "two.json"]) dataTransfer.items.add(new File(["{}"], name));
    window.dispatchEvent(new DragEvent("drop", { dataTransfer, cancelable: true, bubbles: true }));
  });
  await expect(journey.dialog).toContainText("one.json, two.json");
  await expect(journey.dialog).toContainText("2 files");
});

test("letters of an older program are read, and said to be guessed", async ({ page }) => {
  const journey = await new Journey(page).open();
  const file = telecom();
  file.name = { en: "Räksmörgås" };
  const bytes = Buffer.from(JSON.stringify(file).replace(/[\u0100-\uffff]/g, "-"), "latin1");
  await page.locator("#journey-file").setInputFiles({ name: "old.json", mimeType: "application/json", buffer: bytes });
  await expect(page.getByRole("button", { name: /Journey: Räksmörgås/ })).toBeVisible();
  await expect(page.locator(".notice")).toContainText("Windows-1252");
});

test("what is no JSON is told as what it is", async ({ page }) => {
  const journey = await new Journey(page).open();
  for (const [text, words] of [
    ["", "The file is empty."],
    ["step;count\nAdvert;100\n", "a table (CSV)"],
    ["%PDF-1.7", "a PDF"],
    ['{"price": 0,42}', "decimal comma"],
    ['{\n  "id": "a",\n}', "Line 2, character 12"],
  ]) {
    await journey.openFile("slip.json", text);
    await expect(journey.dialog).toContainText(words);
    await page.getByRole("button", { name: "Close" }).click();
    await expect(journey.dialog).toBeHidden();
  }
});

test("a file that gives no gains and pains says so on the page, and the usual ones are one press away and one step back", async ({ page }) => {
  const file = telecom();
  file.id = "silent";
  for (const touchpoint of file.touchpoints) {
    delete touchpoint.gain;
    delete touchpoint.pain;
    for (const figure of ["gain", "pain"]) delete touchpoint.evidence?.[figure];
  }
  const journey = await new Journey(page).open();
  const usual = page.locator("p.usual");
  await expect(usual).toHaveCount(0);
  await journey.openFile("silent.json", JSON.stringify(file));
  await expect(usual).toContainText(journey.words.usual.said);
  await journey.settled();
  const before = await page.locator(".outcomes").innerText();
  await usual.getByRole("button", { name: journey.words.usual.take }).click();
  await expect(usual).toHaveCount(0);
  await expect(page.locator(".outcomes")).not.toHaveText(before, { useInnerText: true });
  await journey.select("Invoice");
  await expect(page.locator("#inspector")).toContainText("0.05");
  await journey.undo.click();
  await expect(usual).toBeVisible();
});
