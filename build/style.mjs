// Makes one style sheet of those that style/page.css names, before Trunk builds the page (Trunk.toml): a browser asks for
// one file instead of thirty. The style guide's own rules are added for drafts only. What nobody sees at first is a file of its
// own, which finish.mjs puts beside it.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const style = join(import.meta.dirname, "../style");
const bundle = join(import.meta.dirname, "../target/style");

const sheet = (name) => readFileSync(join(style, name), "utf8");
const named = (list) => [...sheet(list).matchAll(/^@import "([^"]+)";$/gm)].map(([, name]) => name);
const bundled = (names) => names.map((name) => `/* ${name} */\n${sheet(name)}`).join("\n");
const names = named("page.css");
if (process.env.TRUNK_PROFILE === "debug") names.push("styleguide.css");

mkdirSync(bundle, { recursive: true });
writeFileSync(join(bundle, "page.css"), bundled(names));
writeFileSync(join(bundle, "later.css"), bundled(named("later.css")));
