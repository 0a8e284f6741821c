import { describe, expect, it } from 'vitest';
import {
  contour,
  curvature,
  descend,
  type Line,
  largestRate,
  solve,
  sumOfSquares,
} from '../../src/content/figures/01-linear-regression/leastSquares.ts';
import { POINTS, STACKED } from '../../src/content/figures/01-linear-regression/line.ts';
import {
  bestSigma,
  gaussianDensity,
  gaussianNll,
  HALF_LOG_2PI,
  mean,
  meanSquaredError,
} from '../../src/content/figures/02-squared-error/squaredError.ts';
import { ARTICLE_LABELS, quantities } from '../../src/content/figures/03-likelihood/likelihood.ts';
import { errorOfCurve, pointsOf } from '../../src/content/figures/04-data/data.ts';
import {
  conditionalMeans,
  errorOf,
  guess,
  moveKnot,
} from '../../src/content/figures/06-inverted/guess.ts';
import {
  ANSWERS,
  BIN,
  BINS,
  drawFrom,
  mixtureOf,
  nllOf,
  truthNll,
} from '../../src/content/figures/07-mixture/slice.ts';
import { armsAt, NOISE } from '../../src/content/figures/08-spiral/arms.ts';
import {
  naiveGradient,
  naiveNll,
  stableNll,
} from '../../src/content/figures/10-break-it/underflow.ts';
import { sineCurve } from '../../src/core/datasets/sine.ts';
import { knotPlace } from '../../src/core/guess.ts';
import { logDensity } from '../../src/core/mixture.ts';
import { evenly } from '../../src/core/range.ts';
import { knownTruth } from '../helpers/truth.ts';

describe('the line of least squares', () => {
  const best = solve(POINTS) as Line;

  it('leaves residuals at right angles to every column of X', () => {
    const residuals = POINTS.map(([x, y]) => y - best.slope * x - best.intercept);
    const along = (column: (x: number) => number) =>
      residuals.reduce((sum, r, i) => sum + r * column(POINTS[i]![0]), 0);
    expect(along(() => 1)).toBeCloseTo(0, 10);
    expect(along((x) => x)).toBeCloseTo(0, 10);
  });

  it('does not exist where all inputs are the same', () => {
    expect(solve(STACKED)).toBeNull();
  });

  it('is where descent ends, below the largest rate', () => {
    let line: Line = { slope: -1, intercept: 8 };
    for (let i = 0; i < 5000; i++) line = descend(POINTS, line, 0.95 * largestRate(POINTS));
    expect(line.slope).toBeCloseTo(best.slope, 6);
    expect(line.intercept).toBeCloseTo(best.intercept, 6);
  });

  it('is run away from above it', () => {
    let line: Line = { slope: best.slope + 0.01, intercept: best.intercept };
    for (let i = 0; i < 500; i++) line = descend(POINTS, line, 1.05 * largestRate(POINTS));
    expect(Math.abs(line.slope)).toBeGreaterThan(100);
  });

  it('is the centre of ellipses of equal error', () => {
    const least = sumOfSquares(POINTS, best) / POINTS.length;
    for (const at of contour(POINTS, best, 3)) {
      expect(sumOfSquares(POINTS, at) / POINTS.length - least).toBeCloseTo(3, 9);
    }
    expect(curvature(POINTS).values[0]).toBeGreaterThan(curvature(POINTS).values[1]);
  });
});

describe('squared error and the Gaussian likelihood', () => {
  const values = [2.1, 3.4, 4.2, 5.1, 7.2];

  it.each([0.5, 1, 2.5])('differ by a constant and a factor at σ = %s', (sigma) => {
    for (const mu of [0, 3, 6.5]) {
      const direct = -mean(values.map((y) => Math.log(gaussianDensity(y, mu, sigma))));
      expect(gaussianNll(values, mu, sigma)).toBeCloseTo(direct, 10);
      expect(gaussianNll(values, mu, sigma)).toBeCloseTo(
        meanSquaredError(values, mu) / (2 * sigma ** 2) + Math.log(sigma) + HALF_LOG_2PI,
        12,
      );
    }
  });

  it('are least at the mean, and the likelihood at the deviation', () => {
    const [mu, sigma] = [mean(values), bestSigma(values)];
    const least = gaussianNll(values, mu, sigma);
    expect(least).toBeCloseTo(0.5 * Math.log(2 * Math.PI * meanSquaredError(values, mu)) + 0.5, 12);
    for (const [dm, ds] of [
      [0.1, 0],
      [-0.1, 0],
      [0, 0.1],
      [0, -0.1],
    ] as const) {
      expect(gaussianNll(values, mu + dm, sigma + ds)).toBeGreaterThan(least);
    }
  });
});

describe('eight labels', () => {
  it('give five quantities that say the same', () => {
    const q = quantities(ARTICLE_LABELS, 0.4);
    expect(q.likelihood).toBeCloseTo(0.4 ** 6 * 0.6 ** 2, 15);
    expect(q.logLikelihood).toBeCloseTo(Math.log(q.likelihood), 12);
    expect(q.nll).toBe(-q.logLikelihood);
    expect(q.crossEntropy).toBeCloseTo(q.nll / 8, 12);
    expect(q.logLoss).toBeCloseTo(q.crossEntropy, 12);
  });

  it('have their least log loss, the entropy, at 0.75', () => {
    const least = quantities(ARTICLE_LABELS, 0.75).logLoss;
    expect(least).toBeCloseTo(-0.75 * Math.log(0.75) - 0.25 * Math.log(0.25), 12);
    for (const p of [0.7, 0.74, 0.76, 0.8]) {
      expect(quantities(ARTICLE_LABELS, p).logLoss).toBeGreaterThan(least);
    }
  });

  it('contradict certainty at an infinite price, and only then', () => {
    expect(quantities(ARTICLE_LABELS, 1).logLoss).toBe(Number.POSITIVE_INFINITY);
    expect(quantities([1, 1, 1, 1, 1, 1, 1, 1], 1).logLoss).toBeCloseTo(0, 12);
  });
});

describe('the sine data', () => {
  it('leave the true curve the variance of the noise', () => {
    expect(errorOfCurve(pointsOf({ noise: 0, seed: 3 }).test)).toBe(0);
    const error = errorOfCurve(pointsOf({ noise: 2, seed: 3 }).test);
    expect(Math.abs(error / 4 - 1)).toBeLessThan(0.2);
  });
});

describe('three soft steps', () => {
  it('draw the curve almost exactly where they are well placed', () => {
    const steps = [
      [-8.99, 0.244, 2.393],
      [16.16, 0.191, 0],
      [-8.99, 0.244, -2.393],
    ] as const;
    const errors = evenly([-15, 15], 301).map((x) => {
      const drawn = steps.reduce((sum, [v, w, b]) => sum + v * Math.tanh(w * x + b), 0);
      return (drawn - sineCurve(x)) ** 2;
    });
    expect(mean([...errors])).toBeLessThan(0.01);
  });
});

describe('the reader’s guess', () => {
  it('stays when the text sets the figure, until the reader begins anew', () => {
    moveKnot(3, 7);
    guess.apply({ revealed: true, best: true });
    expect(guess.now).toMatchObject({ drawn: true, revealed: true, best: true });
    expect(guess.now.heights[knotPlace(3)]).toBe(7);
    moveKnot(4, -2);
    guess.back();
    expect(guess.now.heights[knotPlace(4)]).toBe(-2);
    guess.restart();
    expect(guess.now).toMatchObject({ drawn: false, revealed: false });
  });

  it('can do its task: the conditional mean is good enough', () => {
    expect(errorOf(conditionalMeans())).toBeLessThan(45.5);
    expect(knownTruth('inverted', 1).meanSquaredError()).toBeCloseTo(39.6, 1);
  });
});

describe('the mixture by hand', () => {
  const good = mixtureOf([
    { weight: 0.36, mean: -13.7, width: 0.8 },
    { weight: 0.2, mean: 0, width: 0.5 },
    { weight: 0.44, mean: 13.6, width: 0.8 },
  ]);

  it('can do its task', () => {
    expect(nllOf(good)).toBeLessThan(truthNll() + 0.15);
    expect(nllOf(good)).toBeCloseTo(
      -ANSWERS.reduce((sum, y) => sum + logDensity(good, y), 0) / ANSWERS.length,
      12,
    );
  });

  it('has a histogram of area 1', () => {
    expect(BINS.reduce((sum, [, height]) => sum + height * BIN, 0)).toBeCloseTo(1, 12);
  });

  it('draws a component by its weight, then from its bell', () => {
    expect(drawFrom(good, 0.1, 0)).toEqual([0, -13.7]);
    expect(drawFrom(good, 0.5, 2)).toEqual([1, 1]);
    expect(drawFrom(good, 0.999, 0)).toEqual([2, 13.6]);
  });

  it('shares the weight evenly when all of it is taken away', () => {
    const none = mixtureOf([1, 2].map((m) => ({ weight: 0, mean: m, width: 1 })));
    expect([...none.weights]).toEqual([0.5, 0.5]);
  });
});

describe('the naive loss in float32', () => {
  it('agrees with the stable one near the mean', () => {
    for (const z of [0, 1, 5, 12]) expect(naiveNll(z)).toBeCloseTo(stableNll(z), 3);
  });

  it('has an infinite gradient from 13.3 deviations on, where the loss still looks right', () => {
    expect(naiveGradient(13)).toBeCloseTo(-13, 4);
    expect(naiveGradient(13.6)).toBe(Number.NEGATIVE_INFINITY);
    expect(naiveNll(13.6)).toBeCloseTo(stableNll(13.6), 3);
  });

  it('is infinite itself by 14.5', () => {
    expect(Math.abs(naiveNll(14.2) - stableNll(14.2))).toBeGreaterThan(0.01);
    expect(naiveNll(14.5)).toBe(Number.POSITIVE_INFINITY);
    expect(naiveGradient(14.5)).toBeNaN();
    expect(stableNll(14.5)).toBeCloseTo(14.5 ** 2 / 2 + HALF_LOG_2PI, 4);
  });
});

describe('the arms of the spiral', () => {
  it.each([
    [-0.8, 6],
    [0, 5],
    [-3, 4],
    [2.5, 4],
    [7, 3],
    [-9, 2],
    [12, 1],
    [-12, 1],
  ])('at x = %s are %s', (x, count) => {
    expect(armsAt(x, NOISE)).toHaveLength(count);
  });
});
