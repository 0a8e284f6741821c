import type { Experiment } from '../core/experiment.ts';
import type { PredictionRequest, Predictions } from '../core/predictions.ts';
import type { LossSeries, RunEnd, Snapshot, TrainerEvent } from '../core/run.ts';
import type { TrainedRun } from '../core/runResult.ts';
import type { WayState } from '../core/way.ts';
import type { Calibratable } from './calibrator.ts';
import type { RunPosition, Sight } from './messages.ts';
import type { Scorable } from './scorer.ts';

/** A run as the worker drives it; the engine's Trainer is one. */
export interface Run extends RunPosition, Scorable, Calibratable {
  readonly experiment: Experiment;
  readonly stepsPerEpoch: number;
  readonly learningRate: number;
  readonly memoryBytes: number;
  readonly finished: boolean;
  readonly diverged: boolean;
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
  /** @param seconds that its training steps took */
  result(seconds: number): Promise<TrainedRun>;
  /** The weights as they are now, and after how many whole epochs. */
  state(): WayState;
  /** What is shown and scored: those weights, the best ones of a run at its end, or those looked at. */
  shown(): WayState;
  /**
   * Shows the weights of another time, the best ones so far, or again those of the run.
   *
   * @returns false if they are not of this network, or there are no best ones yet
   */
  look(at: Sight): boolean;
  /** True while those of another time are looked at, which training does not change. */
  readonly looksBack: boolean;
  takeLosses(): { train: LossSeries; test: LossSeries };
  takeEvents(): TrainerEvent[];
  view(request: PredictionRequest): Predictions;
  /** Mean π_k over the training inputs, [K]; [1] for a feed-forward network. */
  usage(): Float32Array;
  dispose(): void;
}
