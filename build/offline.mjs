// Writes the service worker of a built page (service_worker.js), with every file of the page and the hash of its content: node
// offline.mjs FOLDER. It is the last thing that is done to a page.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const worker = "sw.js";
/** What no reader needs without a network: how a host serves the page, licences, what it is made of, and the worker itself. */
const isLeftOut = (file) => file === worker || file.startsWith("_") || file.startsWith(".") || file.endsWith(".txt") || file.startsWith("sbom.");

const hashOf = (bytes) => createHash("sha256").update(bytes).digest("hex").slice(0, 32);

/** @param {string} folder that of the built page */
export function offline(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1).replaceAll("\\", "/"))
    .filter((file) => !isLeftOut(file))
    .sort();
  const listed = files.map((file) => [file === "index.html" ? "./" : file, hashOf(readFileSync(join(folder, file)))]);
  const version = hashOf(JSON.stringify(listed)).slice(0, 16);
  const script = readFileSync(join(import.meta.dirname, "service_worker.js"), "utf8");
  const said = `const VERSION = ${JSON.stringify(version)};\nconst FILES = ${JSON.stringify(listed)};\n`;
  writeFileSync(join(folder, worker), said + script);
  return version;
}

if (process.argv[1] === import.meta.filename) offline(process.argv[2]);
