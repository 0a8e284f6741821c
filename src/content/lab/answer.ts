import { type Mixture, mostLikely } from '../../core/mixture.ts';
import { modes } from '../../core/modes.ts';
import type { MixtureGrid } from '../../core/predictions.ts';
import type { MeansShown } from '../../store/view.ts';

/** Places with a weight, to be drawn the bolder the heavier. */
export interface Marks {
  readonly x: number[];
  readonly y: number[];
  /** 0 to 1. */
  readonly weight: number[];
}

/** Components lighter than this are not drawn. */
const LEAST_WEIGHT = 0.01;
/** Modes lower than this share of the highest are not drawn. */
const LEAST_HEIGHT = 0.05;

/** The mixture in row i of a grid. */
export function mixtureAt(grid: MixtureGrid, i: number): Mixture {
  const row = (values: Float32Array) =>
    Float64Array.from(values.subarray(i * grid.components, (i + 1) * grid.components));
  return { weights: row(grid.weights), means: row(grid.means), deviations: row(grid.deviations) };
}

/** The row of a grid that is nearest to an input. */
export function rowAt({ x }: MixtureGrid, input: number): number {
  const [first, last] = [x[0]!, x[x.length - 1]!];
  const i = Math.round(((input - first) / (last - first)) * (x.length - 1));
  return Math.min(x.length - 1, Math.max(0, i));
}

/** The means that are asked for, at every input of the grid; or the modes of the density. */
export function marksOf(grid: MixtureGrid, shown: MeansShown): Marks {
  const marks: Marks = { x: [], y: [], weight: [] };
  const add = (x: number, y: number, weight: number) => {
    marks.x.push(x);
    marks.y.push(y);
    marks.weight.push(weight);
  };
  grid.x.forEach((x, i) => {
    const mixture = mixtureAt(grid, i);
    if (shown === 'modes') {
      const peaks = modes(mixture);
      const highest = peaks[0]?.density ?? 0;
      for (const { y, density } of peaks) {
        if (density >= LEAST_HEIGHT * highest) add(x, y, density / highest);
      }
      return;
    }
    for (const k of mostLikely(mixture, shown === 'all' ? grid.components : Number(shown))) {
      const weight = mixture.weights[k]!;
      if (weight >= LEAST_WEIGHT) add(x, mixture.means[k]!, weight);
    }
  });
  return marks;
}

/** The marks in classes of like weight, lightest first, so that each is one path. */
export function byWeight({ x, y, weight }: Marks, classes: number): Marks[] {
  const result = Array.from({ length: classes }, (): Marks => ({ x: [], y: [], weight: [] }));
  weight.forEach((w, i) => {
    const index = Math.min(classes - 1, Math.floor(Math.sqrt(w) * classes));
    result[index]!.x.push(x[i]!);
    result[index]!.y.push(y[i]!);
    result[index]!.weight.push(w);
  });
  return result;
}
