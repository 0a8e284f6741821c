import { createStore } from 'zustand/vanilla';
import type { Experiment } from '../core/experiment.ts';
import type { TrainerEvent } from '../core/run.ts';
import type { Progress, RunInfo } from '../protocol/messages.ts';

/** What happened to the worker; the page tells the user in one line. */
export type WorkerNotice = 'restarted' | 'failed';

/**
 * What React needs to know of the run. The numbers of a frame stay outside, in
 * the run feed; `frame` changes when there is a new one.
 */
export interface RunStatus extends Progress {
  /** Computing time of the run's steps, whatever workers they were done in. */
  readonly seconds: number;
  /** False until the worker has opened the run. */
  readonly ready: boolean;
  /** The epoch whose weights the figures show. */
  readonly shownEpoch: number;
  /** What the user wants to see: the best weights so far, those of an epoch, or whatever is newest. */
  readonly sight: 'best' | number | null;
  /** The epoch that a scene has it trained to; null for none. */
  readonly goal: number | null;
  /** How often another learning rate was refused: the run has had as many as it may. */
  readonly rateRefusals: number;
  /** Number of the newest frame. */
  readonly frame: number;
  /** Number of the run that it is of; a run that is reset is another one. */
  readonly run: number;
  /**
   * The experiment that is still shown while the run of the present one has
   * nothing to show yet; null if the present one is shown.
   */
  readonly held: Experiment | null;
  /** Seconds from a change until Live had the whole answer that is shown; null for no such answer. */
  readonly answerSeconds: number | null;
  readonly engine: RunInfo | null;
  readonly workerNotice: WorkerNotice | null;
  /** How often the worker was replaced. */
  readonly restarts: number;
  /** What happened to the run, oldest first. */
  readonly events: readonly TrainerEvent[];
}

/** What is known of a run before it has begun. */
export const AT_START = {
  step: 0,
  epoch: 0,
  seconds: 0,
  shownEpoch: 0,
  sight: null,
  learningRate: 0,
  rateRefusals: 0,
  answerSeconds: null,
  events: [],
} as const satisfies Partial<RunStatus>;

const INITIAL_STATUS: RunStatus = {
  ready: false,
  ...AT_START,
  state: 'paused',
  goal: null,
  epochs: 0,
  stepsPerSecond: 0,
  millisecondsPerStep: 0,
  memoryBytes: 0,
  frame: 0,
  run: 0,
  held: null,
  engine: null,
  workerNotice: null,
  restarts: 0,
};

/** The epoch at which the run rests or is to rest, before its end; null while it has none to tell. */
export function epochOf({ state, epoch, goal }: RunStatus): number | null {
  return goal ?? (state === 'paused' && epoch > 0 ? epoch : null);
}

/** Whether the figures show the weights of the least test loss: asked for, or as what a run at its end goes back to. */
export function showsBest({ sight, state, shownEpoch, epoch }: RunStatus): boolean {
  const asked = sight === 'best' || (sight === null && state === 'finished');
  return asked && shownEpoch !== epoch;
}

export function createRunStore() {
  return createStore<RunStatus>(() => INITIAL_STATUS);
}
