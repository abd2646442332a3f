// Every test of the page is also a test that the page stays quiet: no error on the console, none thrown, no breach of
// its policy (the console tells), nothing asked of another host, nothing missing. Specs import `test` and `expect` from here.
import { test as base, expect } from "@playwright/test";
import { slow } from "./playwright.config.js";
import { saved } from "./saved.js";

export { expect };

/** Expects what needs many trials, which a busy machine lives one after the other for minutes. */
export const patiently = expect.configure({ timeout: 180_000 * slow });

/** Asks again and again, without the pauses of a second that `expect.poll` comes to. */
export const poll = (ask, message) => expect.poll(ask, { message, intervals: [20, 50, 100] });

/** So many customers tell the same as a million wherever no single figure is read, and take a tenth of the time. */
export const FEW = 100_000;

/** A reader who has asked for nothing: the crowd plays, and what changes glides. For specs that are about it: `test.use(MOVING)`. */
export const MOVING = { contextOptions: { reducedMotion: "no-preference" } };

export const test = base.extend({
  /**
   * What the page finds on the device when it opens for the first time (saved.js); nothing, as on a first visit, unless a
   * spec says otherwise: `test.use({ found: { customers: FEW } })`.
   */
  found: [undefined, { option: true }],

  page: async ({ page, found }, use) => {
    if (found) {
      await page.addInitScript((text) => {
        // Not over what was kept since, and not where a page has no store of its own.
        if (location.protocol.startsWith("http") && !localStorage.kedja) localStorage.kedja = text;
      }, saved(found));
    }
    if (slow > 1) {
      const devtools = await page.context().newCDPSession(page);
      await devtools.send("Emulation.setCPUThrottlingRate", { rate: slow });
    }
    await use(page);
  },

  /**
   * What may go wrong because the test makes it go wrong: `test.use({ expectedTrouble: [/unreachable/] })`. Each
   * pattern has to be seen, so that a stale one fails.
   */
  expectedTrouble: [[], { option: true }],

  trouble: [
    async ({ context, baseURL, expectedTrouble }, use) => {
      const trouble = [];
      const own = new URL(baseURL).hostname;
      const elsewhere = (url) => /^https?:|^wss?:/.test(url) && new URL(url).hostname !== own;

      context.on("console", (message) => {
        if (message.type() === "error") trouble.push(`console: ${message.text()} (${message.location().url})`);
      });
      context.on("weberror", (error) => trouble.push(`thrown: ${error.error().stack ?? error.error()}`));
      context.on("request", (request) => {
        if (elsewhere(request.url())) trouble.push(`asked another host: ${request.url()}`);
      });
      context.on("response", (response) => {
        if (response.status() >= 400) trouble.push(`answered with ${response.status()}: ${response.url()}`);
      });

      await use(trouble);

      for (const pattern of expectedTrouble) {
        expect(trouble, `expected to see ${pattern}`).toContainEqual(expect.stringMatching(pattern));
      }
      const unexpected = trouble.filter((line) => !expectedTrouble.some((pattern) => pattern.test(line)));
      expect(unexpected, "the page made trouble").toEqual([]);
    },
    { auto: true },
  ],
});
