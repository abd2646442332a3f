// Learn: every lesson is walked to its end in both languages, and each figure that it shows is the shell's.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { clean } from "../axe.js";
import { test, expect, patiently } from "../fixtures.js";
import { locales } from "../page.js";

const file = (path) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));
const read = (path) => JSON.parse(readFileSync(file(path), "utf8"));
const { lessons } = read("public/lessons/lessons.json");
/** The shell, as it was built last. */
const builds = [file("target/release/kedja"), file("target/debug/kedja")].filter((path) => existsSync(path));
const shell = process.env.KEDJA_SHELL ?? builds.sort((one, other) => statSync(other).mtimeMs - statSync(one).mtimeMs)[0];

/** What the shell says of a lesson: each measure as the page writes it. */
const told = (id) => {
  expect(shell, "the shell is built: make shell").toBeTruthy();
  return JSON.parse(execFileSync(shell, ["lesson", file(`public/lessons/${id}.json`), "--out", "json"], { encoding: "utf8" }));
};

/** Gives a guess, whatever is asked, so that it can be gone on. What is asked may be drawn anew once the journey is there. */
const guess = (page) =>
  expect(async () => {
    await guessOnce(page);
    await expect(page.locator(".onward button")).not.toHaveAttribute("aria-disabled", "true", { timeout: 500 });
  }).toPass();

const guessOnce = async (page) => {
  const box = page.locator(".guess");
  await expect(box.locator("input, .bet-on li").first()).toBeVisible();
  if (await box.locator("input[type=radio]").count()) return box.locator("input[type=radio]").first().check();
  if (await box.locator(".bet-on").count()) return box.locator(".bet-on li").first().getByRole("button").last().click();
  // Whichever end it stands at.
  await box.locator("input[type=range]").last().press("ArrowLeft");
  await box.locator("input[type=range]").last().press("ArrowRight");
};

const on = (page) => page.locator(".onward button").click();

/** Sees what is to be seen in both languages, beginning with English, and ends in it. What was found out stays. */
const inBoth = async (page, see) => {
  await see("en");
  await page.locator(".top").getByRole("button", { name: locales.en.top.swedish }).click();
  await see("sv");
  await page.locator(".top").getByRole("button", { name: locales.sv.top.english }).click();
};

const plain = (said) => said.replaceAll(/\s+/g, " ");

for (const { id, case: isCase } of lessons) {
  test(`${id} is walked to its end in both languages, and its figures are the shell's`, async ({ page }) => {
    const lesson = read(`public/lessons/${id}.json`);
    const expected = told(id);
    const title = page.locator("#beat-title");
    await page.goto(`./#/learn/${id}`);
    await inBoth(page, async (lang) => {
      await expect(page.getByRole("heading", { level: 1, name: lesson.title[lang] })).toBeVisible();
      // Nothing is shown before a guess, and nobody goes on without one.
      await page.locator(".onward button").click({ force: true });
      await expect(title).toHaveText(locales[lang].learn.beat_guess);
      await expect(page.locator(".figures, .guessed, .lesson-stage .outcomes")).toHaveCount(0);
    });
    await guess(page);
    await on(page);
    if (isCase) await on(page);
    const rows = page.locator(".figures tr");
    const shown = lesson.run.show.filter((name) => lesson.measures[name].world !== "yours");
    await inBoth(page, async (lang) => {
      await expect(title).toHaveText(locales[lang].learn.beat_run);
      for (const name of shown) {
        const at = lesson.run.show.indexOf(name);
        await expect(rows.nth(at).getByRole("rowheader")).toHaveText(lesson.measures[name].name[lang]);
        await patiently(rows.nth(at).locator("strong")).toHaveText(expected.measures[name][lang]);
      }
      await expect(page.locator(".guessed")).toBeVisible();
    });
    await on(page);
    await page.locator(`input[name=saw]`).nth(lesson.see.options.findIndex((o) => o.id === expected.seen[0])).check();
    await inBoth(page, (lang) => expect(page.locator(".verdict").first()).toHaveText(locales[lang].learn.saw_right));
    await on(page);
    await inBoth(page, async (lang) => {
      await expect(title).toHaveText(locales[lang].learn.beat_explain);
      const text = lesson.explain.text[lang].replaceAll(/\{(\w+)\}/g, (all, name) => (lesson.measures[name].world === "yours" ? all : expected.measures[name][lang]));
      if (!text.includes("{")) await expect.poll(async () => plain(await page.locator(".explained").innerText())).toBe(plain(text));
    });
    if (!isCase) {
      await on(page);
      await inBoth(page, async (lang) => {
        await expect(title).toHaveText(locales[lang].learn.beat_try);
        await patiently(page.locator(".goals li")).not.toContainText("…");
      });
    }
    await expect(page.locator("#hand-in-code")).toHaveValue(/^kedja1\.[\w-]{20,}$/);
  });
}

for (const lang of ["en", "sv"]) {
  test.describe(`in ${lang}`, () => {
    test.use({ locale: lang === "sv" ? "sv-SE" : "en-GB" });

    test("from the first screen a teacher is in the first lesson in two presses", async ({ page }) => {
      await page.goto("./");
      await page.getByRole("button", { name: locales[lang].places.learn, exact: true }).click();
      await page.getByRole("link", { name: lessons[0].title[lang] }).click();
      await expect(page).toHaveURL(new RegExp(`#/learn/${lessons[0].id}$`));
      await expect(page.getByRole("heading", { level: 1, name: lessons[0].title[lang] })).toBeVisible();
    });
  });
}

test("step, guess and the learner's own changes stay over languages, a reload, another journey and undo", async ({ page }) => {
  await page.goto("./#/learn/polishing");
  await guess(page);
  await on(page);
  await on(page);
  await page.locator("input[name=saw]").first().check();
  const guessed = await page.locator(".guessed dd").first().innerText();
  for (const name of [locales.en.top.swedish, locales.sv.top.english]) {
    await page.locator(".top").getByRole("button", { name }).click();
    await expect(page.locator("input[name=saw]").first()).toBeChecked();
  }
  await page.reload();
  await expect(page.locator("#beat-title")).toHaveText(locales.en.learn.beat_see);
  await expect(page.locator(".guessed dd").first()).toHaveText(guessed);
  await on(page);
  await on(page);
  await page.locator(".try-levers select").selectOption("delivery-info");
  const slider = page.locator(".lever-list input[type=range]");
  for (let n = 0; n < 3; n += 1) await slider.press("PageUp");
  await patiently(page.locator(".met.is-met")).toBeVisible();
  const effort = await page.locator(".effort-left").innerText();
  await page.goto("./#/journey");
  await expect(page.getByRole("button", { name: locales.en.top.undo })).toHaveAttribute("aria-disabled", "true");
  await page.goto("./#/learn/polishing");
  await page.reload();
  await patiently(page.locator(".effort-left")).toHaveText(effort);
});

test("a class's codes are pasted, counted, picked and thrown away", async ({ page }) => {
  await page.goto("./#/learn/o-ring");
  await guess(page);
  for (let n = 0; n < 2; n += 1) await on(page);
  await page.locator("input[name=saw]").first().check();
  await page.locator(".note textarea").fill("The weak one gives way");
  for (let n = 0; n < 2; n += 1) await on(page);
  const code = await page.locator("#hand-in-code").inputValue();
  await page.goto("./#/learn/class");
  await page.locator(".paste-codes textarea").fill(`Hello!\n${code}\n${code.slice(0, -3)}\nBye`);
  await page.getByRole("button", { name: locales.en.learn.add, exact: true }).click();
  await expect(page.getByRole("status").filter({ hasText: "1 new." })).toContainText("cut, mistyped");
  const lesson = page.locator(".class-lesson");
  await expect(lesson.getByRole("heading", { level: 2 })).toHaveText("The O-ring in the cold");
  await lesson.locator("summary").click();
  await lesson.locator("input[type=checkbox]").check();
  await expect(lesson.locator(".wall")).toContainText("The weak one gives way");
  await clean(page);
  await page.reload();
  await expect(lesson.locator(".wall")).toContainText("The weak one gives way");
  await page.getByRole("button", { name: locales.en.learn.forget_class }).click();
  await expect(lesson).toHaveCount(0);
  await page.reload();
  await expect(page.locator(".class-page")).toBeVisible();
  await expect(lesson).toHaveCount(0);
});

test("axe finds nothing on any beat, in the list and on the teacher's page", async ({ page }) => {
  await page.goto("./#/learn");
  await expect(page.locator(".lesson-list a")).toHaveCount(lessons.length);
  await clean(page);
  await page.goto("./#/learn/teachers");
  await expect(page.locator(".for-lesson")).toHaveCount(lessons.length);
  await expect(page.locator(".misconceptions")).toHaveCount(lessons.length);
  await clean(page);
  for (const id of ["weakest-link", "fading"]) {
    await page.goto(`./#/learn/${id}`);
    await guess(page);
    for (let n = 0; n < 5; n += 1) {
      await clean(page);
      if (await page.locator("input[name=saw]").count()) await page.locator("input[name=saw]").first().check();
      if (await page.locator(".onward button").count()) await on(page);
    }
  }
});

test("on a phone nothing is wider than the screen", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  for (const place of ["", "/weakest-link", "/class", "/teachers"]) {
    await page.goto(`./#/learn${place}`);
    await expect(page.locator("#learn-title")).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  }
});
