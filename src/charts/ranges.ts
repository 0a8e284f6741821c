import type { Split } from '../core/data/points.ts';
import type { Range } from '../core/range.ts';

/** Axis ranges of the main figure, in the data's units. */
export interface Ranges {
  readonly x: Range;
  readonly y: Range;
}

/** The largest of 1, 2, 5 times a power of ten that is not above `size`. */
export function niceStep(size: number): number {
  const power = 10 ** Math.floor(Math.log10(size));
  const factor = [5, 2, 1].find((candidate) => candidate * power <= size * (1 + 1e-9)) ?? 1;
  return factor * power;
}

/** Smallest and largest finite value; null if there is none. */
export function extent(...series: readonly ArrayLike<number>[]): Range | null {
  let min = Infinity;
  let max = -Infinity;
  for (const values of series) {
    for (let i = 0; i < values.length; i++) {
      const value = values[i]!;
      if (value < min && value !== -Infinity) min = value;
      if (value > max && value !== Infinity) max = value;
    }
  }
  return min <= max ? [min, max] : null;
}

/** Share of the data's span that is left free at each end. */
const PADDING = 0.06;

/** The range grown by 6 % at each end, then to the next whole twentieth. */
export function padded([min, max]: Range): Range {
  const size = Math.max(Math.abs(max), Math.abs(min));
  // What rounding alone tells apart is no span.
  const span = max - min > 1e-9 * size ? max - min : size > 1e-9 ? size : 1;
  const step = niceStep(span / 20);
  const clean = (value: number) => Number(value.toPrecision(12));
  return [
    clean(Math.floor((min - PADDING * span) / step) * step),
    clean(Math.ceil((max + PADDING * span) / step) * step),
  ];
}

const known = new WeakMap<Split, Ranges>();

/** Ranges that hold all points. They follow from the data alone, so they stay put while training. */
export function dataRanges(data: Split): Ranges {
  const { train, test } = data;
  const ranges = known.get(data) ?? {
    x: padded(extent(train.x, test.x) ?? [0, 1]),
    y: padded(extent(train.y, test.y) ?? [0, 1]),
  };
  known.set(data, ranges);
  return ranges;
}
