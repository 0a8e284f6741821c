import { describe, expect, it } from 'vitest';
import { compare, difference, isCertain } from '../../src/core/comparison.ts';
import { estimate } from '../../src/core/estimate.ts';
import { randomStream } from '../../src/core/random.ts';

const POINTS = 400;

/** The losses of the truth and of two models that are off by normal deviates, which go together by `shared`. */
function losses(seed: number, shared: number, better = 0) {
  const random = randomStream(seed, 'fresh');
  const points = Array.from({ length: POINTS }, () => {
    const [truth, both] = [random.normal(), random.normal()];
    const own = () => 0.2 * (shared * both + random.normal());
    return { truth, a: truth + own() + better, b: truth + own() };
  });
  const of = (name: 'truth' | 'a' | 'b') => Float64Array.from(points, (point) => point[name]);
  return { truth: of('truth'), a: of('a'), b: of('b') };
}

describe('the difference of two models on the same points', () => {
  it.each([-1, 0, 3])('has no larger standard error than it says, at shared luck %d', (shared) => {
    for (let seed = 0; seed < 20; seed++) {
      const { truth, a, b } = losses(seed, shared);
      const paired = estimate(a.map((loss, i) => loss - b[i]!));
      const { by, error } = difference(compare(a, truth), compare(b, truth));
      expect(by).toBeCloseTo(paired.mean, 10);
      expect(error).toBeGreaterThanOrEqual(paired.standardError);
    }
  });

  it('is told by what is above the truth, where one is known', () => {
    const { truth, a, b } = losses(1, 0, 0.1);
    const unknown = new Float64Array(POINTS).fill(Number.NaN);
    const found = difference(compare(a, truth), compare(b, truth));
    const alone = difference(compare(a, unknown), compare(b, unknown));
    expect(found.error).toBeLessThan(0.5 * alone.error);
    expect([isCertain(found), isCertain(alone)]).toEqual([true, false]);
  });

  it('is hardly ever called certain where there is none', () => {
    const seeds = Array.from({ length: 200 }, (_, seed) => losses(seed, 1));
    const certain = seeds.filter(({ truth, a, b }) =>
      isCertain(difference(compare(a, truth), compare(b, truth))),
    );
    expect(certain.length).toBeLessThan(10);
  });
});
