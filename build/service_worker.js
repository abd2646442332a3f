// Keeps one whole version of the page on the device, so that it opens with no network, and never mixes two. It becomes sw.js,
// with what this version consists of in front (offline.mjs): VERSION, and FILES, each file's path with the hash of its
// content. A version is taken in only once every file of it has come with the right hash; the page that is open stays on its
// own until its reader says so, or until all of them are closed.
const PREFIX = "kedja ";
const OWN = PREFIX + VERSION;
/** Which version each open page is of: kept in a cache too, as a worker forgets. Each page has an entry of its own there, since two
 *  versions may be at work at once. */
const MEMORY = "kedja-memory";
/** How long a page may be on its way before it counts as closed [ms]. */
const ON_ITS_WAY = 5_000;
const scope = new URL("./", self.location).href;
const at = (path) => new URL(path, scope).href;
const hashes = new Map(FILES.map(([path, hash]) => [at(path), hash]));

const hashOf = async (bytes) => {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest.subarray(0, 16), (byte) => byte.toString(16).padStart(2, "0")).join("");
};

/** A file of this version, of a version that is here already or from the host, with the hash that it has to have. */
async function fetched(address, hash) {
  for (const name of await caches.keys()) {
    const kept = name.startsWith(PREFIX) && (await (await caches.open(name)).match(address));
    if (kept && (await hashOf(await kept.clone().arrayBuffer())) === hash) return kept;
  }
  // What is named by its content may come from the browser's own store; all else is asked for.
  const inAssets = address.startsWith(at("assets/"));
  const response = await fetch(address, { cache: inAssets ? "default" : "no-cache", credentials: "same-origin" });
  if (!response.ok || (await hashOf(await response.clone().arrayBuffer())) !== hash) {
    throw new Error(`${address} is not of this version`);
  }
  return response;
}

async function install() {
  const own = await caches.open(OWN);
  const missing = [];
  for (const [address, hash] of hashes) if (!(await own.match(address))) missing.push([address, hash]);
  try {
    // A few at a time: the page that is open comes first.
    const next = async () => {
      for (let file = missing.shift(); file; file = missing.shift()) await own.put(file[0], await fetched(...file));
    };
    await Promise.all([next(), next(), next()]);
  } catch (error) {
    // Half a version is none.
    await caches.delete(OWN);
    throw error;
  }
}

const memory = () => caches.open(MEMORY);
const PAGES = at("open/");

/** Notes that a page is of this version, before it gets its first byte. */
const remember = async (id) =>
  (await memory()).put(PAGES + id, new Response(JSON.stringify({ version: OWN, since: Date.now() })));

/** The version that a page is of; nothing where no version has answered for it. */
async function versionOf(id) {
  const kept = id && (await (await memory()).match(PAGES + id));
  return kept ? (await kept.json()).version : undefined;
}

/** Throws away the versions that nobody has open any more. */
async function tidy() {
  const there = new Set((await self.clients.matchAll({ type: "all", includeUncontrolled: true })).map(({ id }) => id));
  const kept = await memory();
  const needed = new Set([OWN]);
  for (const request of await kept.keys()) {
    const { version, since } = await (await kept.match(request)).json();
    if (there.has(request.url.slice(PAGES.length)) || Date.now() - since < ON_ITS_WAY) needed.add(version);
    else await kept.delete(request);
  }
  // One that is coming in, or waits, is needed too; it is not known which that is.
  const { installing, waiting } = self.registration;
  if (installing || waiting) return;
  for (const name of await caches.keys()) {
    if (name.startsWith(PREFIX) && !needed.has(name)) await caches.delete(name);
  }
}

/** The same, once the pages that are on their way are there. */
const tidyLater = async () => {
  await new Promise((done) => setTimeout(done, ON_ITS_WAY + 1_000));
  await tidy();
};

/** The answer for a page, a script, a file: of the version that asks for it. */
async function answer(event) {
  const { request } = event;
  const isPage = request.mode === "navigate";
  const address = isPage ? at("./") : request.url.split(/[?#]/)[0];
  // A page that is loaded anew is of this version, whatever it was before, and stays of it whoever takes over meanwhile.
  if (isPage && event.resultingClientId) await remember(event.resultingClientId);
  const version = (isPage ? undefined : await versionOf(event.clientId)) ?? OWN;
  const kept = await caches.match(address, { cacheName: version });
  if (kept) return kept;
  if (address.startsWith(at("assets/"))) {
    // Named by what it holds: it is the right one wherever it lies. A worker that an older page starts asks for its own.
    for (const name of await caches.keys()) {
      const other = name.startsWith(PREFIX) && (await (await caches.open(name)).match(address));
      if (other) return other;
    }
    const response = await fetch(request);
    // A host that answers everything with its start page would have it run as a script.
    const isStartPage = (response.headers.get("content-type") ?? "").startsWith("text/html");
    return isStartPage ? Response.error() : response;
  }
  // Better nothing than what is of another version.
  return version !== OWN && hashes.has(address) ? Response.error() : fetch(request);
}

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(tidy()));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(scope) || request.url === self.location.href) return;
  // Only the page itself is answered for: what else lies in its folder opens as it is.
  const path = request.url.split(/[?#]/)[0];
  if (request.mode === "navigate" && path !== scope && path !== at("index.html")) return;
  event.respondWith(answer(event));
  if (request.mode === "navigate") event.waitUntil(tidyLater());
});
// The reader has said that they want this version now.
self.addEventListener("message", (event) => {
  if (event.data === "take over") self.skipWaiting();
});
