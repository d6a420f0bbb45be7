// Starts the worker's WebAssembly. Messages that arrive before it listens are kept and handed to it then.
const early = [];
const keep = (event) => {
  event.stopImmediatePropagation();
  early.push(event);
};
self.addEventListener("message", keep);
wasm_bindgen({ module_or_path: new URL("WORKER_WASM", self.location.href) }).then(
  () => {
    self.removeEventListener("message", keep);
    for (const { data, ports } of early) self.dispatchEvent(new MessageEvent("message", { data, ports: [...ports] }));
  },
  (error) => {
    // The page is told of errors, but not of promises that fail.
    reportError(error);
  },
);
