// Runs the generated PyTorch programs of every preset, and their notebooks cell by cell, with
// the page's points and weights, and holds their losses to the page's own.
// Usage: npm run test:python   (needs a Python with torch and numpy: Debian's python3-torch, or PYTHON)
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';

/** How far a loss may be from the page's. */
const TOLERANCE = 1e-4;

/** A Python that has torch; the first on the path may be another than the system's. */
function python() {
  const names = process.env.PYTHON ? [process.env.PYTHON] : ['python3', '/usr/bin/python3'];
  return names.find((name) => {
    try {
      execFileSync(name, ['-c', 'import torch, numpy'], { stdio: 'ignore' });
      return true;
    } catch {
      return false;
    }
  });
}

const interpreter = python();
if (!interpreter) {
  console.log('Skipped: no python3 with torch and numpy (Debian: python3-torch).');
  process.exit(0);
}

await build({
  logLevel: 'warn',
  build: {
    ssr: true,
    outDir: 'build/python',
    rolldownOptions: { input: { cases: 'tests/python/cases.ts' } },
  },
});
const { cases, STEPS } = await import(new URL('../../build/python/cases.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'mdn-'));
const at = (name) => join(folder, name);
let failed = false;

/** The largest distance of the found numbers from the expected ones, as a share of those above 1. */
function distance(found, expected) {
  if (found.length !== expected.length) return Number.POSITIVE_INFINITY;
  return Math.max(
    ...found.map((v, i) => Math.abs(v - expected[i]) / Math.max(1, Math.abs(expected[i]))),
  );
}

/** What a script of this folder says of a file that it runs, with the page's points. */
function run(script, ...given) {
  const options = [`tests/python/${script}`, ...given, '--data', at('points.csv')];
  const output = execFileSync(interpreter, options, { stdio: ['ignore', 'pipe', 'pipe'] });
  return JSON.parse(output);
}

const program = (precision, steps) => {
  const options = ['--weights', at('model.safetensors'), '--steps', String(steps)];
  return run('run_program.py', precision, at('program.py'), ...options);
};

const kernel = new URL('../../build/kernel.wasm', import.meta.url);
for (const { label, testLoss, losses, ...files } of await cases(kernel)) {
  writeFileSync(at('program.py'), files.program);
  writeFileSync(at('program.ipynb'), files.notebook);
  writeFileSync(at('points.csv'), files.points);
  writeFileSync(at('model.safetensors'), files.weights);
  const cells = run('run_notebook.py', at('program.ipynb'), '--steps', '0');
  const found = {
    'test loss': distance([program('float32', 0).testLoss], [testLoss]),
    [`${STEPS} steps`]: distance(program('float64', STEPS).losses, losses),
    notebook: distance([cells.testLoss], [testLoss]),
  };
  const good = Object.values(found).every((worst) => worst < TOLERANCE);
  failed ||= !good;
  const numbers = Object.entries(found).map(([name, worst]) => `${name} ${worst.toExponential(1)}`);
  console.log(`${good ? 'ok    ' : 'FAILED'} ${label}: ${numbers.join(', ')}`);
}
rmSync(folder, { recursive: true });
process.exit(failed ? 1 : 0);
