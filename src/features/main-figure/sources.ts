import type { Figure, FigureSource } from '../../charts/figure.ts';
import { runInStints } from '../../charts/stints.ts';
import type { Predictions } from '../../core/predictions.ts';
import type { Lab } from '../../store/lab.ts';

/** Calls `listener` when the run has a newer frame. */
export function onFrame({ run }: Lab, listener: () => void): () => void {
  return run.subscribe((now, before) => {
    if (now.frame !== before.frame) listener();
  });
}

/** A figure of the newest frame, round React's render; `draw` is given null before the first. */
export function frameSource(lab: Lab, draw: (view: Predictions | null) => Figure): FigureSource {
  return {
    subscribe: (listener) => onFrame(lab, () => listener()),
    get: () => draw(lab.feed.frame?.view ?? null),
  };
}

/** While training, what takes long is computed anew at most this often, in milliseconds. */
const PAUSE_MS = 150;

/**
 * A figure of something that takes longer to compute from a frame than a frame
 * lasts. It follows the newest frame a little behind, never in long tasks.
 *
 * @param compute a generator over the view's columns; null if there is nothing to show
 */
export function laggingSource<T>(
  lab: Lab,
  compute: (view: Predictions) => Iterator<unknown, T> | null,
  draw: (value: T | null) => Figure,
): FigureSource {
  let value: T | null = null;
  return {
    get: () => draw(value),
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
        const view = lab.feed.frame?.view;
        const work = view ? compute(view) : null;
        if (work) stop = runInStints(work, finish);
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
