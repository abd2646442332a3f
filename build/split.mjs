// Divides the page's module into what a first visit needs and what is fetched when somebody wants it: each function with
// `#[wasm_split(NAME)]` and all that only it uses becomes a module of its own. Trunk knows nothing of this, so here the
// page's module as the compiler left it is divided, bound to its script and optimised, in place of Trunk's.
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { basename, join } from "node:path";

const run = (program, ...given) => execFileSync(program, given.flat(), { stdio: ["ignore", "inherit", "inherit"] });

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
  const later = readdirSync(work).filter((file) => /^(split|chunk)_.*\.wasm$/.test(file));
  for (const file of [join(bound, "app_bg.wasm"), ...later.map((file) => join(work, file))]) {
    const said = [...features.map((feature) => `--enable-${feature}`), "--strip-debug", "--strip-producers"];
    run("wasm-opt", small ? "-Oz" : "-O0", said, file, "-o", join(assets, basename(file)));
  }
  copyFileSync(join(work, "__wasm_split.js"), join(bound, "__wasm_split.js"));
  return bound;
}
