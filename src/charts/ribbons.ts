import type { Range } from '../core/range.ts';

/** Outlines of areas, one after the other with NaN between; each closes on its first point. */
export interface Areas {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

const overlap = (a: Range, b: Range) => a[0] < b[1] && b[0] < a[1];

/**
 * Regions of single columns joined to ribbons: an interval is joined to every
 * interval of the next column that it overlaps, and where it meets none it ends
 * half-way to the next column.
 *
 * @param x the columns' places, [n], ascending
 * @param columns the intervals of each, [n]
 */
export function ribbons(x: ArrayLike<number>, columns: readonly (readonly Range[])[]): Areas {
  const xs: number[] = [];
  const ys: number[] = [];
  const area = (left: number, a: Range, right: number, b: Range) => {
    xs.push(left, right, right, left, left, Number.NaN);
    ys.push(a[0], b[0], b[1], a[1], a[0], Number.NaN);
  };
  for (let i = 1; i < columns.length; i++) {
    const [left, right] = [x[i - 1]!, x[i]!];
    const middle = 0.5 * (left + right);
    const [before, after] = [columns[i - 1]!, columns[i]!];
    for (const a of before) {
      const next = after.filter((b) => overlap(a, b));
      for (const b of next) area(left, a, right, b);
      if (next.length === 0) area(left, a, middle, a);
    }
    for (const b of after) {
      if (!before.some((a) => overlap(a, b))) area(middle, b, right, b);
    }
  }
  return { x: Float64Array.from(xs), y: Float64Array.from(ys) };
}
