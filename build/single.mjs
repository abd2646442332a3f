// Makes one HTML file of a built page, which opens with no server and no network: node single.mjs FOLDER TO. A browser lets a
// page from a file fetch nothing and import nothing beside it, so everything lies within: what is fetched as base64, and the
// scripts as text, which are given addresses of their own (blob:) when the page opens (single_boot.js).
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { extname, join } from "node:path";

const [folder, to] = process.argv.slice(2);
const read = (file) => readFileSync(join(folder, file));
const types = {
  ".json": "application/json",
  ".wasm": "application/wasm",
  ".css": "text/css",
  ".js": "text/javascript",
};

const files = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1).replaceAll("\\", "/"))
  .filter((file) => extname(file) in types && file !== "sw.js");

/** A style sheet with its fonts within. */
const dressed = (file) =>
  read(file)
    .toString()
    .replace(/url\("?\.\.\/(fonts\/[^")]+)"?\)/g, (_, font) => `url(data:font/woff2;base64,${read(font).toString("base64")})`);

/** A script that names files beside itself: its own address there is no base for those. */
const placed = (file) => Buffer.from(read(file).toString().replaceAll("import.meta.url", '"https://kedja.invalid/assets/"'));

let html = read("index.html").toString();
// Attributes stand in any order, with quotation marks and without.
const tags = (name) => html.match(new RegExp(`<${name}\\b[^>]*>`, "g")) ?? [];
const said = (tag, name) => new RegExp(`\\s${name}=(?:"([^"]*)"|([^\\s>]+))`).exec(tag)?.slice(1).find((one) => one !== undefined);
const one = (name, of, value) => tags(name).find((tag) => (value ? said(tag, of) === value : said(tag, of)));
const path = (address) => address?.replace(/^\.\//, "");
const [sheet, script] = [one("link", "rel", "stylesheet"), one("script", "data-wasm")];
const [policed, icons] = [one("meta", "http-equiv", "Content-Security-Policy"), one("link", "rel", "icon")];
const later = path(said(one("meta", "name", "later-style") ?? "", "content"));
if (!sheet || !script || !policed || !icons || !later) throw new Error("the page begins in another way than this reads");
const names = Object.fromEntries(
  [["js", "data-js"], ["wasm", "data-wasm"], ["workerJs", "data-worker-js"], ["workerWasm", "data-worker-wasm"], ["readerJs", "data-reader-js"], ["readerWasm", "data-reader-wasm"]].map(([name, at]) => [name, path(said(script, at))]),
);
const styles = path(said(sheet, "href"));

const kept = Object.fromEntries(
  files
    .filter((file) => file !== styles)
    .map((file) => {
      const bytes = file === later ? Buffer.from(dressed(file)) : extname(file) === ".js" ? placed(file) : read(file);
      return [file, [types[extname(file)], bytes.toString("base64")]];
    }),
);
const boot = readFileSync(join(import.meta.dirname, "single_boot.js"), "utf8");
const inline = `const NAMES = ${JSON.stringify(names)};\nconst LATER = ${JSON.stringify(later)};\n${boot}`;
// "</" would end the element.
const data = JSON.stringify(kept).replaceAll("</", "<\\/");
const hash = createHash("sha256").update(inline).digest("base64");
const policy =
  `default-src 'none'; script-src 'sha256-${hash}' blob: data: 'wasm-unsafe-eval'; style-src 'unsafe-inline' blob:; img-src data: blob:; ` +
  "font-src data:; connect-src blob: data:; worker-src blob:; base-uri 'none'; form-action 'none'";

const icon = `data:image/svg+xml;base64,${read("icons/kedja.svg").toString("base64")}`;
const fetchedBeside = ["preload", "modulepreload", "manifest", "apple-touch-icon"];
for (const tag of tags("link")) if (fetchedBeside.includes(said(tag, "rel"))) html = html.replace(tag, "");
html = html
  .replace(icons, `<link rel="icon" href="${icon}">`)
  .replace(policed, `<meta http-equiv="Content-Security-Policy" content="${policy}">`)
  .replace(sheet, () => `<style>${dressed(styles)}</style>`)
  // At the end, so that the page and the data are there when it runs.
  .replace(`${script}</script>`, "")
  .replace(/(<\/body>|(<\/html>)?\s*)$/, (end) => `<script type="application/json" id="kedja-files">${data}</script>\n<script>${inline}</script>${end}`);
if (/(src|href)="?(\.\/|assets|fonts|icons|journeys)/.test(html.split("<script")[0])) throw new Error("something is still fetched from beside the page");
writeFileSync(to, html);
console.log(`${to}: ${(Buffer.byteLength(html) / 1e6).toFixed(1)} MB`);
