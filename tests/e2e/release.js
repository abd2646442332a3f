// Another release of a built page: the same, with a difference in each kind of file that can be told from outside.
import { createHash } from "node:crypto";
import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { offline } from "../../build/offline.mjs";
import { site } from "./site.js";

const edit = (file, how) => writeFileSync(file, how(readFileSync(file, "utf8")));

/** A copy of a built page that calls itself something else; its scripts have other content, and so other names. */
export function release(folder, name) {
  const to = mkdtempSync(join(tmpdir(), "kedja-release-"));
  cpSync(folder, to, { recursive: true });
  edit(join(to, "index.html"), (html) => html.replace("<title>", `<title>${name} `).replace("<html ", `<html data-release="${name}" `));
  edit(join(to, "lessons/lessons.json"), (json) => json.replaceAll('"en":"', `"en":"${name} `).replaceAll('"en": "', `"en": "${name} `));
  for (const old of readdirSync(join(to, "assets")).filter((file) => file.endsWith(".js"))) {
    edit(join(to, "assets", old), (script) => `${script}\n// ${name}\n`);
    const hash = createHash("sha256").update(readFileSync(join(to, "assets", old))).digest("hex").slice(0, 16);
    const fresh = old.replace(/-[0-9a-f]{16}\.js$/, `-${hash}.js`);
    renameSync(join(to, "assets", old), join(to, "assets", fresh));
    edit(join(to, "index.html"), (html) => html.replaceAll(old, fresh));
  }
  offline(to);
  return to;
}

/** A host whose folder can be changed while it serves; `strays` answers what is not there with the start page. */
export async function host(folder) {
  const state = { folder, strays: false, requests: 0 };
  const server = createServer((request, response) => {
    state.requests += 1;
    const serve = site(state.folder, "/", "none");
    if (!state.strays) return serve(request, response);
    const end = response.end.bind(response);
    response.end = (...given) => {
      if (response.statusCode !== 404) return end(...given);
      const html = readFileSync(join(state.folder, "index.html"));
      response.writeHead?.(200, { "Content-Type": "text/html; charset=utf-8" });
      return end(html);
    };
    const writeHead = response.writeHead.bind(response);
    response.writeHead = (status, headers) => (status === 404 ? writeHead(200, { "Content-Type": "text/html; charset=utf-8" }) : writeHead(status, headers));
    return serve(request, response);
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  return { state, address: `http://localhost:${server.address().port}/`, close: () => server.close() };
}
