/**
 * How fast the kernel trains, on inverted-sine data of 2250 rows: the article's
 * largest run, a mixture of 30 components on hidden layers of 50 and 50 with
 * relu, and how little of that is lost in small batches and small networks.
 *
 * On a busy machine the fastest of many short stretches says more than the
 * whole; the stretches of what is compared take turns.
 *
 * Usage: node tests/bench/kernel.mjs [seconds a row]   (after npm run build)
 */
import { readFileSync } from 'node:fs';
import { runnerImport } from 'vite';

const { Kernel } = (await runnerImport('/src/kernel/kernel.ts')).module;
const { adamUpdate } = (await runnerImport('/src/core/adam.ts')).module;
const bytes = readFileSync(new URL('../../build/kernel.wasm', import.meta.url));
const module = await WebAssembly.compile(bytes);

const ROWS = 2250;
const SECONDS = Number(process.argv[2] ?? 3);

const LARGE = { hidden: [50, 50], activation: 'relu', components: 30, varianceFloor: 0 };
const SMALL = { ...LARGE, hidden: [20, 20], components: 10 };

let seed = 1;
function uniform() {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return seed / 2 ** 32;
}

function gaussian() {
  return Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
}

function invertedSine(count) {
  const x = new Float32Array(count);
  const y = new Float32Array(count);
  for (let i = 0; i < count; i++) {
    y[i] = 30 * uniform() - 15;
    x[i] = 0.5 * y[i] + 8 * Math.sin(0.3 * y[i]) + gaussian();
  }
  return { x, y };
}

function sizesOf({ hidden, components }) {
  return [1, ...hidden, components === 0 ? 1 : 3 * components];
}

function initialState(network) {
  const parameters = [];
  const sizes = sizesOf(network);
  for (let l = 1; l < sizes.length; l++) {
    const bound = 1 / Math.sqrt(sizes[l - 1]);
    for (let i = (sizes[l - 1] + 1) * sizes[l]; i > 0; i--) {
      parameters.push(bound * (2 * uniform() - 1));
    }
  }
  return {
    parameters: Float32Array.from(parameters),
    firstMoment: new Float32Array(parameters.length),
    secondMoment: new Float32Array(parameters.length),
  };
}

/** Operations per row that the gradient needs: three products, but for the first layer's inputs. */
function flopsPerRow(network) {
  const sizes = sizesOf(network);
  let flops = 4 * sizes[1];
  for (let l = 2; l < sizes.length; l++) flops += 6 * sizes[l - 1] * sizes[l];
  return flops;
}

/** A run in batches of `size`, and its fastest epoch so far. */
function runOf(network, size) {
  const kernel = new Kernel(module);
  const data = invertedSine(ROWS);
  kernel.open(network, data, data);
  kernel.setState(initialState(network));
  let step = 0;
  const run = { network, size, fastest: Number.POSITIVE_INFINITY, loss: 0 };
  run.epoch = () => {
    const start = performance.now();
    const batches = [];
    for (let from = 0; from < ROWS; from += size) {
      const to = Math.min(ROWS, from + size);
      batches.push({
        from,
        to,
        update: adamUpdate(++step, { learningRate: 0.001, scale: 1 / (to - from) }),
      });
    }
    run.loss = kernel.train(batches).at(-1).loss;
    run.fastest = Math.min(run.fastest, performance.now() - start);
  };
  return run;
}

const { memory, steps, configure, peak } = new WebAssembly.Instance(module).exports;
configure(1, 0, 0, 0, 1, 1, 0, 0, 0);
new Float32Array(memory.buffer, steps(), 12).fill(1e-9);
let fastestPeak = 0;
function measurePeak() {
  const start = performance.now();
  peak(2e5, steps());
  fastestPeak = Math.max(fastestPeak, (2e5 * 64) / (performance.now() - start) / 1e6);
}

const runs = {
  'batches of 1500': runOf(LARGE, 1500),
  'batches of 100': runOf(LARGE, 100),
  'batches of 32': runOf(LARGE, 32),
  '20-20, K 10, batches of 100': runOf(SMALL, 100),
};
const all = Object.values(runs);
const end = performance.now() + 1000 * SECONDS * all.length;
while (performance.now() < end) {
  measurePeak();
  for (const run of all) run.epoch();
}

const whole = runs['batches of 1500'];
const gflops = ({ network, fastest }) => (flopsPerRow(network) * ROWS) / fastest / 1e6;
console.log(`  tight loop  ${fastestPeak.toFixed(1)} GFLOP/s`);
for (const [what, run] of Object.entries(runs)) {
  const { size, fastest } = run;
  const cells = [
    `${((1000 * fastest) / Math.ceil(ROWS / size)).toFixed(0)} µs a step`,
    `${gflops(run).toFixed(1)} GFLOP/s, ${((100 * gflops(run)) / fastestPeak).toFixed(0)} % of the tight loop`,
    run.network === LARGE
      ? `rows a second ${(whole.fastest / fastest).toFixed(2)} of those of 1500`
      : `${(gflops(whole) / gflops(run)).toFixed(1)} times its arithmetic at the first row’s rate`,
  ];
  console.log(`  ${what.padEnd(30)}${cells.join('  ')}`);
}
