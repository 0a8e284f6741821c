/** From `min` to `max`, both included, in whatever unit the context gives; min ≤ max. */
export type Range = readonly [min: number, max: number];

/** `count` values from `min` to `max`, both included, [count]; at least 2 of them. */
export function evenly([min, max]: Range, count: number): Float64Array {
  return Float64Array.from({ length: count }, (_, i) => min + ((max - min) * i) / (count - 1));
}
