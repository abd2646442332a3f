// What somebody was writing when the page was loaded again, by their hand or by the browser's.
import { execFileSync } from "node:child_process";
import { test, expect, FEW } from "../fixtures.js";
import { Journey, Meeting, Prioritise } from "../page.js";
import { shell } from "../shell.js";

test.use({ found: { customers: FEW } });

test("a proposal that is half written stands in its fields after a reload, and is gone once it is given up", async ({ page }) => {
  const meeting = new Meeting(page);
  const begin = async () => {
    await new Prioritise(await new Journey(page).open()).open();
    await meeting.show(meeting.proposals);
  };
  await begin();
  await page.locator("#add-proposal").click();
  const { proposals, words } = meeting;
  const form = proposals.locator("form");
  await form.getByRole("textbox", { name: words.proposals.field_name }).fill("Ring up before the first invoice");
  await form.getByRole("combobox", { name: words.proposals.field_owner }).selectOption({ index: 1 });
  const value = form.locator("fieldset input");
  await value.last().fill("2,5x");
  await form.getByRole("button", { name: words.proposals.more }).click();
  await expect(form.locator("fieldset")).toHaveCount(2);
  const fields = () => form.locator("input, select").evaluateAll((all) => all.map((one) => one.value));
  const before = await fields();

  await page.reload();
  await meeting.show(meeting.proposals);
  expect(await fields()).toEqual(before);
  await form.getByRole("button", { name: words.proposals.save }).click();
  await expect(form.getByRole("alert"), "it is told as before").toContainText("“x”");
  await value.first().fill("1");
  await form.getByRole("button", { name: words.proposals.save }).click();
  await expect(proposals.locator(".proposed > li")).toContainText("Ring up before the first invoice");

  // One that is there already is changed on where that was begun.
  await proposals.getByRole("button", { name: words.proposals.edit_of.replace("{{ name }}", "Ring up before the first invoice") }).click();
  await form.getByRole("textbox", { name: words.proposals.field_name }).fill("Ring up twice");
  await page.reload();
  await meeting.show(meeting.proposals);
  await expect(form.getByRole("textbox", { name: words.proposals.field_name })).toHaveValue("Ring up twice");
  await form.getByRole("button", { name: words.proposals.cancel }).click();
  await page.reload();
  await meeting.show(meeting.proposals);
  await expect(form).toHaveCount(0);
  await expect(proposals.locator(".proposed > li")).toContainText("Ring up before the first invoice");
});

test("a link that is looked at in between takes nothing of a proposal that is half written", async ({ page }) => {
  const meeting = new Meeting(page);
  const { proposals, words } = meeting;
  const form = proposals.locator("form");
  const name = form.getByRole("textbox", { name: words.proposals.field_name });
  await new Prioritise(await new Journey(page).open()).open();
  await meeting.show(meeting.proposals);
  await page.locator("#add-proposal").click();
  await name.fill("Ring up before the first invoice");
  // Somebody else's, in the same tab; a form is opened and given up there.
  const link = execFileSync(shell, ["link", "insurance"], { encoding: "utf8" }).trim();
  await page.goto("about:blank");
  await page.goto(`./${link}`);
  await expect(page.locator("section.visit")).toBeVisible();
  await new Prioritise(new Journey(page)).open();
  await meeting.show(meeting.proposals);
  await page.locator("#add-proposal").click();
  await form.getByRole("button", { name: words.proposals.cancel }).click();
  await page.locator("section.visit").getByRole("button", { name: words.share.back }).click();
  await page.reload();
  await page.goto("./#/prioritise/proposals");
  await meeting.show(meeting.proposals);
  await expect(name).toHaveValue("Ring up before the first invoice");
});

for (const [what, place, field, within] of [
  ["a class's links", "share", ".pool-text textarea"],
  ["hand-ins", "learn/class", ".paste-codes textarea"],
  ["names of a workshop", "build", "#build-names", ".build-start"],
  ["figures", "build", "#data-text", ".build-data"],
]) {
  test(`${what} that were pasted and not yet read are there after a reload`, async ({ page }) => {
    const text = page.locator(field);
    const shown = async () => {
      if (within) await page.locator(`${within} > summary`).click();
      await expect(text).toBeVisible();
    };
    await page.goto(`./#/${place}`);
    await shown();
    await text.fill("one\ntwo");
    await page.reload();
    await shown();
    await expect(text).toHaveValue("one\ntwo");
    await text.fill("");
    await page.reload();
    await shown();
    await expect(text).toHaveValue("");
  });
}
