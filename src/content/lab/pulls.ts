import { type Mixture, responsibilities } from '../../core/mixture.ts';

/** What one point asks of one component: minus the gradient of its loss. */
export interface Pull {
  /** From 0. */
  readonly component: number;
  /** π_k. */
  readonly weight: number;
  /** γ_k: the probability that this component produced the point. */
  readonly responsibility: number;
  /** γ_k (y − μ_k) / σ_k²: −∂E/∂μ_k, per unit of the target. */
  readonly mean: number;
  /** ½ γ_k ((y − μ_k)² / σ_k² − 1): −∂E/∂s_k, with s_k = log σ_k². */
  readonly logVariance: number;
  /** γ_k − π_k: −∂E/∂a_k, with a_k the logit of the weight. */
  readonly logit: number;
}

/**
 * The pulls of a point on every component of the mixture at its input, [K]
 * (Bishop 1994; PRML §5.6, eqs. 5.155–5.157).
 */
export function pullsOf(mixture: Mixture, y: number): Pull[] {
  const { weights, means, deviations } = mixture;
  return Array.from(responsibilities(mixture, y), (responsibility, component) => {
    const deviation = deviations[component]!;
    const z = (y - means[component]!) / deviation;
    const weight = weights[component]!;
    return {
      component,
      weight,
      responsibility,
      mean: (responsibility * z) / deviation,
      logVariance: 0.5 * responsibility * (z * z - 1),
      logit: responsibility - weight,
    };
  });
}
