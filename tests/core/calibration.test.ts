import { describe, expect, it } from 'vitest';
import {
  barsOutside,
  CALIBRATION_POINTS,
  Calibrating,
  calibrationOf,
  farthestOutside,
  verdictOf,
} from '../../src/core/calibration.ts';
import { inverted } from '../../src/core/datasets/inverted.ts';
import { sine, sineCurve } from '../../src/core/datasets/sine.ts';
import { cdf } from '../../src/core/mixture.ts';
import type { Forward } from '../../src/core/model.ts';
import { randomStream } from '../../src/core/random.ts';
import { stated } from '../helpers/fitted.ts';
import { gaussian } from '../helpers/mixtures.ts';
import { knownTruth } from '../helpers/truth.ts';

/** Calibrates N(f(x) + shift, deviation²) on fresh points of the sine data, whose noise has deviation 1. */
function calibrated(seed: number, { shift = 0, deviation = 1, count = CALIBRATION_POINTS }) {
  const points = sine.fresh(count, 1, randomStream(seed, 'fresh'));
  const { fitted } = stated({ network: { components: 0, varianceFloor: 0 }, raw: [], deviation });
  const answers: Forward = (_, x) => x.map((at) => sineCurve(at) + shift);
  const calibrating = new Calibrating(fitted, 7, points, answers);
  for (;;) {
    const found = calibrating.advance();
    if (found) return { found, points };
  }
}

const readingOf = (seed: number, model = {}) => calibrated(seed, model).found;

describe('the calibration of a model', () => {
  it('is that of where each point lies in what the model expects of it', () => {
    const { found, points } = calibrated(1, { count: 400, shift: 0.3 });
    const pit = Float32Array.from(points.x, (x, i) =>
      cdf(gaussian(sineCurve(x) + 0.3, 1), points.y[i]!),
    );
    // Of one Gaussian the smallest regions are its central intervals.
    const own = calibrationOf(
      7,
      pit,
      pit.map((u) => Math.abs(2 * u - 1)),
    );
    expect(found).toMatchObject({ step: 7, count: 400, pit: own.pit, cumulated: own.cumulated });
    found.coverage.forEach(({ highest, central }, i) => {
      expect(central).toEqual(own.coverage[i]!.central);
      expect(Math.abs(highest.mean - central.mean)).toBeLessThan(0.01);
    });
  });

  it('looks at no more points than it says', () => {
    expect(calibrated(1, { count: 2500 }).found.count).toBe(CALIBRATION_POINTS);
  });
});

describe('the truth itself', () => {
  it('is told that nothing speaks against it in 95 of 100 seeds', () => {
    const SEEDS = 1000;
    let calibratedSeeds = 0;
    for (let seed = 0; seed < SEEDS; seed++) {
      const random = randomStream(seed, 'fresh');
      const pit = Float32Array.from({ length: CALIBRATION_POINTS }, () => random.uniform());
      // Of one Gaussian the rank is twice the distance from the median.
      const reading = calibrationOf(
        0,
        pit,
        pit.map((u) => Math.abs(2 * u - 1)),
      );
      if (verdictOf(reading).kind === 'calibrated') calibratedSeeds++;
    }
    // Once in a thousand it would be fewer than 929, were it 95 %.
    expect(calibratedSeeds).toBeGreaterThanOrEqual(929);
    expect(calibratedSeeds).toBeLessThan(SEEDS);
  });

  it('of data with several answers, by its exact distribution function, does so too', () => {
    const truth = knownTruth('inverted', 1);
    let within = 0;
    for (let seed = 0; seed < 20; seed++) {
      const { x, y } = inverted.fresh(500, 1, randomStream(seed, 'fresh'));
      const pit = Float32Array.from(x, (at, i) => truth.at(at)?.cdf(y[i]!) ?? 0.5);
      const { cumulated } = calibrationOf(0, pit, pit);
      if (farthestOutside(cumulated) === null) within++;
    }
    // 16 or more but for once in 400.
    expect(within).toBeGreaterThanOrEqual(16);
  });

  it('covers what it is meant to, within the binomial error', () => {
    for (const { level, central, highest } of readingOf(3).coverage) {
      for (const { mean, standardError } of [central, highest]) {
        expect(Math.abs(mean - level)).toBeLessThan(4 * standardError);
      }
    }
  });
});

describe('a model that is wrong', () => {
  it('by half the width fails every band, and is called overconfident', () => {
    for (let seed = 0; seed < 20; seed++) {
      const reading = readingOf(seed, { deviation: 0.5 });
      expect(barsOutside(reading.pit)).toBeGreaterThan(2);
      expect(barsOutside(reading.ranks)).toBeGreaterThan(2);
      expect(farthestOutside(reading.cumulated)).not.toBeNull();
      expect(verdictOf(reading).kind).toBe('overconfident');
    }
    // P(|Z| < 1.645 / 2) = 0.589.
    const { central, highest } = readingOf(1, { deviation: 0.5 }).coverage.find(
      ({ level }) => level === 0.9,
    )!;
    expect(central.mean).toBeCloseTo(0.589, 1);
    expect(highest.mean).toBeCloseTo(0.589, 1);
  });

  it('by twice the width is called underconfident', () => {
    expect(verdictOf(readingOf(2, { deviation: 2 })).kind).toBe('underconfident');
  });

  it('in its place alone is called neither', () => {
    expect(verdictOf(readingOf(2, { shift: 0.35, deviation: 1.06 }))).toEqual({
      kind: 'elsewhere',
    });
  });

  it('in its shape holds too much in the middle and too little at the ends, and is told both', () => {
    // A Gaussian where the targets have a Laplace distribution of the same variance.
    const random = randomStream(3, 'fresh');
    const pit = Float32Array.from({ length: CALIBRATION_POINTS }, () => {
      const distance = -Math.SQRT1_2 * Math.log(1 - random.uniform());
      return cdf(gaussian(0, 1), random.uniform() < 0.5 ? distance : -distance);
    });
    const verdict = verdictOf(
      calibrationOf(
        0,
        pit,
        pit.map((u) => Math.abs(2 * u - 1)),
      ),
    );
    expect(verdict).toMatchObject({ kind: 'uneven', fewer: { level: 0.95 } });
  });

  it('by a tenth of its width is seen on as many points', () => {
    const wrong = Array.from({ length: 20 }, (_, seed) => readingOf(seed, { deviation: 0.9 }));
    expect(
      wrong.filter((reading) => verdictOf(reading).kind !== 'calibrated').length,
    ).toBeGreaterThan(15);
  });
});

it('few points have few bars', () => {
  const of = (count: number) => {
    const even = Float32Array.from({ length: count }, (_, i) => (i + 0.5) / count);
    return calibrationOf(0, even, even);
  };
  expect(of(50).pit.counts).toHaveLength(2);
  expect(of(200).pit.counts).toHaveLength(10);
  expect(of(1500).pit.counts).toHaveLength(20);
  expect(verdictOf(of(200))).toEqual({ kind: 'calibrated' });
});
