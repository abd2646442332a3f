// Starts a worker with the module that the page already runs. Its first message is `{ js, module }`: the address of
// the page's script and the compiled module. From then on the module itself answers messages; it says "ready" first.
addEventListener(
  "message",
  async ({ data: { js, module } }) => {
    try {
      const { default: start } = await import(js);
      await start({ module_or_path: module });
    } catch (error) {
      // Reaches the page as the worker's `error` event, which a rejected promise would not.
      reportError(error);
    }
  },
  { once: true },
);
