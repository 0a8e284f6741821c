import { erfc, exp, HALF_LOG_2PI, log } from '../math.ts';

/** The exact distribution of a data set's target at one input. */
export interface Conditional {
  /** E[target given input], in the target's unit. */
  readonly mean: number;
  readonly variance: number;
  /** P(target ≤ y). */
  cdf(y: number): number;
  /**
   * The log density in nats per unit of the target, −∞ where the target cannot
   * be, ∞ at a singularity. Null without noise: the target is then one of
   * finitely many values and has no density.
   */
  readonly logDensity: ((y: number) => number) | null;
}

/** N(mean, deviation²). */
export function normalConditional(mean: number, deviation: number): Conditional {
  const logNormaliser = HALF_LOG_2PI + log(deviation);
  return {
    mean,
    variance: deviation * deviation,
    cdf: (y) => 0.5 * erfc((Math.SQRT1_2 * (mean - y)) / deviation),
    logDensity: (y) => -logNormaliser - 0.5 * ((y - mean) / deviation) ** 2,
  };
}

/** A value that the target may have, and its probability up to a common factor. */
export interface Atom {
  readonly value: number;
  readonly weight: number;
}

/** The target of noiseless data: one of finitely many values. */
export function discreteConditional(atoms: readonly Atom[]): Conditional {
  const total = atoms.reduce((sum, { weight }) => sum + weight, 0);
  const average = (f: (value: number) => number) =>
    atoms.reduce((sum, { value, weight }) => sum + weight * f(value), 0) / total;
  const mean = average((value) => value);
  return {
    mean,
    variance: average((value) => (value - mean) ** 2),
    cdf: (y) => average((value) => (value <= y ? 1 : 0)),
    logDensity: null,
  };
}

/** A value about which the target is normally distributed. */
export interface NormalAtom extends Atom {
  readonly deviation: number;
}

/** Σ πₖ N(valueₖ, deviationₖ²), with πₖ in proportion to the weights. */
export function normalMixtureConditional(atoms: readonly NormalAtom[]): Conditional {
  const { mean, variance } = discreteConditional(atoms);
  const total = atoms.reduce((sum, { weight }) => sum + weight, 0);
  const parts = atoms.map(({ value, weight, deviation }) => ({
    logShare: log(weight / total),
    share: weight / total,
    normal: normalConditional(value, deviation),
  }));
  return {
    mean,
    variance: variance + parts.reduce((sum, { share, normal }) => sum + share * normal.variance, 0),
    cdf: (y) => parts.reduce((sum, { share, normal }) => sum + share * normal.cdf(y), 0),
    logDensity(y) {
      const logs = parts.map(({ logShare, normal }) => logShare + normal.logDensity!(y));
      const most = Math.max(...logs);
      return most + log(logs.reduce((sum, value) => sum + exp(value - most), 0));
    },
  };
}
