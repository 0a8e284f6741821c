import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { articleData } from '../../../src/core/article.ts';
import { freshPoints, generate } from '../../../src/core/data/data.ts';
import { beyond } from '../../../src/core/data/points.ts';
import { DATA_NAMES } from '../../../src/core/datasets/datasets.ts';
import { sineCurve } from '../../../src/core/datasets/sine.ts';

const mean = (values: ArrayLike<number>) =>
  Array.from(values).reduce((sum, value) => sum + value, 0) / values.length;
const deviation = (values: ArrayLike<number>) => {
  const m = mean(values);
  return Math.sqrt(mean(Array.from(values, (value) => (value - m) ** 2)));
};

describe('generate', () => {
  it('gives the same points for the same seed, and others for another', () => {
    const data = articleData('sine');
    expect(generate(data, 7)).toEqual(generate(data, 7));
    expect(generate(data, 8).train.x).not.toEqual(generate(data, 7).train.x);
  });

  it('splits the sine data at random into parts that share no point', () => {
    const { train, test } = generate(articleData('sine'), 1);
    expect([train.x.length, test.x.length]).toEqual([2250, 750]);
    const seen = new Set(train.x);
    expect(test.x.some((x) => seen.has(x))).toBe(false);
    expect(Math.abs(mean(test.x))).toBeLessThan(1.5);
  });

  it('scatters the sine data about its curve with the noise that was asked for', () => {
    const { x, y } = freshPoints({ ...articleData('sine'), noise: 0.5 }, 1, 20_000)!;
    const residuals = Array.from(x, (value, i) => y[i]! - sineCurve(value));
    expect(deviation(residuals)).toBeCloseTo(0.5, 2);
    expect(mean(residuals)).toBeCloseTo(0, 1);
    expect(deviation(x)).toBeCloseTo(8.66, 1);
    expect(deviation(y)).toBeCloseTo(7.07, 0);
  });

  it('keeps the inputs and scales the noise when only the noise changes', () => {
    const quiet = generate({ ...articleData('sine'), noise: 0 }, 3).train;
    const noisy = generate({ ...articleData('sine'), noise: 2 }, 3).train;
    expect(noisy.x).toEqual(quiet.x);
    expect(quiet.y[5]).toBe(sineCurve(quiet.x[5]!));
  });

  it('swaps x and y of the very same split for the inverted data', () => {
    const sine = generate(articleData('sine'), 5);
    const inverted = generate(articleData('inverted'), 5);
    expect(inverted.train).toEqual({ x: sine.train.y, y: sine.train.x });
    expect(inverted.test).toEqual({ x: sine.test.y, y: sine.test.x });
  });

  it('gives the spiral’s training and test set the same angles and different noise', () => {
    const { train, test } = generate(articleData('spiral'), 5);
    expect([train.x.length, test.x.length]).toEqual([2000, 2000]);
    expect(test.y).toEqual(train.y);
    expect(test.x).not.toEqual(train.x);
    expect(train.y[0]).toBe(0);
    expect(Math.max(...train.x.map((x, i) => Math.abs(x - test.x[i]!)))).toBeLessThan(2);
  });

  it('draws fresh points of the spiral at random angles', () => {
    const { x, y } = freshPoints(articleData('spiral'), 5, 20_000)!;
    expect(deviation(x)).toBeCloseTo(6.46, 1);
    expect(deviation(y)).toBeCloseTo(6.32, 1);
    expect(y.slice(0, 20)).not.toEqual(y.slice(0, 20).sort());
  });
});

describe('a range of inputs', () => {
  it('leaves out the training points outside, keeps all test points, and tests on those inside', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...DATA_NAMES),
        fc.tuple(
          fc.double({ min: -8, max: 0, noNaN: true }),
          fc.double({ min: 0.1, max: 8, noNaN: true }),
        ),
        (name, trainedOn) => {
          const data = articleData(name);
          const whole = generate(data, 3);
          const part = generate({ ...data, trainedOn }, 3);
          expect(part.test).toEqual(whole.test);
          for (const [some, all] of [
            [part.train, whole.train],
            [part.tested, whole.test],
          ] as const) {
            const inside = (x: number) => x >= trainedOn[0] && x <= trainedOn[1];
            expect(some.x).toEqual(all.x.filter(inside));
            expect(some.y).toEqual(all.y.filter((_, i) => inside(all.x[i]!)));
            expect(some.x.length + beyond(all, trainedOn).x.length).toBe(all.x.length);
          }
        },
      ),
      { numRuns: 20 },
    );
  });

  it('of all inputs is no range', () => {
    const data = articleData('sine');
    expect(generate({ ...data, trainedOn: [-100, 100] }, 3)).toEqual(generate(data, 3));
    const { test, tested } = generate(data, 3);
    expect(tested).toBe(test);
  });
});
