// How many times slower the engine in WebAssembly is than the plain native loop: the module's file, then the native
// bench's. Each run of the engine stands between two of the native loop; only the ratios mean something.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const [module, native] = process.argv.slice(2);
const ROUNDS = 11;
const CUSTOMERS = 204_800;
// As the page's workers call it: a call that already runs isn't moved to optimised code.
const CHUNK = 4_096;

const { instance } = await WebAssembly.instantiate(readFileSync(module), {});

const plain = () => Number(execFileSync(native, ['plain', String(CUSTOMERS)], { encoding: 'utf8' }));

function engine() {
  const start = performance.now();
  let bought = 0;
  for (let first = 0; first < CUSTOMERS; first += CHUNK) {
    bought += instance.exports.live_chunk(first, first + CHUNK);
  }
  const conversion = bought / CUSTOMERS;
  if (Math.abs(conversion - 0.31317) > 0.005) throw new Error(`conversion is ${conversion}, not 0.313`);
  return (performance.now() - start) / 1000;
}

engine(); // Until the code is optimised.
const times = Array.from({ length: ROUNDS }, () => {
  const before = plain();
  const seconds = engine();
  return { ratio: (2 * seconds) / (before + plain()), seconds };
});
times.sort((a, b) => a.ratio - b.ratio);
const { ratio, seconds } = times[ROUNDS >> 1];
const [low, high] = [times[0].ratio, times[ROUNDS - 1].ratio].map((r) => r.toFixed(2));
const rate = Math.round(CUSTOMERS / seconds);
console.log('Times as long as the plain native loop takes for as many customers of workload W:');
console.log(`engine in WebAssembly      ${ratio.toFixed(2)} (${low}-${high}), ${rate} customers/s`);
