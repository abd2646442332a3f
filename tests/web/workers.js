// Keeps hold of the workers that the page starts, so that a test can do to them what a browser may do.
const kept = [];

const Original = globalThis.Worker;
globalThis.Worker = function (...parameters) {
  const worker = new Original(...parameters);
  kept.push(worker);
  return worker;
};

// Forgets the workers of the tests before.
export function forgetWorkers() {
  kept.length = 0;
}

// How many have been started since.
export function workersStarted() {
  return kept.length;
}

// Bytes that are no message make a worker panic.
export function makePanic(number) {
  kept[number].postMessage(new Uint8Array([255, 255, 255]).buffer);
}

// As when a browser ends a worker: nobody is told.
export function terminate(number) {
  kept[number].terminate();
}
