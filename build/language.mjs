// Begins a language: node language.mjs CODE. Its file has every text of locales/en.json, still in English and marked with
// "TODO " in front, so that a test can say what is left (tests/integration/tidy/languages.rs); where it is begun already,
// what is new since is added. docs/architecture.md ("To add") says what else a language needs.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const code = process.argv[2];
if (!/^[a-z]{2,3}$/.test(code ?? "")) {
  console.error('Say which language by its code, such as "make language CODE=da".');
  process.exit(1);
}
const locales = join(import.meta.dirname, "../locales");
const to = join(locales, `${code}.json`);
const english = JSON.parse(readFileSync(join(locales, "en.json"), "utf8"));
const begun = existsSync(to) ? JSON.parse(readFileSync(to, "utf8")) : {};
let left = 0;
const marked = (text, its) => {
  if (typeof text === "object") return Object.fromEntries(Object.entries(text).map(([key, part]) => [key, marked(part, its?.[key])]));
  const said = typeof its === "string" ? its : `TODO ${text}`;
  left += said.startsWith("TODO ");
  return said;
};
writeFileSync(to, `${JSON.stringify(marked(english, begun), null, 2)}\n`);
console.log(`${to}: ${left} texts are left to translate`);
