import type { Experiment } from './experiment.ts';
import type { KeptRun } from './keptRun.ts';
import type { Problem } from './parsed.ts';
import type { LastingPlace } from './place.ts';
import type { View } from './view.ts';
import type { WayState } from './way.ts';

/** How the name of a file ends that holds a saved run. */
export const RUN_FILE_ENDING = '.mdn.zip';

/** A run as it stood, with all that was seen of it and beside it. */
export interface SavedRun {
  readonly experiment: Experiment;
  readonly view: View;
  /** Null for a run that had not begun. */
  readonly run: Standing | null;
  /** The runs that were kept beside it. */
  readonly kept: readonly KeptRun[];
}

/** Where a run stood, and what it had been on its way. */
export interface Standing {
  readonly place: LastingPlace;
  /** By epoch, rising. */
  readonly way: readonly WayState[];
  /** What was looked at: the best weights, those of an epoch, or the newest. */
  readonly sight: 'best' | number | null;
}

/** Why a file cannot be opened. */
export type RunFileProblem =
  /** It is no run at all. */
  | { readonly reason: 'foreign' }
  | { readonly reason: 'tooLarge' }
  /** A later version of this program has written it. */
  | { readonly reason: 'newer' }
  /** It is a run, and this part of it cannot be read. */
  | {
      readonly reason: 'damaged';
      readonly part: 'file' | 'experiment' | 'view' | 'run' | 'timeline' | 'kept';
      /** What is wrong with the experiment or the view. */
      readonly problems: readonly Problem[];
    };
