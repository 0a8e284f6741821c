import type { Experiment } from '../core/experiment.ts';
import type { PredictionRequest, Predictions } from '../core/predictions.ts';
import type { LossSeries, RunEnd, Snapshot, TrainerEvent } from '../core/run.ts';
import type { RunPosition } from './messages.ts';
import type { Scorable } from './scorer.ts';

/** A run as the worker drives it; the engine's Trainer is one. */
export interface Run extends RunPosition, Scorable {
  readonly experiment: Experiment;
  readonly stepsPerEpoch: number;
  readonly learningRate: number;
  readonly memoryBytes: number;
  readonly finished: boolean;
  readonly diverged: boolean;
  /** The epoch whose weights are shown: the present one, or the best one of a run at its end. */
  readonly shownEpoch: number;
  /**
   * Does at most so many blocks of rows and optimizer steps, none beyond the end
   * of an epoch. `part` if more blocks would have brought it further at once.
   */
  advance(blocks: number, steps: number): 'part' | 'step' | 'end';
  reset(): void;
  /** The experiment that the run is a function of from now on. */
  tune(rate: number): Experiment;
  setEnd(end: RunEnd): void;
  snapshot(): Snapshot;
  parameters(): Float32Array;
  takeLosses(): { train: LossSeries; test: LossSeries };
  takeEvents(): TrainerEvent[];
  view(request: PredictionRequest): Predictions;
  /** Mean π_k over the training inputs, [K]; [1] for a feed-forward network. */
  usage(): Float32Array;
  dispose(): void;
}
