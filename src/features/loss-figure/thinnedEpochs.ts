/**
 * At most `most` of the epochs, evenly by their place, the first and the last
 * among them and those of `kept` that there are.
 *
 * @param epochs ascending, [n]
 * @param most at least 2 more than there are in `kept`
 */
export function thinnedEpochs(
  epochs: ArrayLike<number>,
  kept: readonly number[],
  most: number,
): number[] {
  const all = Array.from(epochs);
  if (all.length <= most) return all;
  const count = most - kept.length;
  const even = Array.from(
    { length: count },
    (_, i) => all[Math.round((i * (all.length - 1)) / (count - 1))]!,
  );
  const known = kept.filter((epoch) => all.includes(epoch));
  return [...new Set([...even, ...known])].sort((a, b) => a - b);
}
