import { describe, expect, it } from 'vitest';
import { pointsAlong } from '../../../src/core/datasets/curve.ts';
import { dataSetOf } from '../../../src/core/datasets/datasets.ts';
import { densestRegion } from '../../../src/core/profile.ts';
import { targetRows, trueDensity, trueMeans } from '../../../src/core/truth/pictures.ts';
import { KNOWN, knownTruth } from '../../helpers/truth.ts';

function finish<T>(work: Generator<unknown, T>): T {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}

const evenly = (min: number, max: number, count: number) =>
  Float64Array.from({ length: count }, (_, i) => min + ((max - min) * i) / (count - 1));

describe.each(KNOWN)('what figures draw of the %s data', (name) => {
  const truth = knownTruth(name, 1);
  const x = evenly(-25, 25, 11);
  const y = evenly(-30, 30, 121);

  it('is a density that integrates to 1 over y where there is a truth, NaN elsewhere', () => {
    const field = finish(trueDensity(truth, x, y));
    x.forEach((at, column) => {
      const sum = y.reduce((total, _, row) => total + field[row * x.length + column]!, 0);
      if (truth.at(at)) expect(sum * (y[1]! - y[0]!)).toBeCloseTo(1, 3);
      else expect(sum).toBeNaN();
    });
  });

  it('has the mean of that density', () => {
    const means = finish(trueMeans(truth, x));
    const field = finish(trueDensity(truth, x, y));
    x.forEach((at, column) => {
      const sum = y.reduce((total, at, row) => total + at * field[row * x.length + column]!, 0);
      if (truth.at(at)) expect(sum * (y[1]! - y[0]!)).toBeCloseTo(means[column]!, 1);
      else expect(means[column]).toBeNaN();
    });
  });

  it('is a curve that the data scatter about', () => {
    const curve = pointsAlong(dataSetOf(name).curves!);
    const noiseless = knownTruth(name, 0);
    const middle = Math.floor(curve.x.length / 3);
    const conditional = noiseless.at(curve.x[middle]!)!;
    const at = curve.y[middle]!;
    expect(conditional.cdf(at + 0.01) - conditional.cdf(at - 0.01)).toBeGreaterThan(0.05);
  });
});

describe.each([
  ['sine', 0.1],
  ['inverted', 0.1],
  ['spiral', 0.2],
] as const)('the true regions of the %s data with a noise of %f', (name, noise) => {
  const truth = knownTruth(name, noise);

  it('hold what they say, on average over the inputs', () => {
    const targets = [-20, 20] as const;
    const x = evenly(-9, 9, 13);
    const y = evenly(...targets, targetRows(truth, targets));
    const field = finish(trueDensity(truth, x, y));
    const held = Array.from(x, (at, column) => {
      const density = y.map((_, row) => field[row * x.length + column]!);
      const { cdf } = truth.at(at)!;
      return densestRegion({ y, density }, 0.5).reduce(
        (sum, [low, high]) => sum + cdf(high) - cdf(low),
        0,
      );
    });
    expect(held.reduce((a, b) => a + b) / held.length).toBeCloseTo(0.5, 1.2);
  });
});
