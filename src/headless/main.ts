import { freshPoints } from '../core/data/data.ts';
import { truthOf } from '../core/datasets/truthOf.ts';
import type { Experiment } from '../core/experiment.ts';
import { fingerprint } from '../core/fingerprint.ts';
import { openEngine } from '../engine/open.ts';
import { Trainer } from '../engine/trainer.ts';
import { parseArguments } from './arguments.ts';
import { score } from './score.ts';
import { fileSources } from './sources.ts';

/** The build puts the kernel beside this command. */
const SOURCES = fileSources(new URL('./kernel.wasm', import.meta.url));

/** How many fresh points a run is scored on. */
const FRESH_POINTS = 20_000;

/** Runs an experiment in Node through the same Trainer as the page. */
async function main(): Promise<number> {
  const parsed = parseArguments(process.argv.slice(2));
  if (!parsed.ok) {
    process.stderr.write(`headless: ${parsed.message}\n`);
    return 2;
  }
  const { experiment, json } = parsed.value;
  const result = await run(experiment);
  process.stdout.write(json ? `${JSON.stringify(result)}\n` : summary(result));
  return 0;
}

async function run(experiment: Experiment) {
  const { engine, info } = await openEngine(experiment.engine, SOURCES);
  if (info.fallback) {
    const { engine: asked } = experiment;
    progress(`${asked} does not run here (${info.fallback.reason}); using ${info.engine}\n`);
  }
  const trainer = new Trainer(experiment, engine);
  const seconds = train(trainer);
  const { train: trainLoss, test: testLoss } = trainer.losses.last;
  const { data, seed } = experiment;
  const fresh = freshPoints(data, seed, FRESH_POINTS);
  return {
    experiment,
    engine: info.engine,
    epochs: trainer.epoch,
    steps: trainer.step,
    seconds,
    trainLoss,
    testLoss,
    ...score(trainer.fitted(), fresh, truthOf(data.name, data.noise), trainer.forward),
    diverged: trainer.diverged,
    recoveries: trainer.recoveries,
    parametersHash: await fingerprint(trainer.parameters(), (bytes) =>
      crypto.subtle.digest('SHA-256', bytes),
    ),
  };
}

/** Trains to the end; the seconds that training steps took, without test losses, scores and set-up. */
function train(trainer: Trainer): number {
  let milliseconds = 0;
  let told = performance.now();
  for (;;) {
    const { step } = trainer;
    const before = performance.now();
    const advanced = trainer.advance(Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY);
    const now = performance.now();
    if (trainer.step !== step) milliseconds += now - before;
    if (advanced === 'end') break;
    if (now - told < 1000) continue;
    told = now;
    progress(`\repoch ${trainer.epoch} of ${trainer.experiment.training.epochs} `);
  }
  progress('\r');
  return milliseconds / 1000;
}

function progress(text: string): void {
  process.stderr.write(text);
}

function summary(result: Awaited<ReturnType<typeof run>>): string {
  return Object.entries(result)
    .map(([key, value]) => `${key}: ${typeof value === 'object' ? JSON.stringify(value) : value}\n`)
    .join('');
}

process.exitCode = await main();
