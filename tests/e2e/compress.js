// What a host sends compressed, and how: each file once for each coding, kept in memory.
import { createHash } from "node:crypto";
import { mkdirSync } from "node:fs";
import { readFile, rename, stat, writeFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

/** How hard to press: quick enough to wait for, or as a host does that presses once for all who come. */
const efforts = { quick: { br: 5, gzip: 6 }, best: { br: 11, gzip: 9 } };

/** Best takes seconds for a module, so what it gave is kept between runs. */
const kept = join(import.meta.dirname, "../../target/compressed");

const pressed = new Map();

/** What gets smaller, with the types that these files are sent as; pictures and fonts are small already. */
const types = {
  ".css": "text/css",
  ".html": "text/html;charset=utf-8",
  ".js": "text/javascript",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".txt": "text/plain",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
};

/** @returns {string | undefined} the type of a file that is worth compressing */
export const compressibleType = (file) => types[extname(file)];

/** @returns {"br" | "gzip" | undefined} the coding to answer an `Accept-Encoding` with */
export function codingFor(header = "") {
  const accepted = header.split(",").map((entry) => entry.split(";").map((part) => part.trim().toLowerCase()));
  const takes = (coding) => accepted.some(([name, weight]) => name === coding && !/^q=0(\.0*)?$/.test(weight ?? ""));
  return ["br", "gzip"].find(takes);
}

async function press(data, coding, level) {
  if (coding === "gzip") return promisify(gzip)(data, { level });
  const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT } = constants;
  return promisify(brotliCompress)(data, { params: { [BROTLI_PARAM_QUALITY]: level, [BROTLI_PARAM_SIZE_HINT]: data.length } });
}

async function pressOrFind(data, coding, level) {
  const hash = createHash("sha256").update(data).digest("hex");
  const place = join(kept, `${hash}-${level}.${coding}`);
  try {
    return await readFile(place);
  } catch {
    const small = await press(data, coding, level);
    mkdirSync(kept, { recursive: true });
    // Whole or not at all, also when two do it at once.
    await writeFile(`${place}.${process.pid}`, small);
    await rename(`${place}.${process.pid}`, place);
    return small;
  }
}

/**
 * A file as it goes over the network; pressed anew when it has changed.
 * @param {"br" | "gzip"} coding
 * @param {"quick" | "best"} effort
 * @returns {Promise<Buffer>}
 */
export async function compressed(file, coding, effort) {
  const { mtimeMs, size } = await stat(file);
  const key = `${file} ${mtimeMs} ${size} ${coding} ${effort}`;
  if (!pressed.has(key)) {
    const level = efforts[effort][coding];
    const small = readFile(file).then((data) => (effort === "best" ? pressOrFind : press)(data, coding, level));
    small.catch(() => pressed.delete(key));
    pressed.set(key, small);
  }
  return pressed.get(key);
}
