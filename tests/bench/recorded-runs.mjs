/**
 * Trains the runs that the article shows as small multiples, and those whose end its figures
 * begin with, and writes what they were to src/content/figures/recorded, where they are read.
 *
 * Usage: npm run build && node tests/bench/recorded-runs.mjs [--ends]
 */
import { writeFileSync } from 'node:fs';
import { fusedEngine, modules } from './modules.mjs';

const FOLDER = 'src/content/figures/recorded';

const project = await modules(
  'engine/open',
  'headless/sources',
  '../tests/helpers/png',
  '../tests/helpers/recorded',
);
const { ENDS, recordEnd, RUNS, recordedEpochs, recordRun, sheetOf, writePng } = project;
const engine = await fusedEngine(project);

for (const [name, experiment] of Object.entries(ENDS)) {
  const end = recordEnd(experiment, engine);
  writeFileSync(`${FOLDER}/ends/${name}.json`, `${JSON.stringify(end)}\n`);
}
if (process.argv.includes('--ends')) process.exit();

const epochs = recordedEpochs();
const recorded = [];
for (const which of RUNS) {
  recorded.push(await recordRun(which, epochs, engine));
  const { fresh } = recorded.at(-1).run;
  console.log(`K = ${which.components}, seed ${which.seed}: ${fresh.at(-1)}`);
}
const lines = recorded.map(({ run }) => ` ${JSON.stringify(run)}`).join(',\n');
writeFileSync(
  `${FOLDER}/runs.json`,
  `{"epochs": ${JSON.stringify(epochs)}, "runs": [\n${lines}\n]}\n`,
);
const png = writePng(sheetOf(recorded.map(({ panels }) => panels)));
writeFileSync(`${FOLDER}/densities.png`, png);
console.log(`${png.length} bytes`);
