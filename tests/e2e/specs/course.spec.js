// A course package in a learning platform: scorm-again is the platform's side of SCORM 1.2.
import { readFileSync } from "node:fs";
import { extname } from "node:path";
import { expect, patiently, test } from "../fixtures.js";
import { locales } from "../page.js";
import { unzip } from "../unzip.js";

const LMS = "http://localhost:41998";
const types = {
  ".css": "text/css", ".html": "text/html", ".js": "text/javascript", ".json": "application/json",
  ".wasm": "application/wasm", ".woff2": "font/woff2",
};
const platform = readFileSync(new URL("../node_modules/scorm-again/dist/scorm12.min.js", import.meta.url), "utf8");
/** What keeps what it was told from one visit to the next. */
const host = `<!doctype html><title>LMS</title><script src="/scorm12.js"></script><script>
  window.API = new Scorm12API({ autocommit: false, logLevel: 5 });
  const before = sessionStorage.getItem("cmi");
  if (before) API.loadFromJSON(JSON.parse(before).cmi);
  API.on("LMSCommit", () => sessionStorage.setItem("cmi", JSON.stringify(API.renderCommitCMI(true))));
</script><iframe title="course" src="/course/course.html" width="1200" height="1400"></iframe>`;

/** The page of a learner, in a browser that has never seen Kedja. */
async function learners(browser) {
  const context = await browser.newContext({ locale: "en-GB" });
  return context.newPage();
}

/** Serves a package as a platform does; whatever else is asked for makes the test fail. */
async function installed(page, files) {
  await page.route(`${LMS}/**`, (route) => {
    const path = new URL(route.request().url()).pathname;
    if (path === "/lms.html") return route.fulfill({ contentType: "text/html", body: host });
    if (path === "/scorm12.js") return route.fulfill({ contentType: "text/javascript", body: platform });
    if (path === "/favicon.ico") return route.fulfill({ status: 204 });
    const file = files.get(path.replace("/course/", ""));
    return file ? route.fulfill({ contentType: types[extname(path)], body: file }) : route.fulfill({ status: 404 });
  });
}

const told = (page) =>
  page.evaluate(() => ({ status: API.cmi.core.lesson_status, score: API.cmi.core.score.raw, kept: API.cmi.suspend_data }));

async function packed(page, what) {
  const words = locales.en.course;
  await page.goto("./#/share");
  const sheet = page.locator("section[aria-labelledby=share-course]");
  if (what) {
    await expect(sheet.locator("select option")).not.toHaveCount(1);
    await sheet.locator("select").selectOption(what);
  }
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    sheet.getByRole("button", { name: words.take }).click(),
  ]);
  const files = unzip(readFileSync(await download.path()));
  expect([...files.keys()][0]).toBe("imsmanifest.xml");
  expect(files.get("imsmanifest.xml").toString()).toContain("<schemaversion>1.2</schemaversion>");
  return files;
}

test("a lesson reports to its platform who is done, and their score, and goes on where it was left", async ({ page }) => {
  const files = await packed(page, "polishing");
  const lesson = JSON.parse(files.get("lessons/polishing.json"));
  await installed(page, files);
  await page.goto(`${LMS}/lms.html`);
  const course = page.frameLocator("iframe");
  await patiently(course.getByRole("heading", { level: 1, name: lesson.title.en })).toBeVisible();
  await expect.poll(() => told(page)).toMatchObject({ status: "incomplete" });
  const on = course.locator(".onward button");
  await expect(async () => {
    const box = course.locator(".guess");
    if (await box.locator("input[type=radio]").count()) await box.locator("input[type=radio]").first().check();
    else await box.locator("input[type=range]").last().press("ArrowLeft");
    await expect(on).not.toHaveAttribute("aria-disabled", "true", { timeout: 500 });
  }).toPass();
  await on.click();
  await on.click();
  // Whoever sees wrong gets nothing for it, and may look again.
  const options = course.locator("input[name=saw]");
  await expect(options.first()).toBeVisible();
  for (let n = 0; n < (await options.count()); n += 1) {
    await options.nth(n).check();
    const said = course.locator(".verdict").first();
    await expect(said).toBeVisible();
    if ((await said.innerText()) === locales.en.learn.saw_right) break;
  }
  await expect.poll(async () => (await told(page)).score).toBe("50");
  await on.click();
  await on.click();
  await expect.poll(() => told(page)).toMatchObject({ status: "completed", score: "50" });
  expect((await told(page)).kept).toContain("polishing");
  // Another visit goes on there, and takes nothing back.
  await page.reload();
  await patiently(course.locator("#beat-title")).toHaveText(locales.en.learn.beat_try);
  expect(await told(page)).toMatchObject({ status: "completed", score: "50" });
});

test("a journey is done once something has been changed there", async ({ page: teacher, browser }) => {
  const page = await learners(browser);
  await installed(page, await packed(teacher));
  await page.goto(`${LMS}/lms.html`);
  const course = page.frameLocator("iframe");
  await patiently(course.locator("h1")).toContainText(/\d/);
  expect(await told(page)).toMatchObject({ status: "incomplete" });
  await course.locator("input.typed").fill("97");
  await course.locator("input.typed").press("Enter");
  await expect.poll(() => told(page)).toMatchObject({ status: "completed", score: "100" });
  await page.context().close();
});

test("a lesson's own page offers its link, its code and its package, which stand in no package", async ({ page: teacher, browser, baseURL }) => {
  await teacher.goto("./#/learn/handover");
  const given = teacher.locator("details.lesson-giving");
  await given.locator("summary").click();
  await expect(given.locator("input.letters")).toHaveValue(`${baseURL}#/learn/handover`);
  await expect(given.getByRole("img", { name: locales.en.share.code })).toBeVisible();
  await given.scrollIntoViewIfNeeded();
  const [download] = await Promise.all([
    teacher.waitForEvent("download"),
    given.getByRole("button", { name: locales.en.course.take }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("kedja-handover.zip");
  const files = unzip(readFileSync(await download.path()));
  const page = await learners(browser);
  await installed(page, files);
  await page.goto(`${LMS}/lms.html`);
  const course = page.frameLocator("iframe");
  await patiently(course.getByRole("heading", { level: 1, name: JSON.parse(files.get("lessons/handover.json")).title.en })).toBeVisible();
  await expect(course.locator(".lesson-giving")).toHaveCount(0);
  await page.goto(`${baseURL}#/learn/handover`);
  await patiently(page.locator("details.lesson-giving")).toBeVisible();
  await page.context().close();
});
