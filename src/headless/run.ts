import type { Experiment } from '../core/experiment.ts';
import type { RunResult } from '../core/runResult.ts';
import { openEngine } from '../engine/open.ts';
import { resultOf } from '../engine/result.ts';
import { Trainer } from '../engine/trainer.ts';
import { fileSources } from './sources.ts';

/** The build puts the kernel beside this command. */
const SOURCES = fileSources(new URL('./kernel.wasm', import.meta.url));

/** Tells how a run gets on, a piece of a line at a time. */
type Tell = (text: string) => void;

/** Runs an experiment to its end through the same Trainer as the page. */
export async function runExperiment(experiment: Experiment, tell: Tell): Promise<RunResult> {
  const { engine, info } = await openEngine(experiment.engine, SOURCES);
  if (info.fallback) {
    const { engine: asked } = experiment;
    tell(`${asked} does not run here (${info.fallback.reason}); using ${info.engine}\n`);
  }
  const trainer = new Trainer(experiment, engine);
  const result = await resultOf(trainer, train(trainer, tell));
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
