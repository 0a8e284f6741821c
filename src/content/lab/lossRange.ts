/**
 * The range of a loss axis: from a little below the lowest to where most of the
 * curve is seen, since the first epochs tower over all that follows.
 */
export function lossRange(
  series: readonly Float64Array[],
  best: number | null,
): readonly [number, number] {
  const values = series.flatMap((losses) => [...losses].filter(Number.isFinite));
  if (best !== null) values.push(best);
  if (values.length < 2) return best === null ? [0, 4] : spread(best, best + Math.max(1, best));
  values.sort((a, b) => a - b);
  const low = values[0]!;
  const middle = values[Math.floor(values.length / 2)]!;
  const late = values[Math.floor(0.97 * (values.length - 1))]!;
  return spread(low, Math.max(late, middle + 1.5 * (middle - low), low + 0.2));
}

/** Round ends, so that the axis does not tremble while the curve grows. */
function spread(low: number, high: number): readonly [number, number] {
  const step = 10 ** Math.floor(Math.log10(high - low)) / 2;
  return [
    Math.floor((low - 0.04 * (high - low)) / step) * step,
    Math.ceil((high + 0.04 * (high - low)) / step) * step,
  ];
}
