// Keeps hold of the workers that the page starts, so that a test can do to them what a browser may do.
const kept = [];
// What befalls the worker that is given a job, by the job's number: 0 for the first.
const fates = new Map();
let jobs = 0;

const Original = globalThis.Worker;
globalThis.Worker = function (...parameters) {
  const worker = new Original(...parameters);
  const post = worker.postMessage.bind(worker);
  // Jobs are bytes; the only other message tells a worker what to run.
  worker.postMessage = (message, ...more) => {
    const fate = message instanceof ArrayBuffer ? fates.get(jobs++) : undefined;
    if (fate === 'panic') {
      post(new Uint8Array([255, 255, 255]).buffer); // bytes that are no message
    } else if (fate === 'vanish') {
      worker.terminate(); // as when a browser ends a worker: nobody is told
    } else {
      post(message, ...more);
    }
  };
  kept.push(worker);
  return worker;
};
// What it makes is known as a worker still.
globalThis.Worker.prototype = Original.prototype;

// Forgets the workers of the tests before.
export function forgetWorkers() {
  kept.length = 0;
  fates.clear();
  jobs = 0;
}

// How many have been started since.
export function workersStarted() {
  return kept.length;
}

// The worker that gets this job panics over it, before it answers.
export function panicOver(job) {
  fates.set(job, 'panic');
}

// The worker that gets this job is gone, before it answers.
export function vanishOver(job) {
  fates.set(job, 'vanish');
}
