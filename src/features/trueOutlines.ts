import type { Segments } from '../charts/contours.ts';
import { regionOutlines } from '../charts/truthLayer.ts';
import { truthOf } from '../core/datasets/truthOf.ts';
import type { DataSettings } from '../core/experiment.ts';
import { evenly, type Range } from '../core/range.ts';
import { targetRows, trueDensity } from '../core/truth/pictures.ts';

const COLUMNS = 160;
/** The outer region first. */
const SHARES = [0.9, 0.5];

/**
 * The outlines of the regions that hold 90 and 50 % of the true density at every known
 * input, none where there is no truth; stops after every column.
 */
export function* trueOutlines(
  { name, noise }: DataSettings,
  known: Range,
  targets: Range,
): Generator<undefined, Segments[]> {
  const truth = truthOf(name, noise);
  if (!truth) return [];
  const [x, y] = [evenly(known, COLUMNS), evenly(targets, targetRows(truth, targets))];
  return regionOutlines({ x, y, density: yield* trueDensity(truth, x, y) }, SHARES);
}
