/** A mean over points, and how far chance may have moved it. */
export interface Estimate {
  readonly mean: number;
  /** Sample standard deviation / √count; NaN for fewer than two points. */
  readonly standardError: number;
  readonly count: number;
}

export function estimate(values: ArrayLike<number>): Estimate {
  const count = values.length;
  let total = 0;
  for (let i = 0; i < count; i++) total += values[i]!;
  const average = total / count;
  let squares = 0;
  for (let i = 0; i < count; i++) squares += (values[i]! - average) ** 2;
  const standardError = count > 1 ? Math.sqrt(squares / (count - 1) / count) : Number.NaN;
  return { mean: average, standardError, count };
}
