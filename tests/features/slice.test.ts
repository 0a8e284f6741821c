import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src/core/answers.ts';
import { logDensity, type Mixture } from '../../src/core/mixture.ts';
import { DEFAULT_EXPERIMENT } from '../../src/core/presets.ts';
import { pointLoss } from '../../src/core/scores.ts';
import { lossSum, responsible } from '../../src/features/slice/pointShare.ts';
import { readSlice, type Slice, truthAt } from '../../src/features/slice/readSlice.ts';
import { sliceSentence } from '../../src/features/slice/sentence.ts';
import { Lab } from '../../src/store/lab.ts';
import { finish } from '../charts/fixtures.ts';
import { gaussian } from '../helpers/mixtures.ts';
import { t } from '../helpers/texts.ts';

const ranges = { x: [-14, 14], y: [-17, 17] } as const;
const mixture = {
  weights: Float64Array.of(0.58, 0.42),
  means: Float64Array.of(11, 1.4),
  deviations: Float64Array.of(0.8, 0.4),
};
const slice: Slice = {
  x: 4.14,
  ranges,
  answer: {
    x: 4.14,
    mixture,
    answers: [
      { y: 11, share: 0.58 },
      { y: 1.4, share: 0.41 },
    ],
  },
  known: true,
};
const answered = (mixture: Mixture, answers: readonly Answer[]) => ({
  answer: { x: 4.14, mixture, answers },
});

describe('the slice in words', () => {
  const say = (change: Partial<Slice>) =>
    sliceSentence(t, { ...slice, ...change }).replaceAll('\u202f', ' ');

  it('tells the answers with their shares', () => {
    expect(say({})).toBe('At x = 4.1 it gives 2 answers: 11.0 (58 %) and 1.4 (41 %).');
  });

  it('counts what would be too many', () => {
    const answers = Array.from({ length: 7 }, (_, i) => ({ y: i, share: 0.14 }));
    expect(say(answered(mixture, answers))).toBe(
      'At x = 4.1 it gives 7 answers: 0.0 (14 %), 1.0 (14 %), 2.0 (14 %), 3.0 (14 %) and 3 more.',
    );
  });

  it('tells a feed-forward network’s answer with its deviation, once that is known', () => {
    const answers = [{ y: 6.2, share: 1 }];
    expect(say(answered(gaussian(6.2, 6.6), answers))).toBe('At x = 4.1 it answers 6.2 ± 6.60.');
    expect(say(answered(gaussian(6.2, Number.NaN), answers))).toBe('At x = 4.1 it answers 6.2.');
  });

  it('says where there are no data, and when there is no answer yet', () => {
    expect(say({ known: false })).toMatch(/There are no training data at this x/);
    expect(say({ answer: null })).toMatch(/^Preparing/);
  });
});

describe('the slice of a lab', () => {
  it('is there without a frame, at an x within the figure', () => {
    const lab = new Lab(DEFAULT_EXPERIMENT, { cursor: 99 });
    const read = readSlice(lab);
    expect(read.answer).not.toBeNull();
    expect(read.x).toBe(read.ranges.x[1]);
    expect(truthAt(lab, read)).toBeNull();
  });

  it('has a truth where there are data, computed once for an input', () => {
    const lab = new Lab(DEFAULT_EXPERIMENT, { cursor: 4 });
    const truth = truthAt(lab, readSlice(lab));
    expect(truth?.peak).toBeCloseTo(0.43, 2);
    expect(truthAt(lab, readSlice(lab))).toBe(truth);
    lab.show({ cursor: 4.5 });
    expect(truthAt(lab, readSlice(lab))).not.toBe(truth);
  });

  it('is read once for the same frame and cursor', () => {
    const lab = new Lab(DEFAULT_EXPERIMENT);
    const before = readSlice(lab);
    expect(readSlice(lab)).toBe(before);
    lab.show({ cursor: 1 });
    expect(readSlice(lab).x).toBe(1);
  });
});

describe('a point', () => {
  it('is answered for by components, the most responsible first', () => {
    const found = responsible(mixture, 9);
    expect(found[0]?.component).toBe(0);
    expect(responsible(mixture, 1.4)[0]?.component).toBe(1);
    for (const { share } of found) expect(share).toBeGreaterThanOrEqual(0.01);
  });

  it('has −log q as its loss, or its squared error', () => {
    expect(pointLoss(mixture, 9, false)).toBe(-logDensity(mixture, 9));
    expect(pointLoss(gaussian(2, 1), 5, true)).toBe(9);
  });

  it('makes up its share of the sum over its set', () => {
    const points = { x: Float64Array.of(0, 1, 2), y: Float64Array.of(1, 2, 4) };
    const zero = (x: Float64Array) => Array.from(x, () => gaussian(0, 1));
    expect(finish(lossSum(points, true, zero))).toBe(21);
    expect(finish(lossSum(points, true, () => null))).toBeNull();
  });

  it('sums up to the loss of the whole set, however it is cut up', () => {
    const points = { x: new Float64Array(65), y: new Float64Array(65).fill(2) };
    const one = (x: Float64Array) => Array.from(x, () => mixture);
    expect(finish(lossSum(points, false, one))).toBeCloseTo(-65 * logDensity(mixture, 2), 9);
  });
});
