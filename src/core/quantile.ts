/**
 * The value below which a share of the values lies, linear between the middles of
 * their steps (Hazen's quantile); the median where the share is a half.
 *
 * @param sorted ascending, at least one; may end with infinities
 * @param share from 0 to 1
 */
export function quantile(sorted: Float64Array, share: number): number {
  const last = sorted.length - 1;
  const at = Math.min(last, Math.max(0, share * sorted.length - 0.5));
  const below = Math.floor(at);
  const [from, to] = [sorted[below]!, sorted[Math.min(last, below + 1)]!];
  // Infinity is no distance to go.
  return at === below || from === to ? from : from + (at - below) * (to - from);
}
