// Starts the page where all of it is one file (single.mjs). A script gets an address of its own when it is asked for; what one
// script asks of others is given theirs. What is fetched is answered from within.
(() => {
  const files = JSON.parse(document.getElementById("kedja-files").textContent);
  const bytes = (path) => Uint8Array.from(atob(files[path][1]), (letter) => letter.charCodeAt(0));
  const blobs = new Map();
  const blobOf = (path) => {
    if (!blobs.has(path)) blobs.set(path, URL.createObjectURL(new Blob([bytes(path)], { type: files[path][0] })));
    return blobs.get(path);
  };
  const within = (path) => `data:${files[path][0]};base64,${files[path][1]}`;
  /** The path of a file that an address means; nothing for one of another kind. */
  const pathOf = (address) => {
    const text = String(address?.url ?? address);
    const at = Object.keys(files).find((path) => text === path || text.endsWith(`/${path}`));
    return at ?? Object.keys(files).find((path) => path.startsWith("assets/") && text.endsWith(path.slice("assets".length)));
  };
  const own = globalThis.fetch.bind(globalThis);
  globalThis.fetch = (address, ...rest) => {
    const path = pathOf(address);
    // Nothing lies beside this file, and it asks nobody else.
    if (!path) return /^(blob|data):/.test(String(address?.url ?? address)) ? own(address, ...rest) : Promise.reject(new TypeError("not within this file"));
    return Promise.resolve(new Response(bytes(path), { status: 200, headers: { "Content-Type": files[path][0] } }));
  };
  const script = document.createElement("script");
  script.type = "module";
  // The script knows the modules by these names, and itself by its own address.
  Object.assign(script.dataset, {
    js: blobOf(NAMES.js),
    wasm: NAMES.wasm,
    // A worker of a file may ask for no blob, but for what stands in the address itself.
    ...Object.fromEntries(["workerJs", "workerWasm", "readerJs", "readerWasm"].map((name) => [name, within(NAMES[name])])),
  });
  document.querySelector("meta[name=later-style]").setAttribute("content", blobOf(LATER));
  document.documentElement.dataset.single = "";
  script.src = blobOf(NAMES.js);
  document.head.append(script);
})();
