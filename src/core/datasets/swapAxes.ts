import type { Points } from '../data/points.ts';
import type { DataSettings } from '../data/settings.ts';
import { randomStream } from '../random.ts';
import { DATA_NAMES, type DataName, dataSetOf } from './datasets.ts';
import { formulaName, formulaOf, isFormula, swapped } from './formula.ts';
import { takeOwn } from './own.ts';
import { packed } from './pack.ts';

/** The points of a data set as it is drawn at once, before any split. */
function drawnPoints({ name, points, noise }: DataSettings, seed: number): Points {
  return dataSetOf(name).draw(points, noise, randomStream(seed, 'data'));
}

const equal = (a: Float64Array, b: Float64Array) =>
  a.length === b.length && a.every((value, i) => value === b[i]);

/**
 * Turns data over: what was the input becomes the target. That is another formula, the
 * offered set that is these points turned over, or else these points as a set of the
 * user's own.
 *
 * @param title of the new set, where it has none
 */
export function swapAxes(data: DataSettings, seed: number, title: string): DataName {
  const { name } = data;
  if (isFormula(name)) return formulaName(swapped(formulaOf(name)!));
  const { x, y } = drawnPoints(data, seed);
  const { fixedCount } = dataSetOf(name);
  const text = packed({ x: y, y: x });
  const offered = DATA_NAMES.find((other) => {
    if (dataSetOf(other).fixedCount !== fixedCount) return false;
    const theirs = drawnPoints({ ...data, name: other }, seed);
    // Given points are kept rounded, and in another order.
    return fixedCount === null ? equal(theirs.x, y) && equal(theirs.y, x) : packed(theirs) === text;
  });
  return offered ?? takeOwn({ title, packed: text })!;
}
