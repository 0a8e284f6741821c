import { describe, expect, it } from 'vitest';
import { articleExperiment } from '../../src/core/article.ts';
import { freshPoints } from '../../src/core/data/data.ts';
import { truthOf } from '../../src/core/datasets/truthOf.ts';
import {
  ensembleGrid,
  membersAt,
  onSameData,
  pooled,
  scoreEnsemble,
  unseenPoints,
  varianceParts,
} from '../../src/core/ensemble.ts';
import type { Experiment } from '../../src/core/experiment.ts';
import { density, logDensity, variance } from '../../src/core/mixture.ts';
import { gridMixture } from '../../src/core/profile.ts';
import { ScoringPoints } from '../../src/core/scoring.ts';
import { untrained } from '../../src/core/untrained.ts';
import { onOwnPoints } from '../helpers/ownPoints.ts';

const article = articleExperiment('sine', 'mdn');
/** Networks of several sizes with the first weights of several seeds. */
const members = [
  [2, 1],
  [3, 2],
  [3, 3],
].map(([components, seed]) =>
  untrained({
    ...article,
    seed: seed!,
    model: { ...article.model, components: components! } as never,
  }),
);
const x = Float64Array.of(-7, 0, 3.5);
const answers = membersAt(members, x);

describe('an ensemble', () => {
  it('is a mixture of mixtures: its density is the mean of its members’', () => {
    for (const mixtures of answers) {
      const whole = pooled(mixtures);
      expect(whole.weights).toHaveLength(2 + 3 + 3);
      expect(whole.weights.reduce((sum, weight) => sum + weight)).toBeCloseTo(1, 12);
      for (const y of [-9, 0.1, 4]) {
        const mean = mixtures.reduce((sum, one) => sum + density(one, y), 0) / mixtures.length;
        expect(density(whole, y)).toBeCloseTo(mean, 12);
      }
    }
  });

  it('is packed as any other answer is', () => {
    const grid = ensembleGrid(x, answers);
    expect([grid.components, grid.weights.length]).toEqual([8, 24]);
    const second = gridMixture(grid, 1)!;
    expect(density(second, 0.3)).toBeCloseTo(density(pooled(answers[1]!), 0.3), 5);
  });

  it('parts its variance by the law of total variance', () => {
    for (const mixtures of answers) {
      const { within, between } = varianceParts(mixtures);
      expect(within + between).toBeCloseTo(variance(pooled(mixtures)), 9);
      expect(between).toBeGreaterThan(0);
    }
    expect(varianceParts([answers[0]![0]!, answers[0]![0]!]).between).toBe(0);
  });

  it('has the score that its density has on the same points as its members', () => {
    const points = freshPoints(article.data, 1, 60)!;
    const against = new ScoringPoints(points, truthOf('sine', article.data.noise));
    const work = scoreEnsemble(members, against, 50);
    let step = work.next();
    while (!step.done) step = work.next();
    const { whole, members: alone } = step.value;
    const at = membersAt(members, points.x.slice(0, 50));
    const byHand = at.map((mixtures, i) => {
      const mean = mixtures.reduce((sum, one) => sum + density(one, points.y[i]!), 0) / 3;
      return -Math.log(mean);
    });
    const mean = (values: readonly number[]) =>
      values.reduce((sum, v) => sum + v, 0) / values.length;
    expect(whole.nll.loss.mean).toBeCloseTo(mean(byHand), 9);
    expect(whole.nll.loss.count).toBe(50);
    expect(alone).toHaveLength(3);
    const first = at.map((mixtures, i) => -logDensity(mixtures[0]!, points.y[i]!));
    expect(alone[0]!.nll.loss.mean).toBeCloseTo(mean(first), 9);
    // −log is convex: together they are at least as good as they are on the average.
    expect(whole.nll.loss.mean).toBeLessThan(mean(alone.map(({ nll }) => nll.loss.mean)));
    expect(whole.crps.mean).toBeLessThan(mean(alone.map(({ crps }) => crps.mean)));
  });

  it('is of networks that have learned the same data set, whatever their seeds', () => {
    const other = { ...article, data: { ...article.data, points: 100 } };
    expect(onSameData([article, { ...article, seed: 9 }])).toBe(true);
    expect(onSameData([article, other])).toBe(false);
  });

  it('is scored on points that no member has trained on, of somebody’s own on common test points', () => {
    const member = (experiment: Experiment) => ({ experiment, fitted: untrained(experiment) });
    const own = onOwnPoints(80);
    const [first, wider, other] = [
      own,
      { ...own, model: { ...own.model, hidden: [9] } },
      { ...own, seed: own.seed + 1 },
    ].map(member);
    expect(unseenPoints([first!, wider!], 3000)).toEqual(first!.fitted.task.data.test);
    expect(onSameData([own, other!.experiment])).toBe(true);
    expect(unseenPoints([first!, other!], 3000)).toBeNull();
    const drawn = [member(article), member({ ...article, seed: 2 })];
    expect(unseenPoints(drawn, 3000)?.x).toHaveLength(3000);
  });
});
