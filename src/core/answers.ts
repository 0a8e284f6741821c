import { cdf, type Mixture, pruned } from './mixture.ts';
import { type Fitted, mixturesAt } from './model.ts';
import { stationaryPoints } from './stationaryPoints.ts';

/** One of the values that a mixture holds likely. */
export interface Answer {
  /** A mode, in the target's unit. */
  readonly y: number;
  /** The probability of its basin: from the minimum below it to the minimum above it. */
  readonly share: number;
}

/**
 * The modes of a mixture, exactly, with the probability of their basins, the
 * likeliest first. `profile.ts` has a hundred times quicker ones. Basins divide the
 * line, so that the shares of all modes sum to 1; those of less than `least` are left out.
 */
export function answersOf(mixture: Mixture, least = 0.01): Answer[] {
  const points = stationaryPoints(mixture);
  const answers: Answer[] = [];
  let below = 0;
  points.forEach(({ y, kind }, i) => {
    if (kind !== 'maximum') return;
    const end = points[i + 1];
    const upTo = end ? cdf(mixture, end.y) : 1;
    answers.push({ y, share: upTo - below });
    below = upTo;
  });
  return answers
    .filter(({ share }) => share >= least)
    .sort((a, b) => b.share - a.share || a.y - b.y);
}

/** What a network answers at one input, in the data's own units. */
export interface AnswerAt {
  readonly x: number;
  /** One Gaussian of a feed-forward network; its σ̂ is NaN before the first epoch. */
  readonly mixture: Mixture;
  /** The mixture's modes; the one answer of a feed-forward network. */
  readonly answers: readonly Answer[];
}

export function answerAt(fitted: Fitted, x: number): AnswerAt {
  const mixture = mixturesAt(fitted, Float64Array.of(x))[0]!;
  const mixes = fitted.task.network.components > 0;
  const answers = mixes ? answersOf(pruned(mixture)) : [{ y: mixture.means[0]!, share: 1 }];
  return { x, mixture, answers };
}
