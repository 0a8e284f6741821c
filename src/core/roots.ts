/**
 * A root of a continuous function in a bracket, by Chandrupatla's method
 * (Advances in Engineering Software 28:145, 1997): inverse quadratic
 * interpolation where it is safe, bisection elsewhere. It needs as few calls
 * as Brent's method, keeps the bracket, and cannot fail.
 *
 * @param low, high ends of the bracket; f must not have one sign at both
 * @param tolerance absolute, in the unit of the argument, beside a relative
 *   error of a few units in the last place
 * @returns a point within the tolerance of a root; the end at which f is
 *   nearer 0 if the signs are equal
 */
export function root(
  f: (at: number) => number,
  low: number,
  high: number,
  tolerance = 0,
  fLow = f(low),
  fHigh = f(high),
): number {
  // No arrays in the loop: densities and quantiles call this by the thousand.
  let a = high;
  let b = low;
  let c = high;
  let fa = fHigh;
  let fb = fLow;
  let fc = fHigh;
  if (fa === 0 || fb === 0 || fa > 0 === fb > 0) return Math.abs(fa) < Math.abs(fb) ? a : b;
  let t = 0.5;
  for (let round = 0; round < 200; round++) {
    const at = a + t * (b - a);
    const ft = f(at);
    if (ft > 0 === fa > 0) {
      c = a;
      fc = fa;
    } else {
      c = b;
      fc = fb;
      b = a;
      fb = fa;
    }
    a = at;
    fa = ft;
    const best = Math.abs(fa) < Math.abs(fb) ? a : b;
    const fBest = best === a ? fa : fb;
    const limit = (2 * Number.EPSILON * Math.abs(best) + 0.5 * tolerance) / Math.abs(b - c);
    if (fBest === 0 || limit > 0.5 || !Number.isFinite(limit)) return best;
    const xi = (a - b) / (c - b);
    const phi = (fa - fb) / (fc - fb);
    t =
      phi * phi < xi && (1 - phi) ** 2 < 1 - xi
        ? (fa / (fb - fa)) * (fc / (fb - fc)) +
          ((c - a) / (b - a)) * (fa / (fc - fa)) * (fb / (fc - fb))
        : 0.5;
    t = Math.max(limit, Math.min(1 - limit, t));
  }
  return a;
}
