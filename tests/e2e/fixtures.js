// Every test of the page is also a test that the page stays quiet: no error on the console, none thrown, no breach of
// its policy (the console tells), nothing asked of another host, nothing missing. Specs import `test` and `expect` from here.
import { test as base, expect } from "@playwright/test";

export { expect };

export const test = base.extend({
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
