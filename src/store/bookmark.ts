import type { Place } from '../core/place.ts';
import type { Snapshot } from '../core/run.ts';
import type { WayState } from '../core/way.ts';

/** A place in a run that undo and redo go back to. */
export interface Bookmark extends Place {
  readonly way: readonly WayState[];
  /** Which of the page's runs it is a place of, counted as they are opened. */
  readonly run: number;
  /** Null where the worker could not tell. */
  readonly snapshot: Promise<Snapshot | null>;
}
