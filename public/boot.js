// Starts the page. Trunk writes the hashed names of the module into this script's element; the splash goes when the
// page stands, and where it cannot start the reader is told so.
const names = document.querySelector("script[data-wasm]").dataset;
const here = (path) => new URL(path, document.baseURI).href;

try {
  const { default: start } = await import(here(names.js));
  await start({ module_or_path: here(names.wasm) });
  document.getElementById("splash").remove();
} catch (error) {
  document.getElementById("splash").classList.add("stopped");
  throw error;
}
