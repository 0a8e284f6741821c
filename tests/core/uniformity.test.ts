import { describe, expect, it } from 'vitest';
import { randomStream } from '../../src/core/random.ts';
import {
  cumulated,
  cumulatedBand,
  histogram,
  histogramBand,
  LEVEL,
} from '../../src/core/uniformity.ts';

const uniform = (count: number, seed: number) => {
  const random = randomStream(seed, 'samples');
  return Float64Array.from({ length: count }, () => random.uniform());
};

/** The least and the most of 2000 samples that a share `LEVEL` of may lie within, at ± 4 standard errors. */
const SAMPLES = 2000;
const ERROR = 4 * Math.sqrt((LEVEL * (1 - LEVEL)) / SAMPLES);

function shareWithin(within: (values: Float64Array) => boolean, count: number): number {
  let inside = 0;
  for (let seed = 0; seed < SAMPLES; seed++) if (within(uniform(count, seed))) inside++;
  return inside / SAMPLES;
}

describe('counting', () => {
  it('puts both ends of the interval into the outermost bins', () => {
    expect([...histogram([0, 0.1, 0.5, 0.99, 1], 2)]).toEqual([2, 3]);
  });

  it('cumulates what is at most each place', () => {
    expect([...cumulated([0, 0.1, 0.25, 0.5, 0.9, 1], 4)]).toEqual([3, 4, 4]);
  });
});

describe.each([30, 250, 1000])('the bands of %i uniform numbers', (count) => {
  it('hold the whole histogram of as many samples as they say, or a few more', () => {
    const [low, high] = histogramBand(count, 10);
    const share = shareWithin(
      (values) => histogram(values, 10).every((own) => own >= low && own <= high),
      count,
    );
    // Counts are whole, so a band may hold somewhat more than it has to.
    expect(share).toBeGreaterThan(LEVEL - ERROR);
    expect(share).toBeLessThan(count < 100 ? 1 : 0.997);
  });

  it('hold the whole distribution function of as many samples as they say', () => {
    const band = cumulatedBand(count, 50);
    const share = shareWithin(
      (values) => cumulated(values, 50).every((own, i) => own >= band[i]![0] && own <= band[i]![1]),
      count,
    );
    expect(share).toBeGreaterThan(LEVEL - ERROR);
    expect(share).toBeLessThan(0.997);
  });
});

describe('the bands', () => {
  it('are as wide above as below, and widest in the middle', () => {
    const band = cumulatedBand(1000, 20);
    band.forEach(([low, high], i) => {
      const [mirrored] = band.slice(18 - i);
      expect([1000 - mirrored![1], 1000 - mirrored![0]]).toEqual([low, high]);
    });
    const width = (i: number) => band[i]![1] - band[i]![0];
    expect(width(9)).toBeGreaterThan(width(0));
  });

  it('are wider than those of a single bar or place, and narrower than what Bonferroni allows', () => {
    const [low, high] = histogramBand(2000, 20);
    const sigma = Math.sqrt(2000 * 0.05 * 0.95);
    // 98.3 % of one bar: 2.39σ; of twenty with 0.0167/20 each: 3.34σ.
    expect(high - 100).toBeGreaterThan(2.6 * sigma);
    expect(high - 100).toBeLessThan(3.5 * sigma);
    expect(100 - low).toBeGreaterThan(2.6 * sigma);
  });
});
