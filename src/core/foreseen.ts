import type { Experiment } from './experiment.ts';
import type { LossSeries } from './run.ts';

/** How a run ends, known from an earlier training of the same experiment, which gave the same bits. */
export interface Foreseen {
  readonly experiment: Experiment;
  readonly epoch: number;
  /** The flat vector of `network.ts`. */
  readonly parameters: Float32Array;
  readonly losses: { readonly train: LossSeries; readonly test: LossSeries };
}
