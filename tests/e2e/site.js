// A built page as a host answers with it: the headers of its own `_headers` file, and compressed for who takes that.
import { statSync } from "node:fs";
import { join, normalize, sep } from "node:path";
import { pipeline } from "node:stream/promises";
import sirv from "sirv";
import { codingFor, compressed, compressibleType } from "./compress.js";
import { headersFor, readHeaders } from "./headers.js";

/** The file of an address inside a folder; undefined where there is none. */
function fileAt(folder, address) {
  let name;
  try {
    name = decodeURIComponent(address);
  } catch {
    return undefined;
  }
  const file = normalize(join(folder, name.endsWith("/") ? `${name}index.html` : name));
  if (!file.startsWith(folder + sep)) return undefined;
  return statSync(file, { throwIfNoEntry: false })?.isFile() ? file : undefined;
}

/** What is written at a time [bytes]. */
const PIECE = 16_384;

function* pieces(data) {
  for (let from = 0; from < data.length; from += PIECE) yield data.subarray(from, from + PIECE);
}

/**
 * Answers requests from a folder.
 * @param {string} folder that of the built page, absolute
 * @param {string} base the address of the page on its host, from "/" to "/"
 * @param {"quick" | "best" | "none"} effort how hard files are compressed
 */
export function site(folder, base = "/", effort = "quick") {
  // Read at every request, so that a page built anew is served without starting over.
  const files = sirv(folder, { dev: true, etag: true });

  const sendCompressed = async (request, response, file, coding) => {
    const { mtimeMs, mtime, size } = statSync(file);
    const data = await compressed(file, coding, effort);
    response.setHeader("Content-Encoding", coding);
    response.setHeader("ETag", `W/"${size}-${Math.trunc(mtimeMs)}-${coding}"`);
    if (request.headers["if-none-match"] === response.getHeader("ETag")) {
      response.removeHeader("Content-Encoding");
      response.statusCode = 304;
      return response.end();
    }
    response.setHeader("Content-Type", compressibleType(file));
    response.setHeader("Content-Length", data.length);
    response.setHeader("Last-Modified", mtime.toUTCString());
    response.statusCode = 200;
    if (request.method === "HEAD") return response.end();
    // Piece by piece: over HTTP/2 what is small then need not wait behind what is large.
    await pipeline(pieces(data), response);
  };

  return (request, response) => {
    const address = request.url.split("?")[0];
    const inPage = `/${address.slice(base.length)}`;
    for (const [name, value] of Object.entries(headersFor(readHeaders(join(folder, "_headers")), inPage))) {
      response.setHeader(name, value);
    }
    const nothingHere = () => {
      response.statusCode = 404;
      response.setHeader("Content-Type", "text/plain; charset=utf-8");
      response.setHeader("Cache-Control", "no-cache");
      response.end("There is nothing at this address.\n");
    };
    if (!address.startsWith(base) || inPage === "/_headers") return nothingHere();
    if (request.method !== "GET" && request.method !== "HEAD") {
      response.writeHead(405, { Allow: "GET, HEAD" });
      return response.end();
    }
    request.url = inPage;
    const file = effort === "none" ? undefined : fileAt(folder, inPage);
    if (!file || !compressibleType(file)) return files(request, response, nothingHere);
    response.setHeader("Vary", "Accept-Encoding");
    const coding = codingFor(request.headers["accept-encoding"]);
    // A part of a file is a part of the file as it is.
    if (!coding || request.headers.range) return files(request, response, nothingHere);
    sendCompressed(request, response, file, coding).catch((error) => {
      // Whoever asked may have gone meanwhile.
      if (response.headersSent) return response.destroy();
      response.statusCode = 500;
      response.removeHeader("Content-Encoding");
      response.end(`${error.message}\n`);
    });
  };
}
