// Serves a built page with the headers of its own `_headers` file: `node serve.js [FOLDER]`.
// PORT (8080) and HOST (127.0.0.1) say where; BASE (/) puts the page in a folder, as some hosts do.
import { createServer } from "node:http";
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import sirv from "sirv";
import { headersFor, readHeaders } from "./headers.js";

const folder = resolve(process.argv[2] ?? join(import.meta.dirname, "../../dist"));
const host = process.env.HOST || "127.0.0.1";
const port = Number(process.env.PORT || 8080);
const base = process.env.BASE || "/";

function stop(message) {
  console.error(message);
  process.exit(1);
}

if (!Number.isInteger(port) || port < 1 || port > 65535) stop(`PORT is ${process.env.PORT}, but a port is a number from 1 to 65535.`);
if (!base.startsWith("/") || !base.endsWith("/")) stop(`BASE is ${base}, but it has to begin and end with "/".`);
if (!existsSync(join(folder, "_headers"))) stop(`There is no built page in ${folder}. "make serve" builds it.`);

// Read at every request, so that a page built anew is served without starting over.
const files = sirv(folder, { dev: true, etag: true });

const server = createServer((request, response) => {
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
  files(request, response, nothingHere);
});

server.on("error", (error) => {
  if (error.code === "EADDRINUSE") stop(`Port ${port} is taken by another program. Choose another: make serve PORT=${port + 1}`);
  if (error.code === "EACCES") stop(`Port ${port} is reserved on this machine. Choose one above 1024: make serve PORT=8080`);
  stop(`The page can't be served: ${error.message}`);
});
server.listen(port, host, () => {
  console.log(`Kedja is at http://${host === "127.0.0.1" ? "localhost" : host}:${port}${base} (stop with Ctrl+C)`);
});
