import { FRESH_POINTS, freshPoints } from '../core/data/data.ts';
import { truthOf } from '../core/datasets/truthOf.ts';
import type { Experiment } from '../core/experiment.ts';
import { fingerprint } from '../core/fingerprint.ts';
import { openEngine } from '../engine/open.ts';
import { Trainer } from '../engine/trainer.ts';
import { score } from './score.ts';
import { fileSources } from './sources.ts';

/** The build puts the kernel beside this command. */
const SOURCES = fileSources(new URL('./kernel.wasm', import.meta.url));

/** Tells how a run gets on, a piece of a line at a time. */
type Tell = (text: string) => void;

/** What is known of a run at its end; losses in the target's own unit. */
export type Result = Awaited<ReturnType<typeof runExperiment>>;

/** Runs an experiment to its end through the same Trainer as the page. */
export async function runExperiment(experiment: Experiment, tell: Tell) {
  const { engine, info } = await openEngine(experiment.engine, SOURCES);
  if (info.fallback) {
    const { engine: asked } = experiment;
    tell(`${asked} does not run here (${info.fallback.reason}); using ${info.engine}\n`);
  }
  const trainer = new Trainer(experiment, engine);
  const seconds = train(trainer, tell);
  const { train: trainLoss, test: testLoss } = trainer.losses.last;
  const { data, seed } = experiment;
  const fresh = freshPoints(data, seed, FRESH_POINTS);
  const result = {
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
  trainer.dispose();
  return result;
}

/** Trains to the end; the seconds that training steps took, without test losses, scores and set-up. */
function train(trainer: Trainer, tell: Tell): number {
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
    tell(`\repoch ${trainer.epoch} of ${trainer.experiment.training.epochs} `);
  }
  tell('\r');
  return milliseconds / 1000;
}
