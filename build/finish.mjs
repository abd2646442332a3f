// What is left to do of the built page when Trunk is done with it (Trunk.toml): the page's module is divided (split.mjs),
// each module gets one script with what starts it, and scripts and modules are named after what they hold, in index.html and
// wherever else they are named. Trunk names the page's by the module before it was optimised, and the worker's not at all;
// but a host lets browsers keep everything in assets/ for ever, so there another content must have another name.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { licences } from "./licences.mjs";
import { offline } from "./offline.mjs";
import { split } from "./split.mjs";

const dist = process.env.TRUNK_STAGING_DIR;
const assets = join(dist, "assets");
const page = join(dist, "index.html");
const isDraft = process.env.TRUNK_PROFILE === "debug";
const target = process.env.CARGO_TARGET_DIR ?? join(import.meta.dirname, "../target");
const linked = join(target, "wasm32-unknown-unknown", isDraft ? "draft" : "page", "app.wasm");

const filesOf = (kind) => readdirSync(assets).filter((name) => name.endsWith(kind));

let html = readFileSync(page, "utf8");
for (const [kind, name] of [[".js", "app.js"], [".wasm", "app_bg.wasm"]]) {
  for (const old of filesOf(kind).filter((old) => old.startsWith("app-"))) {
    html = html.replaceAll(old, name);
    rmSync(join(assets, old));
  }
}
const bound = split(linked, join(target, "split"), assets, !isDraft);

/** Makes one script of a module's, with all that it asks for, and of what starts it. */
function withItsStart(script, boot, to) {
  const both = `export { default } from ${JSON.stringify(script)}; import ${JSON.stringify(join(import.meta.dirname, boot))};`;
  const given = ["--bundle", "--format=esm", "--minify", "--log-level=warning", "--allow-overwrite", `--outfile=${to}`];
  execFileSync("esbuild", given, { input: both, cwd: assets, stdio: ["pipe", "inherit", "inherit"] });
}
withItsStart(join(bound, "app.js"), "boot.js", join(assets, "app.js"));
for (const its of ["worker.js", "reader.js"]) withItsStart(join(assets, its), "worker_boot.js", join(assets, its));

/** Names the files of one kind after their content, and says so in what names them. */
function name(kind, namedIn) {
  for (const old of filesOf(kind)) {
    const content = readFileSync(join(assets, old));
    const stem = old.replace(/^split_|(_bg)?\.[a-z]+$/g, "");
    const name = `${stem}-${createHash("sha256").update(content).digest("hex").slice(0, 16)}${kind}`;
    renameSync(join(assets, old), join(assets, name));
    html = html.replaceAll(old, name);
    for (const script of namedIn) {
      const file = join(assets, script);
      writeFileSync(file, readFileSync(file, "utf8").replaceAll(`./${old}`, `./${name}`));
    }
  }
}
// Modules first: the page's script names those that are fetched later.
name(".wasm", filesOf(".js"));
name(".js", []);

// The sheet of what nobody sees at first (style.mjs). Trunk has named the other one, and knows nothing of this.
const later = join(assets, "later.css");
const pressed = isDraft ? [] : ["--minify"];
execFileSync("esbuild", [join(import.meta.dirname, "../target/style/later.css"), "--log-level=warning", `--outfile=${later}`, ...pressed], { stdio: "inherit" });
const digest = createHash("sha256").update(readFileSync(later)).digest("hex").slice(0, 16);
renameSync(later, join(assets, `later-${digest}.css`));
html = html.replaceAll("later.css", `later-${digest}.css`);
writeFileSync(page, html);

/** What is written for people to read is sent without the space between its words: texts stay, letter for letter. */
for (const folder of ["journeys", "lessons"]) {
  for (const name of readdirSync(join(dist, folder)).filter((name) => name.endsWith(".json"))) {
    const file = join(dist, folder, name);
    writeFileSync(file, readFileSync(file, "utf8").replace(/("(?:[^"\\]|\\.)*")|\s+/g, (_, text) => text ?? ""));
  }
}

/**
 * The page of one part of Kedja for other pages (src/ui/embed): the same files, told so on its first element. Its workers may
 * have to be written on the spot (boot.js), and a guest asks for no more than it shows.
 */
const part = html
  .replace(/<html\b/, '<html data-page="embed"')
  .replace(/worker-src 'self'/, "worker-src 'self' blob:")
  .replace(/\s*<link\b[^>]*\brel="?(manifest|apple-touch-icon)\b[^>]*>/g, "");
if (!part.includes('data-page="embed"') || !part.includes("blob:")) throw new Error("index.html is another than this script reads");
writeFileSync(join(dist, "embed.html"), part);

licences(dist);

// What there is, for whoever makes a package of it (src/exchange/course.rs).
const built = readdirSync(dist, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && !entry.name.startsWith("_"))
  .map((entry) => join(entry.parentPath, entry.name).slice(dist.length + 1).replaceAll("\\", "/"));
writeFileSync(join(dist, "files.json"), `${JSON.stringify(built.filter((file) => file !== "files.json" && !file.startsWith("sbom.")).sort())}\n`);

offline(dist);
