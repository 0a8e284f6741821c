import type { Points } from '../data/points.ts';
import { randomStream } from '../random.ts';
import { DATA_NAMES, type DataName, dataSetOf } from './datasets.ts';
import { formulaName, formulaOf, isFormula, swapped } from './formula.ts';
import { takeOwn } from './own.ts';
import { packed } from './pack.ts';

/** Every point of a set whose points are given. */
function givenPoints(name: DataName): Points {
  // Nothing is drawn.
  return dataSetOf(name).draw(0, 0, randomStream(0, 'data'));
}

/**
 * Turns a formula over, or a set whose points are given: what was the input becomes the target. That
 * is another formula, another of the user's own, or the offered one that had been turned over before.
 *
 * @param title of the new set, where it has none
 */
export function swapAxes(name: DataName, title: string): DataName {
  if (isFormula(name)) return formulaName(swapped(formulaOf(name)!));
  const { x, y } = givenPoints(name);
  const text = packed({ x: y, y: x });
  const offered = DATA_NAMES.find(
    (other) => dataSetOf(other).fixedCount === x.length && packed(givenPoints(other)) === text,
  );
  return offered ?? takeOwn({ title, packed: text })!;
}
