// Starts a worker. It becomes one file with the script of the worker's module (finish.mjs). Its first message is `{ script, wasm }`: the address of the script of the worker's module, and the
// module itself, compiled, or its address. From then on the module answers messages; it says first that it is ready.
addEventListener(
  "message",
  async ({ data: { script, wasm } }) => {
    try {
      const { default: start } = await import(script);
      await start({ module_or_path: wasm });
    } catch (error) {
      // Reaches the page as the worker's `error` event, which a rejected promise would not.
      reportError(error);
    }
  },
  { once: true },
);
