import { describe, expect, it } from 'vitest';
import { type Comparison, compare } from '../../src/core/comparison.ts';
import { sine, sineCurve } from '../../src/core/datasets/sine.ts';
import { estimate } from '../../src/core/estimate.ts';
import { crps, mean } from '../../src/core/mixture.ts';
import { mixturesAt } from '../../src/core/model.ts';
import { randomStream } from '../../src/core/random.ts';
import type { Range } from '../../src/core/range.ts';
import { lossOn, pointLoss, truthLoss } from '../../src/core/scores.ts';
import { canBeScored, Scoring, ScoringPoints } from '../../src/core/scoring.ts';
import { stated } from '../helpers/fitted.ts';
import { gaussian, sample } from '../helpers/mixtures.ts';
import { knownTruth } from '../helpers/truth.ts';

const fresh = sine.fresh(4000, 1, randomStream(1, 'fresh'));

/** −log density of N(f(x) + shift, deviation²) at every point of the sine data. */
const losses = (shift: number, deviation: number) =>
  fresh.x.map((x, i) => pointLoss(gaussian(sineCurve(x) + shift, deviation), fresh.y[i]!, false));

/** Arbitrary raw outputs, and the targets that the mixtures themselves draw. */
function drawn(components: number, count: number) {
  const random = randomStream(5, 'samples');
  const network = { components, varianceFloor: 0.01 };
  const raw = Float32Array.from({ length: 3 * components * count }, () => 2 * random.normal());
  const { fitted } = stated({ network, raw });
  const x = Float64Array.from({ length: count }, (_, i) => i);
  /** Answers for any run of the inputs. */
  const forward = (_: unknown, at: Float64Array) =>
    raw.subarray(3 * components * at[0]!, 3 * components * (at.at(-1)! + 1));
  const mixtures = mixturesAt(fitted, x, forward);
  const y = Float64Array.from(mixtures, (mixture) => sample(mixture, random));
  return { fitted, forward, mixtures, points: { x, y } };
}

function scoresOf(
  { fitted, forward, points }: ReturnType<typeof drawn>,
  step: number,
  most: number,
  trainedOn: Range | null = null,
) {
  const answer = (x: Float64Array) => mixturesAt(fitted, x, forward);
  const scoring = new Scoring(answer, step, new ScoringPoints(points, null, trainedOn), most);
  for (;;) {
    const scores = scoring.advance();
    if (scores) return scores;
  }
}

describe('the excess', () => {
  const truthLosses = fresh.x.map((x, i) =>
    truthLoss(knownTruth('sine', 1), x, fresh.y[i]!, false),
  );

  it('is 0, without any error, for the truth itself', () => {
    const { excess } = compare(losses(0, 1), truthLosses);
    expect(excess?.mean).toBeCloseTo(0, 12);
    expect(excess?.standardError).toBeCloseTo(0, 12);
  });

  it('estimates the Kullback–Leibler divergence within its standard error', () => {
    const { excess } = compare(losses(0.3, 1.5), truthLosses);
    const divergence = Math.log(1.5) + (1 + 0.3 ** 2) / (2 * 1.5 ** 2) - 0.5;
    const { mean, standardError, count } = excess as NonNullable<typeof excess>;
    expect(count).toBe(4000);
    expect(Math.abs(mean - divergence)).toBeLessThan(3.5 * standardError);
    expect(standardError).toBeLessThan(0.01);
  });

  it('leaves out points at which the truth is undefined or infinite', () => {
    const truth = knownTruth('sine', 1);
    const best = Float64Array.of(
      truthLoss(truth, 0, 0, false),
      truthLoss(truth, 99, 0, false),
      truthLoss(truth, 1, 2, false),
    );
    const { loss, truth: bestMean, excess } = compare(Float64Array.of(1, 1, 4), best);
    expect([loss.count, excess?.count]).toEqual([2, 2]);
    expect(loss.mean).toBe(2.5);
    expect(bestMean! + excess!.mean).toBeCloseTo(loss.mean, 12);
    const start = truthLoss(knownTruth('spiral', 1), 0.5, 0, false);
    expect(start).toBe(Number.NEGATIVE_INFINITY);
    expect(compare(Float64Array.of(1), Float64Array.of(start)).excess).toBeNull();
  });

  it('is null for data without noise, and for data of which nothing is known', () => {
    for (const truth of [knownTruth('sine', 0), null]) {
      const none = fresh.x.map((x, i) => truthLoss(truth, x, fresh.y[i]!, false));
      expect(compare(losses(0, 1), none)).toMatchObject({ truth: null, excess: null });
      expect(compare(losses(0, 1), none).loss.count).toBe(4000);
    }
  });
});

describe('the truth’s own loss', () => {
  it('of a mean is the squared distance from the true one, also without noise', () => {
    expect(truthLoss(knownTruth('sine', 0), 3, sineCurve(3) + 2, true)).toBeCloseTo(4, 12);
    expect(truthLoss(null, 3, 2, true)).toBeNaN();
  });
});

describe('estimate', () => {
  it('is the mean with its standard error', () => {
    expect(estimate([1, 2, 3, 6])).toEqual({
      mean: 3,
      standardError: Math.sqrt(14 / 3 / 4),
      count: 4,
    });
    expect(estimate([1]).standardError).toBeNaN();
  });
});

describe('scoring', () => {
  it('has the loss of the network as its mean −log density', () => {
    const network = drawn(4, 250);
    const { fitted, forward, points } = network;
    const scores = scoresOf(network, 7, 1e6);
    expect(scores.nll.loss.mean).toBeCloseTo(lossOn(fitted, points, forward), 5);
    expect([scores.step, scores.nll.loss.count]).toEqual([7, 250]);
  });

  it('takes the CRPS of a tenth of the points, and the squared errors of all', () => {
    const network = drawn(3, 230);
    const { mixtures, points } = network;
    const scores = scoresOf(network, 0, 1e6);
    const all = mixtures.slice(0, 23).map((mixture, i) => crps(mixture, points.y[i]!));
    expect(scores.crps.mean).toBeCloseTo(estimate(all).mean, 6);
    expect(scores.crps.count).toBe(23);
    const errors = mixtures.map((mixture, i) => (points.y[i]! - mean(mixture)) ** 2);
    expect(scores.squaredError.loss.mean).toBeCloseTo(estimate(errors).mean, 9);
  });

  it('stops at the number of points that was asked for', () => {
    const scores = scoresOf(drawn(2, 300), 0, 100);
    expect(scores.nll.loss.count).toBe(100);
  });

  it('tells the points inside of the trained range and those outside apart', () => {
    const network = drawn(3, 240);
    const { points } = network;
    const of = (trainedOn: Range | null, own = points) =>
      scoresOf({ ...network, points: own }, 0, 1e6, trainedOn);
    const apart = of([0, 99]);
    // The points of this model lie at 0, 1, 2 and so on.
    const inside = of(null, { x: points.x.subarray(0, 100), y: points.y.subarray(0, 100) });
    expect(apart.nll).toEqual(inside.nll);
    expect(apart.squaredError).toEqual(inside.squaredError);
    expect(apart.outside?.nll.loss.count).toBe(140);
    const { nll } = of(null);
    const sum = ({ loss }: Comparison) => loss.mean * loss.count;
    expect(sum(apart.nll) + sum(apart.outside!.nll)).toBeCloseTo(sum(nll), 8);
    expect(of([0, 1000]).outside).toBeNull();
  });

  it('says of data without a truth what needs none', () => {
    const scores = scoresOf(drawn(2, 100), 0, 1e6);
    for (const { loss, truth, excess } of [scores.nll, scores.squaredError]) {
      expect([loss.count, truth, excess]).toEqual([100, null, null]);
    }
  });

  it('needs the deviation of a feed-forward network', () => {
    const network = { components: 0, varianceFloor: 0 };
    expect(canBeScored(stated({ network, raw: [] }).fitted)).toBe(false);
    expect(canBeScored(stated({ network, raw: [], deviation: 0.5 }).fitted)).toBe(true);
  });
});

describe('crps', () => {
  it('of the sine data is least for the truth, 0.564', () => {
    const of = (shift: number, deviation: number) =>
      estimate(fresh.x.map((x, i) => crps(gaussian(sineCurve(x) + shift, deviation), fresh.y[i]!)));
    const best = of(0, 1);
    expect(Math.abs(best.mean - 0.5642)).toBeLessThan(3.5 * best.standardError);
    expect(of(0.5, 1).mean).toBeGreaterThan(best.mean);
    expect(of(0, 2).mean).toBeGreaterThan(best.mean);
  });
});
