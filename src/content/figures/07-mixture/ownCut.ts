import { dataRanges } from '../../../charts/ranges.ts';
import { softmax } from '../../../core/loss.ts';
import type { Mixture } from '../../../core/mixture.ts';
import { pullsOf } from '../../lab/pulls.ts';
import { FigureStore } from '../../parts/figureStore.ts';
import { progressStore } from '../../progress.ts';
import { DATA, mixtureOf } from './slice.ts';

/** The mixture that was set by hand, taken for the answer at every input, with a cut through it. */

export const RANGES = dataRanges(DATA);

interface OwnCut {
  readonly x: number;
  /** The training point that was chosen, by its index. */
  readonly point: number | null;
  /** What following the pulls has made of the bells, or the text; null while they are as set by hand. */
  readonly instead: Mixture | null;
}

export const ownCut = new FigureStore<OwnCut>({ x: 0, point: null, instead: null });

// Bells that were set anew have been pulled nowhere.
progressStore.subscribe(({ bells }, before) => {
  if (bells !== before.bells) ownCut.set({ instead: null });
});

/** Bells that fit the points near x = 0. */
export const FITTED = mixtureOf([
  { weight: 0.41, mean: -14, width: 0.8 },
  { weight: 0.18, mean: 0, width: 0.4 },
  { weight: 0.41, mean: 14, width: 0.8 },
]);

/** What a step of descent takes of the gradient. */
const RATE = 0.3;

/** Steps of plain gradient descent on the mean loss of some targets, all of them pulling at once. */
export function follow(mixture: Mixture, targets: readonly number[], steps: number): Mixture {
  const { weights, means, deviations } = mixture;
  const raw = {
    // A component of no weight has no logit.
    logits: weights.map((weight) => Math.log(Math.max(weight, 1e-6))),
    means: means.slice(),
    logVariances: deviations.map((deviation) => 2 * Math.log(deviation)),
  };
  let now = mixture;
  for (let step = 0; step < steps; step++) {
    for (const y of targets) {
      for (const pull of pullsOf(now, y)) {
        const rate = RATE / targets.length;
        raw.logits[pull.component]! += rate * pull.logit;
        raw.means[pull.component]! += rate * pull.mean;
        raw.logVariances[pull.component]! += rate * pull.logVariance;
      }
    }
    now = {
      weights: softmax(raw.logits, 0, raw.logits.length, new Float64Array(raw.logits.length)),
      means: raw.means.slice(),
      deviations: raw.logVariances.map((s) => Math.exp(s / 2)),
    };
  }
  return now;
}
