import type { Split } from '../core/data/points.ts';
import { extent, type Range } from '../core/range.ts';

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
  const extents = extentsOf(data);
  const ranges = known.get(data) ?? { x: padded(extents.x), y: padded(extents.y) };
  known.set(data, ranges);
  return ranges;
}

/** Ranges that hold the points of both. */
export function commonRanges(a: Split, b: Split): Ranges {
  const [one, other] = [dataRanges(a), dataRanges(b)];
  const union = ([low, high]: Range, [least, most]: Range): Range => [
    Math.min(low, least),
    Math.max(high, most),
  ];
  return { x: union(one.x, other.x), y: union(one.y, other.y) };
}

function extentsOf({ train, test }: Split): Ranges {
  return { x: extent(train.x, test.x) ?? [0, 1], y: extent(train.y, test.y) ?? [0, 1] };
}

/** An axis may be so much longer than its data ask for before it is drawn anew. */
const SLACK = 1.4;

/** The ranges of data that follow others: each axis stays as long as it holds the points and is not much too long. */
export function calmRanges(before: Ranges, data: Split): Ranges {
  const extents = extentsOf(data);
  const wanted = dataRanges(data);
  const axis = (name: 'x' | 'y'): Range => {
    const [min, max] = before[name];
    const serves = min <= extents[name][0] && max >= extents[name][1];
    const length = wanted[name][1] - wanted[name][0];
    return serves && max - min <= SLACK * length ? before[name] : wanted[name];
  };
  const [x, y] = [axis('x'), axis('y')];
  return x === before.x && y === before.y ? before : { x, y };
}
