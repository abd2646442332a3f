// How many times slower the engine in WebAssembly is than the plain native loop: the module's file, then the native
// bench's. Each run in WebAssembly stands between two of the native loop; only the ratios mean something.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

const [module, native] = process.argv.slice(2);
const ROUNDS = 101;
const CUSTOMERS = 20_480;
/** Lives of the ready journey are longer. */
const TWINS = 4_096;
/** Share of customers who buy in the ready journey. */
const TELECOM = 0.125;
// As the page's workers call it: a call that already runs isn't moved to optimised code.
const CHUNK = 4_096;

const { live_chunk, live_twins_chunk, plain_chunk } = (await WebAssembly.instantiate(readFileSync(module), {})).instance.exports;

// One process throughout: a fresh one would be timed before its processor has seen the loop.
const timer = spawn(native, ['plain', String(CUSTOMERS)], { stdio: ['pipe', 'pipe', 'inherit'] });
const answers = createInterface({ input: timer.stdout });

/** Seconds of the plain native loop. */
async function native_loop() {
  timer.stdin.write('\n');
  return Number((await once(answers, 'line'))[0]);
}

/**
 * Seconds that so many customers take, chunk by chunk; `live` says how many from the first to the last bought, and
 * `share` about how many of all do.
 */
function seconds_of(live, customers, share) {
  const start = performance.now();
  let bought = 0;
  for (let first = 0; first < customers; first += CHUNK) bought += live(first, first + CHUNK);
  const seconds = (performance.now() - start) / 1000;
  const conversion = bought / customers;
  if (Math.abs(conversion - share) > 0.05 * share) throw new Error(`conversion is ${conversion}, not ${share}`);
  return seconds;
}

async function report(what, live, customers = CUSTOMERS, share = 0.31317) {
  for (let i = 0; i < 20; i++) seconds_of(live, customers, share); // Until the code is optimised.
  const times = [];
  for (let i = 0; i < ROUNDS; i++) {
    const before = await native_loop();
    const seconds = seconds_of(live, customers, share) / customers;
    times.push({ ratio: (2 * CUSTOMERS * seconds) / (before + (await native_loop())), seconds });
  }
  times.sort((a, b) => a.ratio - b.ratio);
  const [low, median, high] = [1, 2, 3].map((quarter) => times[(quarter * ROUNDS) >> 2]);
  const cell = (ratio) => ratio.toFixed(2).padStart(5);
  const rate = String(Math.round(1 / median.seconds)).padStart(11);
  console.log(`${what.padEnd(26)}  ${cell(median.ratio)}  ${cell(low.ratio)}-${cell(high.ratio)}  ${rate}`);
}

console.log('Time per customer of workload W, as many times as the plain native loop takes:\n');
console.log(`${''.padEnd(26)} median  middle half  customers/s`);
await report('engine in WebAssembly', live_chunk);
await report('the same, telecom, twins', live_twins_chunk, TWINS, TELECOM);
await report('plain loop in WebAssembly', (first, last) => plain_chunk(first, last - first));
timer.stdin.end();
