// Divides the page's module into what a first visit needs and what is fetched when somebody wants it: each function with
// `#[wasm_split(NAME)]` and all that only it uses becomes a module of its own. Trunk knows nothing of this, so here the
// page's module as the compiler left it is divided, bound to its script and optimised, in place of Trunk's.
import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";

const run = (program, ...given) => execFileSync(program, given.flat(), { stdio: ["ignore", "inherit", "inherit"] });

/** The module that every visit fetches as soon as the first figures stand. */
const SOON = "below";

/** What the others have with each other. */
const SHARED = "shared";

/** What the compiler makes use of; of the modules only the first says so itself. */
const features = ["bulk-memory", "multivalue", "mutable-globals", "nontrapping-float-to-int", "reference-types", "sign-ext"];

/**
 * What each module takes from the first. Modules that are joined would each bring a memory along; so they take it from this one,
 * which has it from the first by another name.
 */
const stub = (memory, table) => `(module
  (import "first" "memory" (memory ${memory}))
  (import "first" "__indirect_function_table" (table ${table} funcref))
  (import "first" "__wasm_split_shared0" (global (mut i32)))
  (export "memory" (memory 0))
  (export "__indirect_function_table" (table 0))
  (export "__wasm_split_shared0" (global 0)))`;

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
  const { shares, loads } = joined(readFileSync(join(work, "__wasm_split.js"), "utf8"));
  const said = features.map((feature) => `--enable-${feature}`);
  // What modules share would be a file for each set of them that shares something: more than a hundred. What the one that is
  // always fetched has with others goes into it, and what the others have with each other is one file.
  // They say how large the first's memory and table are at least.
  const any = execFileSync("wasm-dis", [join(work, shares.soon[0])], { encoding: "utf8", maxBuffer: 1 << 28 });
  const [, memory] = /\(import "__wasm_split" "memory" \(memory \S+ (\d+)/.exec(any);
  const [, table] = /\(import "__wasm_split" "__indirect_function_table" \(table \S+ (\d+)/.exec(any);
  writeFileSync(join(work, "stub.wat"), stub(memory, table));
  run("wasm-as", join(work, "stub.wat"), "-o", join(work, "stub.wasm"));
  const merge = (files, to) => {
    const parts = files.flatMap((file, i) => [join(work, file), `part${i}`]);
    run("wasm-merge", said, [join(work, "stub.wasm"), "__wasm_split"], parts, "-o", join(work, to));
  };
  merge([`split_${SOON}.wasm`, ...shares.soon], `joined_${SOON}.wasm`);
  merge(shares.others, `joined_${SHARED}.wasm`);
  const later = readdirSync(work).filter((file) => /^split_.*\.wasm$/.test(file) && file !== `split_${SOON}.wasm`);
  const modules = [
    [join(bound, "app_bg.wasm"), "app_bg.wasm"],
    [join(work, `joined_${SOON}.wasm`), `split_${SOON}.wasm`],
    [join(work, `joined_${SHARED}.wasm`), `split_${SHARED}.wasm`],
    ...later.map((file) => [join(work, file), file]),
  ];
  for (const [file, name] of modules) {
    run("wasm-opt", small ? "-Oz" : "-O0", said, "--strip-debug", "--strip-producers", file, "-o", join(assets, name));
  }
  writeFileSync(join(bound, "__wasm_split.js"), loads);
  return bound;
}

/**
 * The files of what modules share, and the script that loads the modules with each of them joined to one of two.
 * @param {string} script as wasm-split-cli writes it: `const __chunk_N = makeLoad(fetch, [])` under the names of its users, then
 *   `export const __wasm_split_load_NAME = wrapAsyncCb(makeLoad(fetch, [__chunk_N, …]))` for each module
 * @returns {{ shares: { soon: string[], others: string[] }, loads: string }}
 */
function joined(script) {
  const shares = { soon: [], others: [] };
  const load = (name) => `makeLoad(() => {
    const src = fetch(new URL("./split_${name}.wasm", import.meta.url));
    src.catch(() => {});
    return async (imports) => WebAssembly.instantiateStreaming(src, imports);
}, [])`;
  const goesTo = new Map();
  const chunk = /^\/\* (.+) \*\/\nconst (__chunk_(\d+)) = makeLoad\([^]*?^, \[[^\]]*\]\);$/gm;
  const modules = script.replace(chunk, (_, users, its, number) => {
    const isSoon = users.split(", ").includes(SOON);
    (isSoon ? shares.soon : shares.others).push(`chunk_${number}.wasm`);
    goesTo.set(its, isSoon ? "soon" : "shared");
    return "";
  });
  const given = "        Object.assign(sharedImports.__wasm_split, { __indirect_function_table, __wasm_split_shared0, memory,  });\n";
  const ofSoon = new RegExp(`(export const __wasm_split_load_${SOON} = wrapAsyncCb)\\(makeLoad\\([^]*?^, \\[[^\\]]*\\]\\)\\);`, "m");
  if (!shares.soon.length || !shares.others.length || !ofSoon.test(modules) || !modules.includes(given)) {
    throw new Error("wasm-split-cli writes another script than this one reads");
  }
  const loads = modules
    .replace(given, `${given}        sharedImports.first = sharedImports.__wasm_split;\n`)
    .replace(ofSoon, "$1(soon);")
    .replace(/^, \[((?:__chunk_\d+(?:, )?)+)\]/gm, (_, its) => `, [${[...new Set(its.split(", ").map((one) => goesTo.get(one)))].join(", ")}]`)
    // Before all that name them.
    .replace(/^(?=export const __wasm_split_load_)/m, `const soon = ${load(SOON)};\nconst shared = ${load(SHARED)};\n`);
  if (/__chunk_/.test(loads)) throw new Error("what is left of the script names a file that is no longer there");
  return { shares, loads };
}
