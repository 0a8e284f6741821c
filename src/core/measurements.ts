import type { Comparison } from './comparison.ts';
import { scaleOf } from './data/standardise.ts';
import type { Experiment } from './experiment.ts';
import { idleUnits } from './idleUnits.ts';
import type { Fitted } from './model.ts';
import type { LossSeries } from './run.ts';

/** What a run tells of itself. Losses in the target's own unit. */
interface RunSoFar {
  readonly experiment: Experiment;
  /** Whether it has come to its end. */
  readonly ended: boolean;
  /** Optimizer steps done. */
  readonly steps: number;
  /** On fresh points: −log q of a mixture, the squared error of a feed-forward network. */
  readonly fresh: Comparison;
  readonly train: LossSeries;
  readonly test: LossSeries;
  /** Mean π over the training inputs, [K]. */
  readonly usage: ArrayLike<number>;
}

/** All that a run is diagnosed by. */
export interface Measurements extends RunSoFar {
  /** Standard deviations of the training points, in the units of the data. */
  readonly scales: { readonly input: number; readonly target: number };
  /** The share of each hidden layer's units that give the same whatever the input, [layers]. */
  readonly idle: readonly number[];
}

/** Adds what its network shows to what a run tells of itself. */
export function measure(run: RunSoFar, fitted: Fitted): Measurements {
  const { x, y } = fitted.task.data.train;
  return {
    ...run,
    scales: { input: scaleOf(x).factor, target: scaleOf(y).factor },
    idle: idleUnits(fitted),
  };
}
