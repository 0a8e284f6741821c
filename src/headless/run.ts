import type { Experiment } from '../core/experiment.ts';
import type { RunResult } from '../core/runResult.ts';
import type { SavedRun } from '../core/savedRun.ts';
import { openEngine } from '../engine/open.ts';
import { resultOf } from '../engine/result.ts';
import { Trainer } from '../engine/trainer.ts';
import { saveRun, startOf, WayNotes } from './runFiles.ts';
import { fileSources } from './sources.ts';

/** The build puts the kernel beside this command. */
const SOURCES = fileSources(new URL('./kernel.wasm', import.meta.url));

/** Tells how a run gets on, a piece of a line at a time. */
type Tell = (text: string) => void;

/** The files that a run comes from and goes to. */
export interface RunFiles {
  /** A run to go on with, if it may be the experiment's; null for none. */
  readonly opened: SavedRun | null;
  /** Where the run is written at its end; null for nowhere. */
  readonly save: string | null;
}

const NO_FILES: RunFiles = { opened: null, save: null };

/** Runs an experiment to its end through the same Trainer as the page. */
export async function runExperiment(
  experiment: Experiment,
  tell: Tell,
  { opened, save }: RunFiles = NO_FILES,
): Promise<RunResult> {
  const { engine, info } = await openEngine(experiment.engine, SOURCES);
  if (info.fallback) {
    const { engine: asked } = experiment;
    tell(`${asked} does not run here (${info.fallback.reason}); using ${info.engine}\n`);
  }
  const start = opened && startOf(opened, experiment);
  if (opened?.run && !start)
    tell('the opened run cannot go on with these settings: from its seed\n');
  const trainer = new Trainer(experiment, engine, start?.snapshot);
  const way = save === null ? null : new WayNotes(trainer, start?.way);
  const seconds = (start?.place.seconds ?? 0) + train(trainer, tell, () => way?.note());
  const result = await resultOf(trainer, seconds);
  if (save !== null) saveRun(save, trainer, seconds, way?.states ?? [], start, opened);
  trainer.dispose();
  return result;
}

/**
 * Trains to the end; the seconds that training steps took, without test losses, scores and set-up.
 *
 * @param note called whenever the run has come further, at the end of each epoch at least
 */
function train(trainer: Trainer, tell: Tell, note: () => void): number {
  let milliseconds = 0;
  let told = performance.now();
  for (;;) {
    const { step } = trainer;
    const before = performance.now();
    const advanced = trainer.advance(Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY);
    const now = performance.now();
    if (trainer.step !== step) milliseconds += now - before;
    note();
    if (advanced === 'end') break;
    if (now - told < 1000) continue;
    told = now;
    tell(`\repoch ${trainer.epoch} of ${trainer.experiment.training.epochs} `);
  }
  tell('\r');
  return milliseconds / 1000;
}
