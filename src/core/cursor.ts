import type { Split } from './data/points.ts';
import { quantile } from './quantile.ts';
import { extent } from './range.ts';

/** So much of their width the axes may reach beyond the inputs. */
const MARGIN = 0.05;

/** Where a slice of these points is taken: at `cursor`, or at the median input if that lies beyond them. */
export function cursorOver({ train, test }: Split, cursor: number): number {
  const inputs = extent(train.x, test.x);
  if (!inputs) return cursor;
  const margin = MARGIN * (inputs[1] - inputs[0]);
  if (cursor >= inputs[0] - margin && cursor <= inputs[1] + margin) return cursor;
  const sorted = Float64Array.from([...train.x, ...test.x]).sort();
  return quantile(sorted, 0.5);
}
