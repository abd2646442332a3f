// What Lighthouse says of the built page: node lighthouse.js [FOLDER]. On a desktop and on a phone, each category with its
// figure, and what it holds against the page. Ends with an error below the floors of lighthouse.json.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join, resolve } from "node:path";
import { launch } from "chrome-launcher";
import lighthouse, { desktopConfig } from "lighthouse";
import { site } from "./site.js";

const folder = resolve(process.argv[2] ?? join(import.meta.dirname, "../../dist"));
const floors = JSON.parse(readFileSync(join(import.meta.dirname, "lighthouse.json"), "utf8"));

const server = createServer(site(folder, "/", "best"));
await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
const browser = await launch({
  chromePath: process.env.KEDJA_CHROMIUM || "/usr/bin/chromium",
  chromeFlags: ["--headless=new", "--no-sandbox", "--disable-gpu"],
});
const address = `http://localhost:${server.address().port}/`;
try {
  // What a host presses once for all who come is pressed before anything is measured.
  for (const file of (await (await fetch(address)).text()).match(/assets\/[\w.-]+/g) ?? []) {
    await fetch(address + file, { headers: { "Accept-Encoding": "br" } }).then((response) => response.arrayBuffer());
  }
  for (const [device, config] of [["desktop", desktopConfig], ["phone", undefined]]) {
    const onlyCategories = ["performance", "accessibility", "best-practices"];
    const { lhr } = await lighthouse(address, { port: browser.port, onlyCategories, logLevel: "error" }, config);
    for (const { id, title, score, auditRefs } of Object.values(lhr.categories)) {
      const figure = Math.round(score * 100);
      const floor = floors[device][id];
      console.log(`${figure < floor ? "TOO LOW" : "ok"}: ${device}, ${title}: ${figure} (at least ${floor})`);
      if (figure < floor) process.exitCode = 1;
      for (const { id } of auditRefs) {
        const { score, title, displayValue = "", scoreDisplayMode } = lhr.audits[id];
        if (score !== null && score < 0.9 && scoreDisplayMode !== "informative") console.log(`    ${title} ${displayValue}`);
      }
    }
  }
} finally {
  browser.kill();
  server.close();
}
