// Names the scripts and modules of the built page after what they hold, once Trunk is done with them (Trunk.toml), and
// tells index.html. Trunk names the page's by the module before it was optimised, and the worker's not at all; but a
// host lets browsers keep everything in assets/ for ever, so there another content must have another name.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const dist = process.env.TRUNK_STAGING_DIR;
const assets = join(dist, "assets");
const page = join(dist, "index.html");

const hash = (file) => createHash("sha256").update(readFileSync(file)).digest("hex").slice(0, 16);

let html = readFileSync(page, "utf8");
for (const old of readdirSync(assets).filter((name) => /\.(js|wasm)$/.test(name))) {
  const [stem] = old.split(/[-_.]/);
  const name = `${stem}-${hash(join(assets, old))}.${old.split(".").at(-1)}`;
  renameSync(join(assets, old), join(assets, name));
  html = html.replaceAll(old, name);
}
writeFileSync(page, html);
