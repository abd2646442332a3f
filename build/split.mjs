// Divides the page's module into what a first visit needs and what is fetched when somebody wants it: each function with
// `#[wasm_split(NAME)]` and all that only it uses becomes a module of its own. Trunk knows nothing of this, so here the
// page's module as the compiler left it is divided, bound to its script and optimised, in place of Trunk's.
import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";

const run = (program, ...given) => execFileSync(program, given.flat(), { stdio: ["ignore", "inherit", "inherit"] });

/** The module that every visit fetches as soon as the first figures stand. */
const SOON = "below";

/** What the compiler makes use of; of the modules only the first says so itself. */
const features = ["bulk-memory", "multivalue", "mutable-globals", "nontrapping-float-to-int", "reference-types", "sign-ext"];

/**
 * Leaves app_bg.wasm and a split_NAME.wasm for each NAME in `assets`, and the script for them in the folder that it returns,
 * with another that it asks for.
 * @param {string} linked the module as it was linked, with `--emit-relocs`
 * @param {string} work a folder for what is made on the way
 * @param {string} assets where the page's script and modules belong
 * @param {boolean} small whether to take the time to make them small
 */
export function split(linked, work, assets, small) {
  const bound = join(work, "bound");
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  run("wasm-split-cli", linked, work, ["--out-name", "app"]);
  // What the other modules ask of the first must keep its name.
  const kept = ["--keep-lld-exports", "--no-demangle"];
  run("wasm-bindgen", "--target", "web", "--no-typescript", kept, "--out-name", "app", "--out-dir", bound, join(work, "app.wasm"));
  const script = readFileSync(join(work, "__wasm_split.js"), "utf8");
  const { shared, loads } = withoutLoading(script, SOON);
  const later = readdirSync(work).filter((file) => /^(split|chunk)_.*\.wasm$/.test(file) && !shared.includes(file));
  // What it shares with others would be files of their own, each one more to wait for: they go with the first.
  const first = join(work, "app_bg.wasm");
  const parts = shared.flatMap((file) => [join(work, file), file]);
  const said = features.map((feature) => `--enable-${feature}`);
  run("wasm-merge", said, join(bound, "app_bg.wasm"), "__wasm_split", parts, "-o", first);
  for (const file of [first, ...later.map((file) => join(work, file))]) {
    run("wasm-opt", small ? "-Oz" : "-O0", said, "--strip-debug", "--strip-producers", file, "-o", join(assets, basename(file)));
  }
  writeFileSync(join(bound, "__wasm_split.js"), loads);
  return bound;
}

/**
 * What the module of that name shares with others, and the script that loads the modules without loading that.
 * @returns {{ shared: string[], loads: string }}
 */
function withoutLoading(script, name) {
  const shared = [];
  const loads = script.replace(/^\/\* (.+) \*\/\nconst (__chunk_\d+) = makeLoad\([^]*?^, \[[^\]]*\]\);$/gm, (chunk, users, its) => {
    if (!users.split(", ").includes(name)) return chunk;
    shared.push(`${its.slice(2)}.wasm`);
    return `const ${its} = async () => {};`;
  });
  if (!shared.length) throw new Error(`"${name}" shares nothing: wasm-split-cli writes another script than this one reads`);
  return { shared, loads };
}
