// One's own figures: read as they were meant, told where they were not, and made into a journey.
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { clean } from "../axe.js";
import { test, expect, FEW } from "../fixtures.js";
import { Build } from "../page.js";

test.use({ found: { customers: FEW } });

const fixture = (name) => fileURLToPath(new URL(`../../fixtures/data/${name}`, import.meta.url));

/** Build with the part for figures open. */
const opened = async (page, lang, words) => {
  await new Build(page, lang).open();
  await page.locator(".build-data > summary").click();
  await expect(page.getByText(words)).toBeVisible();
  const part = page.locator(".build-data");
  return {
    part,
    kind: page.locator("#data-kind"),
    file: page.locator("#data-file"),
    text: page.locator("#data-text"),
    steps: part.locator(".data-steps tbody tr"),
    left: part.locator(".data-left-out tbody tr"),
    make: page.locator("#data-make"),
    match: page.locator("#data-match"),
  };
};

test("counts out of Swedish Excel become a journey that does what was counted", async ({ page }) => {
  const data = await opened(page, "en", "Everything is read on this device");
  await data.file.setInputFiles(fixture("b01-excel-cp1252.csv"));
  await expect(data.steps).toHaveCount(4);
  await expect(data.steps.nth(1)).toContainText("Jämför priser");
  await expect(data.steps.nth(0)).toContainText("35.0%");
  await expect(data.part).toContainText("4 of 4 rows are used");
  await clean(page, "own figures");
  await data.make.click();
  await expect(data.part.getByText("The journey is open now")).toBeVisible();
  await expect(new Build(page).rows).toHaveCount(4);
  // Today matches: the journey was made of these figures.
  await expect(data.match).toContainText("Yes: all 3 figures");
  // What was counted is known before anything is ranked.
  await page.goto("./#/prioritise/today");
  await expect(page.locator(".question.today-matches").getByRole("heading", { level: 2 })).toContainText("Today matches your own figure");
  await page.goto("./#/build");
  // A later time, pasted: one of them has changed beyond chance.
  await data.text.fill("Steg\tAntal\nAnnons sedd\t10 000\nJämför priser\t3 480\nBeställning\t300\nSumma\t13 780\n");
  await page.getByRole("button", { name: "Read it" }).click();
  await expect(data.match).toContainText("Not yet: 1 of 3 figures");
  await data.part.getByText("1 row was left out").click();
  await expect(data.left).toContainText("a sum or a mean of other rows");
  const [saved] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Save the rows that were left out" }).click(),
  ]);
  expect(saved.suggestedFilename()).toBe("left-out.csv");
});

/** A log of two kinds of customer, in which a few go straight from the visit to the order. */
const log = () => {
  const rows = ["customer;time;step;customer type"];
  for (let n = 0; n < 150; n += 1) {
    const steps = n === 50 ? ["Visit", "Order"] : n % 3 ? ["Visit", "Offer", "Order"] : ["Visit", "Offer"];
    const day = `2025-0${1 + (n % 9)}-${10 + (n % 18)}`;
    steps.forEach((step, at) => rows.push(`${n};${day} 1${at}:00:00;${step};${n < 90 ? "Family" : "Company"}`));
  }
  return rows.join("\n");
};

test("kinds of customer in a log become personas; silence and rarity are said and can be changed", async ({ page }) => {
  const data = await opened(page, "en", "Everything is read on this device");
  await data.kind.selectOption("log");
  await data.text.fill(log());
  await page.getByRole("button", { name: "Read it" }).click();
  await expect(data.part).toContainText("Kinds of customer, which become personas: Family (90), Company (60)");
  await expect(data.part).toContainText("1 rare way between steps, taken once, was left out");
  await data.part.getByText("What was left out because hardly anybody takes it").click();
  await expect(data.part.getByRole("row", { name: "Visit → Order 1" })).toBeVisible();
  await clean(page, "own figures, kinds of customer");
  // A number that cannot be is told at the field, and what was counted stands.
  const rare = page.getByLabel("Leave out ways taken by fewer than");
  await rare.fill("80");
  await rare.press("Tab");
  await expect(page.locator("#data-rare-wrong")).not.toBeEmpty();
  await expect(rare).toHaveAttribute("aria-invalid", "true");
  await rare.fill("0 %");
  await rare.press("Enter");
  await expect(data.part).not.toContainText("rare way between steps");
  await expect(page.locator("#data-rare-wrong")).toBeEmpty();
  const silent = page.getByLabel("Days of silence that count as an end");
  await silent.fill("20");
  await silent.press("Enter");
  await expect(data.part).toContainText("silent for 20.0 days");
  await silent.fill("");
  await silent.press("Enter");
  await expect(data.part).not.toContainText("silent for 20.0 days");
  await expect(silent).not.toHaveValue("");
  // Whoever chooses by keyboard stays at the choice while it is counted anew.
  await page.locator("#data-purchase").focus();
  await page.keyboard.press("ArrowDown");
  await expect(page.locator("#data-purchase")).toHaveValue("Visit");
  await page.locator("#data-purchase").selectOption("");
  await expect(page.locator("#data-purchase")).toBeFocused();
  await expect(data.steps).toHaveCount(3);
  await data.make.click();
  await expect(data.part.getByText("The journey is open now")).toBeVisible();
  await page.locator(".build-tabs").getByRole("button", { name: "Personas" }).click();
  await expect(page.locator(".build-form h2").first()).toContainText("Family");
});

/** The list of steps with their phases, opened. */
const phases = async (page, data, title) => {
  const part = data.part.locator(".data-mapping");
  await part.getByText(title).click();
  return {
    part,
    of: (name) => part.getByLabel(name, { exact: true }),
    row: (step) => part.locator("tbody tr").filter({ has: page.getByRole("rowheader", { name: step, exact: true }) }),
  };
};

test("each step is in a phase that can be changed by keyboard while it is counted anew, and the journey has it", async ({ page }) => {
  const data = await opened(page, "en", "Everything is read on this device");
  await data.text.fill("step;reached\nNewsletter;1000\nVisit;800\nOffer;400\nOrder;100\nUpgrade;80\nInvoice;70\n");
  await page.getByRole("button", { name: "Read it" }).click();
  await expect(data.steps).toHaveCount(6);
  await expect(data.part.locator(".data-mapping table")).toBeHidden();
  const steps = await phases(page, data, "Which phase each step is in");
  await expect(steps.part.locator("tbody tr")).toHaveCount(6);
  await expect(steps.of("Phase of Newsletter")).toHaveValue("awareness");
  await expect(steps.of("Phase of Offer")).toHaveValue("consideration");
  await expect(steps.of("Phase of Order").locator("option")).toHaveText(["Awareness", "Consideration", "Decision"]);
  await expect(steps.of("Phase of Invoice").locator("option")).toHaveText(["Delivery", "Everyday life"]);
  await expect(steps.row("Order")).toContainText("purchase");
  await expect(steps.row("Invoice")).toContainText("value check");
  await clean(page, "own figures, phases");
  // The list keeps the focus, and stays open, while the figures are counted anew.
  const offer = steps.of("Phase of Offer");
  await offer.focus();
  await page.keyboard.press("ArrowDown");
  await expect(offer).toHaveValue("decision");
  await steps.of("What Upgrade is").selectOption("offer");
  await steps.of("Phase of Upgrade").selectOption("advocacy");
  await steps.of("Phase of Upgrade").focus();
  await expect(steps.of("What Upgrade is")).toHaveValue("offer");
  await expect(steps.of("Phase of Upgrade")).toBeFocused();
  await expect(offer).toHaveValue("decision");
  // With another purchase what cannot be is not used, and what can be stays.
  await page.locator("#data-purchase").selectOption("Visit");
  await expect(steps.of("Phase of Offer").locator("option")).toHaveText(["Delivery", "Everyday life"]);
  await expect(steps.of("What Upgrade is")).toHaveValue("offer");
  await page.locator("#data-purchase").selectOption("");
  await expect(steps.of("Phase of Offer")).toHaveValue("decision");
  await data.make.click();
  await expect(data.part.getByText("The journey is open now")).toBeVisible();
  const build = new Build(page);
  await expect(build.rows).toHaveCount(6);
  await expect(build.role(4)).toHaveValue("Offer");
  // As many buy as were counted.
  await expect(data.match).toContainText("Yes: all");
});

/** A log in XES in which cases say what customers they are of. */
const xes = (key) => {
  const event = (step, day, hour) =>
    `<event><string key="concept:name" value="${step}"/><date key="time:timestamp" value="${day}T${hour}:00:00Z"/></event>`;
  const traces = Array.from({ length: 150 }, (_, n) => {
    const day = `2025-0${1 + (n % 9)}-${10 + (n % 18)}`;
    const steps = ["Visit", "Offer", ...(n % 3 ? ["Order"] : [])].map((step, at) => event(step, day, 10 + at));
    return `<trace><string key="concept:name" value="${n}"/><string key="${key}" value="${n < 90 ? "Family" : "Company"}"/>${steps.join("")}</trace>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<log xes.version="1.0">\n${traces.join("\n")}\n</log>\n`;
};

test("kinds of customer in XES become personas, and the key that names them can be chosen and refused", async ({ page }, info) => {
  const data = await opened(page, "en", "Everything is read on this device");
  const told = "Kinds of customer, which become personas: Family (90), Company (60)";
  const file = info.outputPath("own.xes");
  writeFileSync(file, xes("customer_type"));
  await data.file.setInputFiles(file);
  await expect(data.part).toContainText(told);
  const kind = data.part.getByLabel("Kind of customer (if the file says)");
  const shown = async () => {
    if (!(await kind.isVisible())) await data.part.getByText("Say how it is to be read").click();
    await expect(kind).toBeVisible();
  };
  await shown();
  await expect(kind.locator("option")).toHaveText(["as found in the file", "nothing in the file says so", "customer_type"]);
  await clean(page, "own figures, kinds in XES");
  await kind.selectOption({ label: "nothing in the file says so" });
  await expect(data.part).not.toContainText("Kinds of customer, which become personas");
  // Another file: the same one chosen once more is no change.
  const other = info.outputPath("other.xes");
  writeFileSync(other, xes("form"));
  await data.file.setInputFiles(other);
  await expect(data.steps).toHaveCount(3);
  await expect(data.part).not.toContainText("Kinds of customer, which become personas");
  await shown();
  await kind.selectOption({ label: "form" });
  await expect(data.part).toContainText(told);
});

test("where what reads files cannot be fetched that is said, and can be tried again", async ({ page }) => {
  await page.route("**/reader-*.wasm", (route) => route.abort());
  const data = await opened(page, "en", "Everything is read on this device");
  await data.text.fill("step;reached\nVisit;100\nOrder;10\n");
  await page.getByRole("button", { name: "Read it" }).click();
  await expect(data.part.getByRole("alert")).toHaveText("This part could not be fetched. Check the connection and try again.");
  await page.unroute("**/reader-*.wasm");
  await page.getByRole("button", { name: "Read it" }).click();
  await expect(data.steps).toHaveCount(2);
  await expect(data.part.getByRole("alert")).toHaveCount(0);
});

test("a file that has changed meanwhile is not read as half of it, and is read again once it is chosen anew", async ({ page }, info) => {
  const data = await opened(page, "en", "Everything is read on this device");
  const file = info.outputPath("own.csv");
  writeFileSync(file, "step;reached\nVisit;100\nOffer;50\nOrder;10\n");
  await data.file.setInputFiles(file);
  await expect(data.steps).toHaveCount(3);
  writeFileSync(file, "step;reached\nVisit;100\nOrder;10\n".repeat(2));
  await page.locator("#data-purchase").selectOption("Offer");
  await expect(data.part.getByRole("alert")).toContainText("could not be read to its end");
  writeFileSync(file, "step;reached\nVisit;100\nOrder;10\n");
  // The field is empty before somebody chooses, so that the same file is a change.
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), data.file.click()]);
  await expect(data.file).toHaveValue("");
  await chooser.setFiles(file);
  await expect(data.steps).toHaveCount(2);
});

test.describe("in Swedish", () => {
  test.use({ locale: "sv-SE" });

  test("a step is put in another phase", async ({ page }) => {
    const data = await opened(page, "sv", "Allt läses på den här enheten");
    await data.text.fill("steg;antal\nAnnons sedd;1000\nBesök;800\nOffert;400\nKöp;100\nFaktura;70\n");
    await page.getByRole("button", { name: "Läs in" }).click();
    await expect(data.steps).toHaveCount(5);
    const steps = await phases(page, data, "Vilken fas varje steg hör till");
    await expect(steps.of("Fas för Annons sedd")).toHaveValue("awareness");
    await expect(steps.of("Fas för Faktura").locator("option")).toHaveText(["Leverans", "Vardag"]);
    await expect(steps.row("Faktura")).toContainText("värdeprövning");
    await steps.of("Fas för Besök").selectOption({ label: "Beslut" });
    await clean(page, "own figures, phases");
    await data.make.click();
    await expect(data.part.getByText("Kundresan är öppen nu")).toBeVisible();
    await expect(data.match).toContainText("Ja: alla");
  });

  test("a log is asked about where it can be read in two ways, and stops when it is told to", async ({ page }, info) => {
    test.slow();
    await page.emulateMedia({ colorScheme: "dark" });
    const data = await opened(page, "sv", "Allt läses på den här enheten");
    await data.kind.selectOption("log");
    await data.file.setInputFiles(fixture("b02-ambiguous.csv"));
    await expect(data.part.getByRole("alert")).toContainText("04/03/2025");
    await data.part.getByLabel("I datum med bara siffror").selectOption("day");
    await expect(data.steps).toHaveCount(2);
    await data.file.setInputFiles(fixture("b08-window.csv"));
    await expect(data.part).toContainText("10 ärenden: 4 köpte, 1 tog slut på vägen, 2 är för nya för att säga, 3 började före");
    await expect(data.steps.nth(1)).toContainText("80,0 %");
    await clean(page, "own figures, a log");
    await data.file.setInputFiles(fixture("b06-nested.xes"));
    await expect(data.part).toContainText("4 av 7 rader används");
    await data.kind.selectOption("curve");
    await data.file.setInputFiles(fixture("b11-cohorts.csv"));
    await expect(data.part).toContainText("I rad 3 är fler kunder kvar i period 2 än före");
    await expect(data.part.getByRole("row", { name: /^3 71,5/ })).toBeVisible();
    // A million events are stopped half-way, and the page answers meanwhile.
    const log = info.outputPath("million.csv");
    const rows = Array.from({ length: 250_000 }, (_, n) => {
      const day = `2025-0${1 + (n % 9)}-1${n % 10}`;
      return ["Besök", "Offert", "Köp", "Faktura"].map((step, at) => `${n};${day} 1${at}:00:00;${step}`).join("\n");
    });
    writeFileSync(log, `kund;tid;steg\n${rows.join("\n")}\n`);
    await data.kind.selectOption("log");
    await data.file.setInputFiles(log);
    await page.getByRole("button", { name: "Stoppa" }).click();
    await expect(data.part).toContainText("Stoppat. Inget av filen behölls.");
  });
});
