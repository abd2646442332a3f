// Reads a `_headers` file (the format of Netlify and Cloudflare Pages): an address, and below it, indented, its
// headers. An address may end in `*`. All rules that match apply.
import { readFileSync } from "node:fs";

/** @returns {{ address: string, headers: [name: string, value: string][] }[]} the rules in their order */
export function readHeaders(file) {
  const rules = [];
  readFileSync(file, "utf8")
    .split("\n")
    .forEach((line, index) => {
      if (line.trim() === "" || line.trimStart().startsWith("#")) return;
      if (!/^\s/.test(line)) {
        rules.push({ address: line.trim(), headers: [] });
        return;
      }
      const [, name, value] = /^\s+([\w-]+):\s*(.+?)\s*$/.exec(line) ?? [];
      if (!name || rules.length === 0) throw new Error(`${file}:${index + 1}: expected "  Name: value" below an address`);
      rules.at(-1).headers.push([name, value]);
    });
  return rules;
}

/** @returns {Record<string, string>} what is sent with an address; values of the same header are joined, as hosts do */
export function headersFor(rules, address) {
  const found = {};
  for (const rule of rules) {
    const matches = rule.address.endsWith("*")
      ? address.startsWith(rule.address.slice(0, -1))
      : address === rule.address;
    if (!matches) continue;
    for (const [name, value] of rule.headers) found[name] = name in found ? `${found[name]}, ${value}` : value;
  }
  return found;
}
