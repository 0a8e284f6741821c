import type { Experiment } from '../core/experiment.ts';
import type { LossSeries, Snapshot, TrainerEvent } from '../core/run.ts';
import type { WayState } from '../core/way.ts';

/** Where a run stood, and what the page knew of it there. */
export interface Place {
  /** What the run is a function of. */
  readonly experiment: Experiment;
  /** Optimizer steps done. */
  readonly step: number;
  /** Whether it was training. */
  readonly running: boolean;
  readonly losses: { readonly train: LossSeries; readonly test: LossSeries };
  readonly events: readonly TrainerEvent[];
  /** The place in the cycle of every component's colour, [K]; null early in a run. */
  readonly colours: Int32Array | null;
}

/** A place in a run that outlives the page. */
export interface KeptRun extends Place {
  /** Null for a run that is to be trained once more to where it stood. */
  readonly snapshot: Snapshot | null;
}

/** A place in a run that undo and redo go back to. */
export interface Bookmark extends Place {
  readonly way: readonly WayState[];
  /** Which of the page's runs it is a place of, counted as they are opened. */
  readonly run: number;
  /** Null where the worker could not tell. */
  readonly snapshot: Promise<Snapshot | null>;
}
