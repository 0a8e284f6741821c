// Runs the generated PyTorch and Keras programs of every preset, and the notebooks cell by cell,
// with the page's points and weights, and holds their losses to the page's own.
// Usage: npm run test:python [-- the beginning of a case's name]   (needs a Python with torch and numpy: Debian's python3-torch, or
// PYTHON; for Keras one with keras and the backend of KERAS_BACKEND: KERAS_PYTHON)
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';

/** How far a loss may be from the page's. */
const TOLERANCE = 1e-4;
const ENVIRONMENT = { KERAS_BACKEND: 'jax', JAX_ENABLE_X64: '1', ...process.env };

/** A Python that has some modules; the first on the path may be another than the system's. */
function python(modules, named) {
  const names = named ? [named] : ['python3', '/usr/bin/python3'];
  return names.find((name) => {
    try {
      execFileSync(name, ['-c', `import ${modules}`], { stdio: 'ignore', env: ENVIRONMENT });
      return true;
    } catch {
      return false;
    }
  });
}

const torch = python('torch, numpy', process.env.PYTHON);
const keras = python('keras, numpy', process.env.KERAS_PYTHON);
if (!torch)
  console.log('PyTorch skipped: no python3 with torch and numpy (Debian: python3-torch).');
if (!keras) console.log(`Keras skipped: no python3 with keras on ${ENVIRONMENT.KERAS_BACKEND}.`);
if (!torch && !keras) process.exit(0);

await build({
  logLevel: 'warn',
  build: {
    ssr: true,
    outDir: 'build/python',
    rolldownOptions: { input: { cases: 'tests/python/cases.ts' } },
  },
});
const { cases } = await import(new URL('../../build/python/cases.js', import.meta.url));
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
function run(interpreter, script, ...given) {
  const options = [`tests/python/${script}`, ...given, '--data', at('points.csv')];
  const { status, stdout, stderr } = spawnSync(interpreter, options, { env: ENVIRONMENT });
  if (status !== 0) throw new Error(`${script} failed:\n${stderr}`);
  return JSON.parse(stdout);
}

const from = (epochs) => ['--weights', at('model.safetensors'), '--epochs', String(epochs)];
const kernel = new URL('../../build/kernel.wasm', import.meta.url);
const wanted = (await cases(kernel)).filter(({ label }) => label.startsWith(process.argv[2] ?? ''));
for (const { label, testLoss, losses, epochs, ...files } of wanted) {
  writeFileSync(at('program.py'), files.program);
  writeFileSync(at('keras.py'), files.keras);
  writeFileSync(at('program.ipynb'), files.notebook);
  writeFileSync(at('points.csv'), files.points);
  writeFileSync(at('model.safetensors'), files.weights);
  const found = {};
  if (torch) {
    const pytorch = (precision, epochs) =>
      run(torch, 'run_program.py', precision, at('program.py'), ...from(epochs));
    const cells = run(torch, 'run_notebook.py', at('program.ipynb'));
    const trained = pytorch('float64', epochs).losses;
    found['test loss'] = distance([pytorch('float32', 0).testLoss], [testLoss]);
    found[`${trained.length} steps`] = distance(trained, losses.slice(0, -1));
    found.notebook = distance([cells.testLoss], [testLoss]);
  }
  if (keras) {
    const program = (precision, epochs) =>
      run(keras, 'run_keras.py', precision, at('keras.py'), ...from(epochs));
    found['Keras: test loss'] = distance([program('float32', 0).testLoss], [testLoss]);
    const { next } = program('float64', epochs);
    found['after its steps'] = distance([next], losses.slice(-1));
  }
  const good = Object.values(found).every((worst) => worst < TOLERANCE);
  failed ||= !good;
  const numbers = Object.entries(found).map(([name, worst]) => `${name} ${worst.toExponential(1)}`);
  console.log(`${good ? 'ok    ' : 'FAILED'} ${label}: ${numbers.join(', ')}`);
}
rmSync(folder, { recursive: true });
process.exit(failed ? 1 : 0);
