import { describe, expect, it } from 'vitest';
import { randomStream, STREAMS, shuffle } from '../../src/core/random.ts';

const draw = (count: number, next: () => number) => Array.from({ length: count }, next);

describe('randomStream', () => {
  it('gives the same numbers for the same seed and use', () => {
    const [a, b] = [randomStream(7, 'data'), randomStream(7, 'data')];
    expect(draw(50, a.normal)).toEqual(draw(50, b.normal));
  });

  it('gives these very numbers, on every platform and in every version', () => {
    const stream = randomStream(7, 'data');
    expect(draw(3, stream.uniform)).toMatchInlineSnapshot(`
      [
        0.07055309913730601,
        0.48166592257948193,
        0.334629037986501,
      ]
    `);
    expect(draw(3, stream.normal)).toMatchInlineSnapshot(`
      [
        1.872729963697303,
        -1.4459180397114002,
        -0.6796202632936371,
      ]
    `);
  });

  it('gives each use other numbers', () => {
    const firsts = STREAMS.map((name) => randomStream(7, name).uniform());
    expect(new Set(firsts).size).toBe(STREAMS.length);
  });

  it('gives seeds that follow each other unrelated numbers', () => {
    const firsts = draw(2000, () => 0).map((_, seed) => randomStream(seed, 'data').uniform());
    const mean = firsts.reduce((a, b) => a + b) / firsts.length;
    expect(Math.abs(mean - 0.5)).toBeLessThan(0.03);
    const pairs = firsts.slice(1).map((value, i) => (value - 0.5) * (firsts[i]! - 0.5));
    expect(Math.abs(pairs.reduce((a, b) => a + b) / pairs.length)).toBeLessThan(0.01);
  });

  it('goes on from a position as if it had never stopped', () => {
    const stream = randomStream(7, 'batches');
    draw(5, stream.uniform);
    const resumed = randomStream(7, 'batches', stream.state());
    expect(draw(5, resumed.normal)).toEqual(draw(5, stream.normal));
  });

  it('draws normal numbers of mean 0 and variance 1', () => {
    const values = draw(40_000, randomStream(1, 'fresh').normal);
    const mean = values.reduce((a, b) => a + b) / values.length;
    const variance = values.reduce((a, b) => a + b * b) / values.length;
    expect(Math.abs(mean)).toBeLessThan(0.02);
    expect(Math.abs(variance - 1)).toBeLessThan(0.03);
  });
});

describe('shuffle', () => {
  it('keeps every value and puts each in every place about as often', () => {
    const counts = new Float64Array(5);
    const random = randomStream(3, 'batches');
    for (let i = 0; i < 5000; i++) {
      const order = shuffle(Int32Array.from([0, 1, 2, 3, 4]), random);
      expect([...order].sort()).toEqual([0, 1, 2, 3, 4]);
      counts[order.indexOf(0)]! += 1;
    }
    expect(Math.min(...counts)).toBeGreaterThan(850);
  });
});
