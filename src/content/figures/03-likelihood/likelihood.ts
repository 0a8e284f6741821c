import { FigureStore } from '../../parts/figureStore.ts';

/** What eight labels and one predicted probability give: five quantities that say the same. */

export type Label = 0 | 1;

/** y log p, with the limit 0 where y is 0. */
function term(count: number, probability: number): number {
  return count === 0 ? 0 : count * Math.log(probability);
}

export interface Quantities {
  readonly ones: number;
  readonly zeros: number;
  /** p^{n₁} (1 − p)^{n₀}. */
  readonly likelihood: number;
  readonly logLikelihood: number;
  readonly nll: number;
  /** H(p̂, p) of the labels' shares with the prediction. */
  readonly crossEntropy: number;
  /** Mean over the labels of −y log p − (1 − y) log(1 − p). */
  readonly logLoss: number;
}

/** @param p predicted probability of a 1, 0 to 1 */
export function quantities(labels: readonly Label[], p: number): Quantities {
  const ones = labels.filter((label) => label === 1).length;
  const zeros = labels.length - ones;
  const logLikelihood = term(ones, p) + term(zeros, 1 - p);
  const share = ones / labels.length;
  return {
    ones,
    zeros,
    likelihood: p ** ones * (1 - p) ** zeros,
    logLikelihood,
    nll: 0 - logLikelihood,
    crossEntropy: 0 - (term(share, p) + term(1 - share, 1 - p)),
    logLoss:
      labels.reduce((sum: number, y) => sum - (y ? Math.log(p) : Math.log(1 - p)), 0) /
      labels.length,
  };
}

export const ARTICLE_LABELS: readonly Label[] = [0, 1, 1, 1, 1, 0, 1, 1];

export const labels = new FigureStore({ labels: ARTICLE_LABELS, p: 0.4 });

/** The lowest point of the curve stands at one half. */
export function useHalf(): boolean {
  const { ones, zeros } = quantities(labels.useNow().labels, 0.5);
  return ones === zeros;
}

/** A certain prediction that one label contradicts. */
export function useInfinite(): boolean {
  const state = labels.useNow();
  return quantities(state.labels, state.p).logLoss === Number.POSITIVE_INFINITY;
}
