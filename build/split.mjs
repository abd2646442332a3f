// Divides the page's module into what a first visit needs and what is fetched when somebody wants it: each function with
// `#[wasm_split(NAME)]` and all that only it uses becomes a module of its own. Trunk knows nothing of this, so here the
// page's module as the compiler left it is divided, bound to its script and optimised, in place of Trunk's.
import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
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
  const made = (kind) => readdirSync(work).filter((file) => file.startsWith(kind) && file.endsWith(".wasm"));
  const [later, shared] = [made("split_"), made("chunk_")];
  // What several of the others share would be files of their own, each one more to wait for: it goes with the first.
  const first = join(work, "app_bg.wasm");
  const parts = shared.flatMap((file) => [join(work, file), file]);
  const said = features.map((feature) => `--enable-${feature}`);
  run("wasm-merge", said, join(bound, "app_bg.wasm"), "__wasm_split", parts, "-o", first);
  for (const file of [first, ...later.map((file) => join(work, file))]) {
    run("wasm-opt", small ? "-Oz" : "-O0", said, "--strip-debug", "--strip-producers", file, "-o", join(assets, basename(file)));
  }
  writeFileSync(join(bound, "__wasm_split.js"), withoutLoading(readFileSync(join(work, "__wasm_split.js"), "utf8"), shared));
  return bound;
}

/** The script that loads the modules, where some need not be loaded any more. */
function withoutLoading(script, files) {
  let found = 0;
  const without = script.replace(/^const (__chunk_\d+) = makeLoad\([^]*?^, \[[^\]]*\]\);$/gm, (_, name) => {
    found += 1;
    return `const ${name} = async () => {};`;
  });
  if (found !== files.length) throw new Error(`wasm-split-cli writes another script: ${found} of ${files.length} found`);
  return without;
}
