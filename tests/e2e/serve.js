// Serves a built page with the headers of its own `_headers` file, compressed: `node serve.js [FOLDER]`.
// PORT (8080) and HOST (127.0.0.1) say where; BASE (/) puts the page in a folder, as some hosts do. COMPRESSION is
// `quick`, `best` (smallest, as a good host sends it; the first request for a module then takes seconds) or `none`.
import { createServer } from "node:http";
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { site } from "./site.js";

const folder = resolve(process.argv[2] ?? join(import.meta.dirname, "../../dist"));
const host = process.env.HOST || "127.0.0.1";
const port = Number(process.env.PORT || 8080);
const base = process.env.BASE || "/";
const effort = process.env.COMPRESSION || "quick";

function stop(message) {
  console.error(message);
  process.exit(1);
}

if (!Number.isInteger(port) || port < 1 || port > 65535) stop(`PORT is ${process.env.PORT}, but a port is a number from 1 to 65535.`);
if (!base.startsWith("/") || !base.endsWith("/")) stop(`BASE is ${base}, but it has to begin and end with "/".`);
if (!["quick", "best", "none"].includes(effort)) stop(`COMPRESSION is ${effort}, but it has to be quick, best or none.`);
if (!existsSync(join(folder, "_headers"))) stop(`There is no built page in ${folder}. "make serve" builds it.`);

const server = createServer(site(folder, base, effort));

server.on("error", (error) => {
  if (error.code === "EADDRINUSE") stop(`Port ${port} is taken by another program. Choose another: make serve PORT=${port + 1}`);
  if (error.code === "EACCES") stop(`Port ${port} is reserved on this machine. Choose one above 1024: make serve PORT=8080`);
  stop(`The page can't be served: ${error.message}`);
});
server.listen(port, host, () => {
  console.log(`Kedja is at http://${host === "127.0.0.1" ? "localhost" : host}:${port}${base} (stop with Ctrl+C)`);
});
