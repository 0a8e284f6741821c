import { logSumExp, softmax } from './loss.ts';
import { erf, erfc, exp, HALF_LOG_2PI, log } from './math.ts';

/**
 * A mixture of K Gaussians on the line, Σ_k π_k N(μ_k, σ_k²). A Gaussian is
 * one with a single component. All three arrays are [K].
 */
export interface Mixture {
  /** π, each at least 0, summing to 1. */
  readonly weights: Float64Array;
  /** μ, in the target's unit. */
  readonly means: Float64Array;
  /** σ (not σ²), in the target's unit, each above 0. */
  readonly deviations: Float64Array;
}

/** Whether the mixture has a density: a feed-forward network's σ̂ is not known before its first epoch. */
export function hasDensity({ deviations }: Mixture): boolean {
  return deviations.every((deviation) => deviation > 0);
}

const SQRT_HALF = Math.SQRT1_2;
/** √(2/π). */
const SQRT_2_OVER_PI = 0.7978845608028654;

/** K components to be filled; not yet a mixture. */
export function emptyMixture(components: number): Mixture {
  return {
    weights: new Float64Array(components),
    means: new Float64Array(components),
    deviations: new Float64Array(components),
  };
}

/** Components lighter than this do not show: neither in a density nor in where its modes are. */
export const NEGLIGIBLE = 1e-4;

/**
 * The mixture without its components of weight below `smallest`, the rest
 * rescaled to sum to 1. No probability moves by more than K·smallest.
 */
export function pruned(mixture: Mixture, smallest = NEGLIGIBLE): Mixture {
  const kept: number[] = [];
  let total = 0;
  mixture.weights.forEach((weight, k) => {
    if (weight < smallest) return;
    kept.push(k);
    total += weight;
  });
  if (kept.length === 0 || kept.length === mixture.weights.length) return mixture;
  const pick = (values: Float64Array, divisor: number) =>
    Float64Array.from(kept, (k) => values[k]! / divisor);
  return {
    weights: pick(mixture.weights, total),
    means: pick(mixture.means, 1),
    deviations: pick(mixture.deviations, 1),
  };
}

function sum(mixture: Mixture, term: (weight: number, mean: number, deviation: number) => number) {
  const { weights, means, deviations } = mixture;
  let total = 0;
  for (let k = 0; k < weights.length; k++) {
    const weight = weights[k]!;
    if (weight > 0) total += term(weight, means[k]!, deviations[k]!);
  }
  return total;
}

/** log(π_k N(y; μ_k, σ_k²)) of every component, [K]; −∞ where π_k = 0. */
function logTerms(mixture: Mixture, y: number): Float64Array {
  return mixture.weights.map((weight, k) => {
    const deviation = mixture.deviations[k]!;
    const z = (y - mixture.means[k]!) / deviation;
    return log(weight) - log(deviation) - HALF_LOG_2PI - 0.5 * z * z;
  });
}

/** log q(y), in nats per unit of the target; does not underflow far from every mean. */
export function logDensity(mixture: Mixture, y: number): number {
  return logSumExp(logTerms(mixture, y));
}

/** q(y), per unit of the target. */
export function density(mixture: Mixture, y: number): number {
  return exp(logDensity(mixture, y));
}

/** π_k N(y; μ_k, σ_k²): what component k adds to the density at y. */
export function partAt({ weights, means, deviations }: Mixture, k: number, y: number): number {
  const deviation = deviations[k]!;
  const z = (y - means[k]!) / deviation;
  return weights[k]! * exp(-log(deviation) - HALF_LOG_2PI - 0.5 * z * z);
}

/** P(Y ≤ y). */
export function cdf(mixture: Mixture, y: number): number {
  const value = sum(mixture, (weight, m, s) => 0.5 * weight * erfc((SQRT_HALF * (m - y)) / s));
  return Math.min(1, value);
}

/** Σ π_k μ_k. */
export function mean(mixture: Mixture): number {
  return sum(mixture, (weight, m) => weight * m);
}

/** Σ π_k (σ_k² + (μ_k − mean)²): the variance within components and between them. */
export function variance(mixture: Mixture): number {
  const centre = mean(mixture);
  return sum(mixture, (weight, m, s) => weight * (s * s + (m - centre) ** 2));
}

/** γ_k = P(k given y), [K]; sums to 1. */
export function responsibilities(mixture: Mixture, y: number): Float64Array {
  const terms = logTerms(mixture, y);
  return softmax(terms, 0, terms.length, terms);
}

/**
 * The `count` components of largest weight, largest first, ties by index: the
 * article's "most likely". See `answers.ts` for the peaks of the density, which
 * these are not.
 */
export function mostLikely(mixture: Mixture, count: number): number[] {
  const { weights } = mixture;
  return Array.from(weights.keys())
    .sort((i, j) => weights[j]! - weights[i]! || i - j)
    .slice(0, count);
}

/**
 * The draw that belongs to a uniform `u` on [0, 1), which chooses the
 * component by its weight, and a standard normal `z`, which y = μ_k + σ_k z.
 */
export function sampleAt(mixture: Mixture, u: number, z: number): number {
  const { weights, means, deviations } = mixture;
  let chosen = 0;
  let below = 0;
  for (let k = 0; k < weights.length; k++) {
    const weight = weights[k]!;
    if (weight === 0) continue;
    // If rounding leaves the sum below u, the last component with weight stands.
    chosen = k;
    below += weight;
    if (u < below) break;
  }
  return means[chosen]! + deviations[chosen]! * z;
}

/** A(m, v) = E|X| of X ~ N(m, v) = m(2Φ(m/√v) − 1) + 2√v φ(m/√v), with √v given. */
export function expectedDistance(m: number, deviation: number): number {
  if (deviation === 0) return Math.abs(m);
  const z = m / deviation;
  return m * erf(SQRT_HALF * z) + SQRT_2_OVER_PI * deviation * exp(-0.5 * z * z);
}

/**
 * The continuous ranked probability score of y, in the target's unit, the less
 * the better: Σ π_i A(y − μ_i, σ_i²) − ½ Σ_ij π_i π_j A(μ_i − μ_j, σ_i² + σ_j²)
 * (Grimit et al. 2006, QJRMS 132:2925). Takes time proportional to K².
 */
export function crps(mixture: Mixture, y: number): number {
  return sum(mixture, (w, m, s) => w * expectedDistance(y - m, s)) - halfSpread(mixture);
}

/** ½ E|Y − Y'| of two independent draws. */
function halfSpread({ weights, means, deviations }: Mixture): number {
  let total = 0;
  for (let i = 0; i < weights.length; i++) {
    const [w, m, s] = [weights[i]!, means[i]!, deviations[i]!];
    if (w === 0) continue;
    let row = 0.5 * w * expectedDistance(0, Math.SQRT2 * s);
    for (let j = 0; j < i; j++) {
      const t = deviations[j]!;
      const deviation = Math.sqrt(s * s + t * t);
      row += weights[j]! * expectedDistance(m - means[j]!, deviation);
    }
    total += w * row;
  }
  return total;
}
