/** From `min` to `max`, both included, in whatever unit the context gives; min ≤ max. */
export type Range = readonly [min: number, max: number];

/** `count` values from `min` to `max`, both included, [count]; at least 2 of them. */
export function evenly(range: Range, count: number): Float64Array {
  return Float64Array.from({ length: count }, (_, i) => oneOfEvenly(range, count, i));
}

/** Value `i` of `evenly`, counted from 0. Rounding may keep the last one off the range's end. */
export function oneOfEvenly([min, max]: Range, count: number, i: number): number {
  return min + ((max - min) * i) / (count - 1);
}

/** The value, or the end of the range that it lies beyond. */
export function clamped(value: number, [min, max]: Range): number {
  return Math.min(max, Math.max(min, value));
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
