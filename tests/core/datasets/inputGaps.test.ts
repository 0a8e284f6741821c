import { describe, expect, it } from 'vitest';
import { articleData } from '../../../src/core/article.ts';
import { generate } from '../../../src/core/data/data.ts';
import { inputGaps } from '../../../src/core/datasets/inputGaps.ts';
import { randomStream } from '../../../src/core/random.ts';

const gaps = (x: number[]) => {
  const points = { x: Float64Array.from(x), y: new Float64Array(x.length) };
  return inputGaps({ train: points, test: points, tested: points });
};

describe('gaps between inputs', () => {
  it('are found where the data are dense beside them', () => {
    const dense = (from: number) => Array.from({ length: 50 }, (_, i) => from + i / 50);
    expect(gaps([...dense(3), ...dense(0)])).toEqual([[0.98, 3]]);
    expect(gaps([...dense(0), 900])).toEqual([[0.98, 900]]);
  });

  it('are none of few points, of one input, or of points spread evenly at random', () => {
    expect([gaps([1, 5]), gaps([0, 1, 9]), gaps([2, 2, 2])]).toEqual([[], [], []]);
    const random = randomStream(1, 'data');
    for (const count of [20, 50, 400]) {
      expect(gaps(Array.from({ length: count }, () => random.uniform()))).toEqual([]);
    }
  });

  it('are none in the article’s data', () => {
    for (const name of ['sine', 'inverted', 'spiral'] as const) {
      for (const points of [50, articleData(name).points]) {
        expect(inputGaps(generate({ ...articleData(name), points }, 7))).toEqual([]);
      }
    }
  });
});
