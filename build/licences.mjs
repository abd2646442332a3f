// What the page is made of, and whose it is: writes licences.txt, which the licences ask for, and sbom.cdx.json, a bill of
// materials in the form of CycloneDX, into a built page: node licences.mjs FOLDER. It refuses what must not be passed on, and
// what comes from anywhere but the registry of Rust.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

const top = join(import.meta.dirname, "..");

/** Licences under which a part may be passed on with the page, if its licence goes along. */
const allowed = new Set(["0BSD", "Apache-2.0", "Apache-2.0 WITH LLVM-exception", "BSD-2-Clause", "BSD-3-Clause", "BSL-1.0", "CC0-1.0", "ISC", "MIT", "MPL-2.0", "Unicode-3.0", "Unlicense", "Zlib"]);
const registry = "registry+https://github.com/rust-lang/crates.io-index";

/** Each way in which a licence may be read: `(MIT OR Apache-2.0) AND Unicode-3.0` is two. */
function ways(expression) {
  const or = (words) => words.split(/ OR |\//).map((word) => [word.trim()]);
  const parts = expression.split(" AND ").map((part) => or(part.replace(/[()]/g, "")));
  return parts.reduce((all, part) => all.flatMap((one) => part.map((other) => [...one, ...other])), [[]]);
}

/** The packages that the page and its workers are made of: no tools, and nothing that only tests need. */
function shipped() {
  const asked = ["metadata", "--format-version", "1", "--locked", "--filter-platform", "wasm32-unknown-unknown"];
  const told = JSON.parse(execFileSync("cargo", asked, { cwd: top, maxBuffer: 1 << 28 }));
  const packages = new Map(told.packages.map((one) => [one.id, one]));
  const needs = new Map(told.resolve.nodes.map((node) => [node.id, node.deps]));
  const isTool = (one) => one.targets.some(({ kind }) => kind.includes("proc-macro"));
  const found = new Map();
  const wanted = [told.resolve.root];
  while (wanted.length > 0) {
    const id = wanted.pop();
    for (const { pkg, dep_kinds: kinds } of needs.get(id)) {
      const one = packages.get(pkg);
      if (found.has(pkg) || isTool(one) || !kinds.some(({ kind }) => kind === null)) continue;
      found.set(pkg, one);
      wanted.push(pkg);
    }
  }
  return [...found.values()].sort((one, other) => (one.name + one.version < other.name + other.version ? -1 : 1));
}

const own = (name) => readFileSync(join(top, name), "utf8").trim();

/** The text of a licence for a package that brings none along, with those whose it is. */
function text({ name, license, authors }) {
  const whose = `Copyright (c) ${authors.join(", ") || `the authors of ${name}`}`;
  // Kedja's own, without its own name.
  if (ways(license).some((way) => way.join() === "MIT")) return `${whose}\n\n${own("LICENSE-MIT").replace(/^[^]*?(?=Permission is hereby granted)/, "")}`;
  if (ways(license).some((way) => way.join() === "Apache-2.0")) return `${whose}\n\n${own("LICENSE-APACHE")}`;
  throw new Error(`${name} brings no text of its licence, ${license}`);
}

/** The texts of a package's licence: of several that may be chosen, the shortest that is there. */
function texts(one) {
  const { manifest_path: manifest, license } = one;
  const folder = dirname(manifest);
  const names = readdirSync(folder).filter((name) => /^(licen[cs]e|copying|notice|unlicense)/i.test(name));
  const read = (name) => {
    try {
      return readFileSync(join(folder, name), "utf8").replaceAll("\r", "").trim();
    } catch {
      return "";
    }
  };
  const all = names.map(read).filter((text) => text.length > 0);
  const short = license.includes(" AND ") ? [] : all.filter((text) => text.includes("Permission is hereby granted"));
  if (short.length > 0) return [short.reduce((one, other) => (other.length < one.length ? other : one))];
  return all.length > 0 ? all : [text(one)];
}

/** @param {string} folder that of the built page */
export function licences(folder) {
  const all = shipped();
  const may = ({ license }) => license && ways(license).some((way) => way.every((one) => allowed.has(one)));
  const refused = all.filter((one) => !may(one) || one.source !== registry);
  if (refused.length > 0) throw new Error(`may not be passed on: ${refused.map(({ name, license, source }) => `${name} (${license}, ${source})`).join("; ")}`);

  const groups = new Map();
  for (const one of all) {
    for (const text of texts(one)) {
      const key = text.replace(/\s+/g, " ");
      const group = groups.get(key) ?? { text, of: [] };
      group.of.push(`${one.name} ${one.version}`);
      groups.set(key, group);
    }
  }
  const list = all.map(({ name, version, license, repository }) => `${name} ${version}  ${license}  ${repository ?? ""}`.trimEnd());
  const bodies = [...groups.values()].map(({ text, of }) => `${"=".repeat(80)}\n${of.join(", ")}\n\n${text}\n`);
  const lead = [
    "Kedja is made with these, and passes them on under their licences. The typefaces are under the licences in fonts/.",
    "The standard library of Rust, MIT or Apache-2.0, is in it too: https://github.com/rust-lang/rust",
  ];
  writeFileSync(join(folder, "licences.txt"), `${lead.join("\n")}\n\n${list.join("\n")}\n\n${bodies.join("\n")}`);

  const lock = readFileSync(join(top, "Cargo.lock"), "utf8");
  const sums = new Map([...lock.matchAll(/name = "([^"]+)"\nversion = "([^"]+)"\nsource = "[^"]+"\nchecksum = "([^"]+)"/g)].map(([, name, version, sum]) => [`${name} ${version}`, sum]));
  const part = ({ name, version, license }) => ({
    type: "library",
    name,
    version,
    purl: `pkg:cargo/${name}@${version}`,
    licenses: [{ expression: license.replaceAll("/", " OR ") }],
    hashes: [{ alg: "SHA-256", content: sums.get(`${name} ${version}`) }],
  });
  const fonts = readdirSync(join(folder, "fonts")).filter((name) => name.endsWith(".woff2")).map((name) => ({
    type: "file",
    name: `fonts/${name}`,
    licenses: [{ license: { id: "OFL-1.1" } }],
    hashes: [{ alg: "SHA-256", content: createHash("sha256").update(readFileSync(join(folder, "fonts", name))).digest("hex") }],
  }));
  const bill = { bomFormat: "CycloneDX", specVersion: "1.5", version: 1, components: [...all.map(part), ...fonts] };
  writeFileSync(join(folder, "sbom.cdx.json"), `${JSON.stringify(bill)}\n`);
  return all;
}

if (process.argv[1] === import.meta.filename) {
  const all = licences(process.argv[2]);
  const twice = all.filter(({ name }, at) => at > 0 && all[at - 1].name === name).map(({ name }) => name);
  console.log(`${all.length} parts; in two versions: ${twice.join(", ") || "none"}`);
}
