import type { Segments } from '../../charts/contours.ts';
import type { Series } from '../../charts/decimate.ts';
import { runInStints } from '../../charts/stints.ts';
import type { DataSet } from '../../core/datasets/dataSet.ts';
import { dataSetOf } from '../../core/datasets/datasets.ts';
import { truthOf } from '../../core/datasets/truthOf.ts';
import type { DataSettings } from '../../core/experiment.ts';
import { evenly, type Range } from '../../core/range.ts';
import { trueMeans } from '../../core/truth/pictures.ts';
import type { View } from '../../core/view.ts';
import { drawnAnswer, type OfKind } from '../drawnAnswer.ts';
import type { Source } from '../sources.ts';
import { trueOutlines } from '../trueOutlines.ts';

/** Something of the truth that a figure can draw. */
type TruthKind = 'curve' | 'mean' | 'regions';

function truthBeside(model: OfKind, view: View): TruthKind {
  switch (drawnAnswer(model, view)) {
    case 'density':
      return 'regions';
    case 'bands':
      return view.bands === 'highest' ? 'regions' : 'mean';
    case 'prediction':
      return 'mean';
    default:
      return 'curve';
  }
}

/**
 * What of the truth goes with a view: its regions where densities are shown,
 * its mean beside what estimates a mean, else the curve that the data lie about.
 * Null where that is not known.
 */
export function truthKind(
  { curves, truth }: Pick<DataSet, 'curves' | 'truth'>,
  model: OfKind,
  view: View,
): TruthKind | null {
  const kind = truthBeside(model, view);
  return (kind === 'curve' ? curves : truth) && kind;
}

/** Whether anything of the truth is known that a figure could draw. */
export function anyTruth({ name }: DataSettings): boolean {
  const { curves, truth } = dataSetOf(name);
  return curves !== null || truth !== null;
}

/** Inputs at which the mean is computed. */
const COLUMNS = 320;

/** A value that is computed once, when somebody first follows it. */
export class Background<T> implements Source<T> {
  value: T | null = null;
  private begun = false;
  private readonly listeners = new Set<() => void>();
  private readonly work: () => Iterator<unknown, T>;

  constructor(work: () => Iterator<unknown, T>) {
    this.work = work;
  }

  /** Begins the work, if it has not begun, and calls `listener` when it is done. */
  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    if (!this.begun) {
      this.begun = true;
      runInStints(this.work(), (value) => {
        this.value = value;
        for (const tell of this.listeners) tell();
      });
    }
    return () => this.listeners.delete(listener);
  }
}

const KEPT = 12;

/** Remembers what was computed for the last few keys. */
function remembered<T>(
  kept: Map<string, Background<T>>,
  key: string,
  work: () => Iterator<unknown, T>,
) {
  const found = kept.get(key);
  if (found) return found;
  if (kept.size >= KEPT) kept.delete(kept.keys().next().value as string);
  const fresh = new Background(work);
  kept.set(key, fresh);
  return fresh;
}

const means = new Map<string, Background<Series>>();
const regions = new Map<string, Background<Segments[]>>();

/** The true conditional mean over the inputs that the data know. */
export function trueMeanCurve({ name, noise }: DataSettings, known: Range): Background<Series> {
  return remembered(means, JSON.stringify([name, noise, known]), function* () {
    const x = evenly(known, COLUMNS);
    return { x, y: yield* trueMeans(truthOf(name, noise), x) };
  });
}

/** The outlines of the regions that hold 90 and 50 % of the true density at every known input. */
export function trueRegions(
  data: DataSettings,
  known: Range,
  targets: Range,
): Background<Segments[]> {
  const key = JSON.stringify([data.name, data.noise, known, targets]);
  return remembered(regions, key, () => trueOutlines(data, known, targets));
}
