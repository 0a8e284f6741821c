import type { Figure, FigureSource } from '../charts/figure.ts';
import type { Ranges } from '../charts/ranges.ts';
import { runInStints } from '../charts/stints.ts';
import type { ModelSettings } from '../core/experiment.ts';
import type { MixtureGrid, Predictions } from '../core/predictions.ts';
import type { Lab } from '../store/lab.ts';
import { isOwnGrid } from './drawnAnswer.ts';

/** Calls `listener` when the run has a newer frame. */
export function onFrame({ run }: Lab, listener: () => void): () => void {
  return run.subscribe((now, before) => {
    if (now.frame !== before.frame) listener();
  });
}

/** A figure of the newest frame, round React's render; `draw` is given null before the first. */
export function frameSource(
  lab: Lab,
  draw: (predictions: Predictions | null) => Figure,
): FigureSource {
  return {
    subscribe: (listener) => onFrame(lab, () => listener()),
    get: () => draw(lab.feed.frame?.view ?? null),
  };
}

/** Something that is computed between frames, once somebody follows it. */
export interface Computed<T> {
  /** Null until it is there, and where there is nothing to compute. */
  readonly value: T | null;
  /** Calls `listener` after each change of the value; returns the unsubscription. */
  subscribe(listener: () => void): () => void;
}

/** A figure of something computed. */
export function computedSource<T>(
  computed: Computed<T>,
  draw: (value: T | null) => Figure,
): FigureSource {
  return {
    subscribe: (listener) => computed.subscribe(() => listener()),
    get: () => draw(computed.value),
  };
}

/** While training, what takes long is computed anew at most this often, in milliseconds. */
const PAUSE_MS = 150;

/**
 * Something that takes longer to compute from a frame than a frame lasts. It
 * follows the newest frame a little behind, never in long tasks.
 *
 * @param compute a generator over the columns of a grid that is this model's own
 */
export function lagging<T>(
  lab: Lab,
  model: ModelSettings,
  ranges: Ranges,
  compute: (grid: MixtureGrid) => Iterator<unknown, T>,
): Computed<T> {
  let value: T | null = null;
  return {
    get value() {
      return value;
    },
    subscribe(listener) {
      let stop = () => {};
      let timer: ReturnType<typeof setTimeout> | undefined;
      let busy = false;
      let waiting = true;
      const finish = (result: T | null) => {
        value = result;
        listener();
        timer = setTimeout(() => {
          busy = false;
          begin();
        }, PAUSE_MS);
      };
      const begin = () => {
        if (busy || !waiting) return;
        busy = true;
        waiting = false;
        const grid = lab.feed.frame?.view.grid;
        if (grid && isOwnGrid(grid, model, ranges)) stop = runInStints(compute(grid), finish);
        else finish(null);
      };
      const unsubscribe = onFrame(lab, () => {
        waiting = true;
        begin();
      });
      begin();
      return () => {
        unsubscribe();
        stop();
        clearTimeout(timer);
      };
    },
  };
}
