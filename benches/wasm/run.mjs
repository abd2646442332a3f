// How many times slower the engine in WebAssembly is than the plain native loop: the module's file, then the native
// bench's. Each run in WebAssembly stands between two of the native loop; only the ratios mean something.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const [module, native] = process.argv.slice(2);
const ROUNDS = 51;
const CUSTOMERS = 40_960;
// As the page's workers call it: a call that already runs isn't moved to optimised code.
const CHUNK = 4_096;

const { live_chunk, plain_chunk } = (await WebAssembly.instantiate(readFileSync(module), {})).instance.exports;

/** Seconds of the plain native loop. */
const native_loop = () => Number(execFileSync(native, ['plain', String(CUSTOMERS)], { encoding: 'utf8' }));

/** Seconds that all customers take, chunk by chunk; `live` says how many from the first to the last bought. */
function seconds_of(live) {
  const start = performance.now();
  let bought = 0;
  for (let first = 0; first < CUSTOMERS; first += CHUNK) bought += live(first, first + CHUNK);
  const seconds = (performance.now() - start) / 1000;
  const conversion = bought / CUSTOMERS;
  if (Math.abs(conversion - 0.31317) > 0.012) throw new Error(`conversion is ${conversion}, not 0.313`);
  return seconds;
}

function report(what, live) {
  for (let i = 0; i < 10; i++) seconds_of(live); // Until the code is optimised.
  const times = Array.from({ length: ROUNDS }, () => {
    const before = native_loop();
    const seconds = seconds_of(live);
    return { ratio: (2 * seconds) / (before + native_loop()), seconds };
  });
  times.sort((a, b) => a.ratio - b.ratio);
  const [low, median, high] = [1, 2, 3].map((quarter) => times[(quarter * ROUNDS) >> 2]);
  const cell = (ratio) => ratio.toFixed(2).padStart(5);
  const rate = String(Math.round(CUSTOMERS / median.seconds)).padStart(11);
  console.log(`${what.padEnd(26)}  ${cell(median.ratio)}  ${cell(low.ratio)}-${cell(high.ratio)}  ${rate}`);
}

console.log('Time per customer of workload W, as many times as the plain native loop takes:\n');
console.log(`${''.padEnd(26)} median  middle half  customers/s`);
report('engine in WebAssembly', live_chunk);
report('plain loop in WebAssembly', (first, last) => plain_chunk(first, last - first));
