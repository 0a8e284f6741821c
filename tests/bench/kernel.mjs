/**
 * How fast the kernel trains the article's largest run: the inverted sine,
 * a mixture of 30 components, hidden layers 50 and 50 with relu, 1000 epochs,
 * each one step of 1500 rows and one of 750.
 *
 * Usage: node tests/bench/kernel.mjs [repeats]   (after npm run build)
 */
import { readFileSync } from 'node:fs';
import { runnerImport } from 'vite';

const { module } = await runnerImport('/src/kernel/kernel.ts');
const bytes = readFileSync(new URL('../../build/kernel.wasm', import.meta.url));
const instance = await WebAssembly.instantiate(await module.compileKernel(bytes));
const kernel = new module.Kernel(instance);

const shape = { hidden: [50, 50], activation: 'relu', components: 30, varianceFloor: 0 };
const settings = { beta1: 0.9, beta2: 0.999, epsilon: 1e-8, clipNorm: 0, weightDecay: 0 };

/** On a busy machine the fastest of many short stretches says more than the whole. */
const WINDOW = 40;

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

function initialState(network) {
  const parameters = [];
  const sizes = [1, ...network.hidden, network.components === 0 ? 1 : 3 * network.components];
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
  const sizes = [1, ...network.hidden, network.components === 0 ? 1 : 3 * network.components];
  let flops = 4 * sizes[1];
  for (let l = 2; l < sizes.length; l++) flops += 6 * sizes[l - 1] * sizes[l];
  return flops;
}

/** Steps of the sizes given, in turn, one call a step. */
function train(network, data, batches, count) {
  const state = initialState(network);
  const gradient = new Float32Array(state.parameters.length);
  const start = performance.now();
  let loss = 0;
  let rows = 0;
  let fastest = Infinity;
  let since = start;
  for (let step = 1; step <= count; step++) {
    const [from, to] = batches[(step - 1) % batches.length];
    gradient.fill(0);
    loss = kernel.accumulate(network, state.parameters, data.x, data.y, from, to, gradient);
    kernel.adam(state.parameters, state.firstMoment, state.secondMoment, gradient, {
      ...settings,
      scale: 1 / (to - from),
      learningRate: 0.01,
      biasCorrection1: 1 - 0.9 ** step,
      biasCorrection2: 1 - 0.999 ** step,
    });
    loss /= to - from;
    rows += to - from;
    if (step % WINDOW === 0) {
      const now = performance.now();
      fastest = Math.min(fastest, now - since);
      since = now;
    }
  }
  return { ms: performance.now() - start, loss, rows, fastest: fastest / WINDOW };
}

function peakGflops() {
  let best = 0;
  const { memory, x, peak } = instance.exports;
  const at = x();
  new Float32Array(memory.buffer, at, 12).fill(1e-9);
  peak(1e6, at);
  for (let i = 0; i < 5; i++) {
    const start = performance.now();
    peak(5e6, at);
    best = Math.max(best, (5e6 * 64) / (performance.now() - start) / 1e6);
  }
  return best;
}

const data = invertedSine(2250);
const batches = [
  [0, 1500],
  [1500, 2250],
];
train(shape, data, batches, 100);
const repeats = Number(process.argv[2] ?? 3);
for (let i = 0; i < repeats; i++) {
  const peak = peakGflops();
  const { ms, loss, rows, fastest } = train(shape, data, batches, 2000);
  const perStep = (rows / 2000) * flopsPerRow(shape);
  const gflops = perStep / fastest / 1e6;
  console.log(
    `${(ms / 1000).toFixed(2)} s for 2000 steps, ${(ms / 2000).toFixed(3)} ms a step, ` +
      `${(perStep / (ms / 2000) / 1e6).toFixed(1)} GFLOP/s; at its fastest ` +
      `${fastest.toFixed(3)} ms, ${gflops.toFixed(1)} GFLOP/s, ` +
      `${((100 * gflops) / peak).toFixed(0)} % of the measured peak of ${peak.toFixed(1)}; ` +
      `last loss ${loss.toFixed(4)}`,
  );
}
