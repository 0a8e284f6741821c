// Runs the generated PyTorch programs of every preset with the page's points and weights,
// and holds their losses to the page's own.
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

function run(precision, ...options) {
  const files = ['--data', at('points.csv'), '--weights', at('model.safetensors')];
  const given = ['tests/python/run_program.py', precision, at('program.py'), ...files, ...options];
  const output = execFileSync(interpreter, given, { stdio: ['ignore', 'pipe', 'pipe'] });
  return JSON.parse(output);
}

for (const { label, program, points, weights, testLoss, losses } of await cases(
  new URL('../../build/kernel.wasm', import.meta.url),
)) {
  writeFileSync(at('program.py'), program);
  writeFileSync(at('points.csv'), points);
  writeFileSync(at('model.safetensors'), weights);
  const test = distance([run('float32', '--steps', '0').testLoss], [testLoss]);
  const steps = distance(run('float64', '--steps', String(STEPS)).losses, losses);
  const good = test < TOLERANCE && steps < TOLERANCE;
  failed ||= !good;
  const numbers = `test loss within ${test.toExponential(1)}, ${STEPS} steps within ${steps.toExponential(1)}`;
  console.log(`${good ? 'ok    ' : 'FAILED'} ${label}: ${numbers}`);
}
rmSync(folder, { recursive: true });
process.exit(failed ? 1 : 0);
