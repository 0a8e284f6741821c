import * as v from 'valibot';
import { articleExperiment } from '../../../core/article.ts';
import type { Experiment } from '../../../core/experiment.ts';
import type { Range } from '../../../core/range.ts';

/**
 * Runs of the article's mixture on the inverted data, recorded at epochs evenly apart on a
 * logarithmic scale (`tests/helpers/recorded.ts`). `runs.json` has their losses;
 * `densities.png` their conditional densities, a row of panels a run and a column an epoch.
 */

/** The sizes that are recorded, each with every seed. */
export const COMPONENTS = [1, 2, 3, 5, 30] as const;
export const SEEDS = [1, 2, 3, 4, 5] as const;

/** A panel's columns (inputs) and rows (targets), in pixels. */
export const PANEL = 48;
/** The inputs and the targets that a panel covers. */
export const INPUTS: Range = [-13, 13];
export const TARGETS: Range = [-16, 16];

/** The article's mixture with so many components and this seed: the very run that is recorded. */
export function recordedExperiment(components: number, seed: number): Experiment {
  const experiment = articleExperiment('inverted', 'mdn');
  return { ...experiment, model: { ...experiment.model, components }, seed } as Experiment;
}

const losses = v.array(v.number());
const RunSchema = v.object({
  components: v.picklist(COMPONENTS),
  seed: v.picklist(SEEDS),
  /** NLL in nats per point: over the epoch's training steps, on the test points, on 20 000 fresh ones. */
  train: losses,
  test: losses,
  fresh: losses,
});
/** Of sizes one after the other, and of each size the seeds. */
export const RecordedSchema = v.object({ epochs: losses, runs: v.array(RunSchema) });

export type RecordedRun = v.InferOutput<typeof RunSchema>;
