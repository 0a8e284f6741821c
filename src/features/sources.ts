import type { Figure, FigureSource, Size } from '../charts/figure.ts';
import type { Ranges } from '../charts/ranges.ts';
import { runInStints } from '../charts/stints.ts';
import type { ModelSettings } from '../core/experiment.ts';
import type { Fitted } from '../core/model.ts';
import { predict, predictInParts } from '../core/predict.ts';
import type { MixtureGrid, PredictionRequest, Predictions } from '../core/predictions.ts';
import { Remembered } from '../core/remembered.ts';
import { rememberedTask } from '../core/rememberedTask.ts';
import type { Task } from '../core/task.ts';
import { foreseenNow } from '../store/foreseen.ts';
import type { Lab } from '../store/lab.ts';
import { fittedNow } from '../store/mixturesNow.ts';
import { isOwnGrid, requestOf } from './drawnAnswer.ts';

/**
 * Calls `listener` when the run has a newer frame; `atOnce` is true of Live's answer,
 * for which a hand waits.
 */
export function onFrame({ run, view }: Lab, listener: (atOnce: boolean) => void): () => void {
  return run.subscribe((now, before) => {
    if (now.frame !== before.frame) listener(view.getState().live && now.state === 'finished');
  });
}

/** Something that changes by itself: with the run, or once it is computed. */
export interface Source<T> {
  /** Null until it is there, and where there is nothing to show. */
  readonly value: T | null;
  /** Calls `listener` after each change of the value, which a hand may wait for; returns the unsubscription. */
  subscribe(listener: (atOnce?: boolean) => void): () => void;
}

/** A figure of a source; `empty` as long as it has no value. */
export function drawnFrom<T>(
  source: Source<T>,
  draw: (value: T, size: Size) => Figure,
  empty: (size: Size) => Figure,
): FigureSource {
  return {
    subscribe: (listener) => source.subscribe(listener),
    get: (size) => (source.value === null ? empty(size) : draw(source.value, size)),
  };
}

const ofFitted = new WeakMap<Fitted, Remembered<Predictions>>();

/** What a network predicts, computed once for all who ask. */
function rememberedPredictions(
  fitted: Fitted,
  request: PredictionRequest,
  seed: number,
  make = () => predict(fitted, request, seed),
): Predictions {
  const known = ofFitted.get(fitted) ?? new Remembered<Predictions>();
  ofFitted.set(fitted, known);
  return known.get([request, seed], make);
}

/** Computes in parts what is shown first, so that whoever asks for it finds it done. */
export function* predictFirst(lab: Lab, task: Task, ranges: Ranges): Generator<void> {
  const { model, seed } = lab.editor.experiment;
  const fitted = fittedNow(lab, task);
  if (!fitted) return;
  const request = requestOf(model, lab.view.getState(), ranges);
  const predictions = yield* predictInParts(fitted, request, seed);
  rememberedPredictions(fitted, request, seed, () => predictions);
}

/**
 * The newest predictions, as far as they are this model's own; before the worker's
 * first, those of the network that the run begins with, or ends with where that is foreseen.
 * Those stay until the run has made its first step: the worker's own tell nothing new.
 */
export function newest(lab: Lab, model: ModelSettings, ranges: Ranges): Source<Predictions> {
  let first: { readonly task: Task; readonly asked: string; readonly of: Predictions } | null =
    null;
  const predicted = (task: Task, request: PredictionRequest) => {
    const fitted = fittedNow(lab, task);
    if (!fitted) return null;
    return rememberedPredictions(fitted, request, lab.editor.experiment.seed);
  };
  const found = () => {
    const view = lab.feed.frame?.view;
    // Of a run that trains nothing else has to be looked up with every frame.
    if (view && lab.run.getState().step > 0) return view;
    const task = rememberedTask(lab.editor.experiment);
    const request = requestOf(model, lab.view.getState(), ranges);
    if (foreseenNow(lab)) return predicted(task, request);
    const asked = JSON.stringify(request);
    if (view) return first?.task === task && first.asked === asked ? first.of : view;
    const of = predicted(task, request);
    first = of && { task, asked, of };
    return of;
  };
  const value = () => {
    const now = found();
    return now && isOwnGrid(now.grid, model, ranges) ? now : null;
  };
  return {
    get value() {
      return value();
    },
    subscribe(listener) {
      let told = value();
      return onFrame(lab, (atOnce) => {
        const now = value();
        if (now !== told) listener(atOnce);
        told = now;
      });
    },
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
): Source<T> {
  const predictions = newest(lab, model, ranges);
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
        const found = predictions.value;
        if (found) stop = runInStints(compute(found.grid), finish);
        else finish(null);
      };
      const unsubscribe = predictions.subscribe(() => {
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
