// Starts the page. It becomes one file with the script of the page's module (finish.mjs), which it asks for by that file's
// own name. Its element's dataset holds the names of the modules and their scripts (Trunk.toml): data-js and data-wasm of
// the page, data-worker-js and data-worker-wasm of the workers, and the same of what reads files. The page itself takes the splash away; where it cannot
// start, the reader is told so there.
const names = document.querySelector("script[data-wasm]").dataset;
const here = (path) => new URL(path, document.baseURI).href;

// Starts a worker, and keeps all that it says until the page listens. Where none can be started, the page says so.
const begin = (boot, first) => {
  try {
    const worker = new Worker(boot, { type: boot.startsWith("blob:null") ? "classic" : "module" });
    const said = [];
    const keep = (event) => said.push(event);
    const kinds = ["message", "error", "messageerror"];
    kinds.forEach((kind) => worker.addEventListener(kind, keep));
    first.then((message) => worker.postMessage(message));
    const listen = () => {
      kinds.forEach((kind) => worker.removeEventListener(kind, keep));
      said.forEach((event) => worker.dispatchEvent(event));
    };
    return { worker, listen };
  } catch {
    return {};
  }
};

// The workers start while the page's module is still on its way: as many as the device has cores, at most 8. Their
// module is compiled once for all of them; where that fails, each tries its address, and says what is wrong. The page
// takes them over from `kedjaWorkers` (src/runner/browser/pool.rs).
const startWorkers = (boot, script, wasm) => {
  const compiled = WebAssembly.compileStreaming(fetch(wasm)).catch(() => wasm);
  const first = compiled.then((wasm) => ({ script, wasm }));
  const count = Math.min(Math.max(navigator.hardwareConcurrency || 1, 1), 8);
  const started = Array.from({ length: count }, () => begin(boot, first));
  globalThis.kedjaWorkers = { boot, script, wasm, started };
};

const stop = (error) => {
  document.getElementById("splash").classList.add("stopped");
  throw error;
};

// Inside a frame that may only run scripts, and as a file, this page has no origin that a worker could share with it; one that is
// written here and asks for the script has. It can't be a module there. It asks for the script when it is spoken to, and
// then says the same to it.
const workerBoot = (script) => {
  if (self.origin !== "null") return script;
  const again = "() => dispatchEvent(new MessageEvent('message', { data: first.data }))";
  const text = `addEventListener("message", (first) => import(${JSON.stringify(script)}).then(${again}).catch(reportError), { once: true });`;
  return URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
};

// No text becomes a script, and the only scripts that are named are those of the page's own host (its policy asks for this, where
// a browser knows of it). What is written as markup are the fixed parts of the page's own views, which do nothing.
const guard = () =>
  globalThis.trustedTypes?.createPolicy("default", {
    createHTML: (markup) => {
      if (/<\s*(?:script|iframe|object|embed|base|meta|link|form|style)\b|[\s/"']on\w+\s*=|javascript:/i.test(markup)) throw new TypeError("markup that does something");
      return markup;
    },
    createScriptURL: (address) => {
      if (new URL(address, document.baseURI).origin !== self.origin) throw new TypeError(`${address} is of another host`);
      return address;
    },
  });

try {
  guard();
  const workerJs = here(names.workerJs);
  startWorkers(workerBoot(workerJs), workerJs, here(names.workerWasm));
  // What reads files is started by whoever wants one read (src/runner/browser/reading.rs).
  const script = here(names.readerJs);
  globalThis.kedjaReader = { boot: workerBoot(script), script, wasm: here(names.readerWasm) };
  // Not awaited: this file imports itself, and can't before it has been run.
  import(here(names.js)).then(({ default: start }) => start({ module_or_path: here(names.wasm) })).catch(stop);
} catch (error) {
  stop(error);
}
