import { FigureStore } from '../../parts/figureStore.ts';

/** The loss of one point under N(0, 1), z deviations from its mean, in float32 arithmetic. */

const f = Math.fround;
const ROOT = f(1 / Math.sqrt(2 * Math.PI));

/** The density first, then its logarithm, each step rounded to float32: breaks far from the mean. */
export function naiveNll(z: number): number {
  const density = f(f(Math.exp(f(-0.5 * f(z * z)))) * ROOT);
  return f(-Math.log(density));
}

/** The logarithm of the density directly: a square. */
export function stableNll(z: number): number {
  return f(f(0.5 * f(z * z)) - f(Math.log(ROOT)));
}

/**
 * The derivative by the mean as automatic differentiation takes it from the
 * naive loss: one over the density, times the density's own derivative. The
 * first overflows while the density is still above 0; then it is ∞ · 0.
 */
export function naiveGradient(z: number): number {
  const density = f(f(Math.exp(f(-0.5 * f(z * z)))) * ROOT);
  return f(-f(f(1 / density) * f(density * f(z))));
}

export const underflow = new FigureStore({ z: 6 });

/** The reader has found a distance at which the naive loss is infinite. */
export function useUnderflow(): boolean {
  return naiveNll(underflow.useNow().z) === Number.POSITIVE_INFINITY;
}
