// Runs what the article's text makes claims about, five seeds each, through the headless
// command, and writes the results to tests/fixtures/bands.json, which
// tests/content/claims.test.ts holds the claims to.
// Usage: npm run build && node tests/bench/content-bands.mjs [name of one run …]
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const RUNS = {
  'sine-ffnn': ['--preset', 'Sine · FFNN'],
  'sine-ffnn-1': ['--preset', 'Sine · FFNN', '--hidden', '1'],
  'sine-ffnn-3': ['--preset', 'Sine · FFNN', '--hidden', '3'],
  'inverted-ffnn': ['--preset', 'Inverted · FFNN'],
  'inverted-mdn': ['--preset', 'Inverted · MDN'],
  'inverted-mdn-1': ['--preset', 'Inverted · MDN', '--components', '1'],
  'inverted-mdn-3': ['--preset', 'Inverted · MDN', '--components', '3'],
  'inverted-mdn-5': ['--preset', 'Inverted · MDN', '--components', '5'],
  'spiral-ffnn': ['--preset', 'Spiral · FFNN'],
  'spiral-mdn': ['--preset', 'Spiral · MDN'],
};
const SEEDS = [1, 2, 3, 4, 5];
const FILE = 'tests/fixtures/bands.json';

const wanted = process.argv.slice(2);
const file = existsSync(FILE) ? JSON.parse(readFileSync(FILE, 'utf8')) : { runs: {} };
for (const [name, flags] of Object.entries(RUNS)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const results = SEEDS.map((seed) => {
    const list = [...flags, '--seed', String(seed), '--json'];
    const output = execFileSync(process.execPath, ['build/main.js', ...list], {
      stdio: ['ignore', 'pipe', 'ignore'],
      maxBuffer: 1e8,
    });
    const { epochs, steps, trainLoss, testLoss, freshLoss, truthLoss, excess, ...rest } =
      JSON.parse(output);
    const { recoveries, engine } = rest;
    console.log(name, seed, testLoss.toFixed(3), freshLoss.toFixed(3), `${engine}`);
    return {
      seed,
      epochs,
      steps,
      trainLoss,
      testLoss,
      freshLoss,
      truthLoss,
      excess,
      recoveries,
      engine,
    };
  });
  file.runs[name] = { flags, results };
  file.made =
    'node tests/bench/content-bands.mjs, after npm run build; losses at the end of each run, freshLoss on 20 000 fresh points';
  writeFileSync(FILE, `${JSON.stringify(file, null, 1)}\n`);
}
