import { describe, expect, it } from 'vitest';
import { runAtOnce } from '../../src/charts/stints.ts';
import {
  beginning,
  counting,
  infinite,
  lostPoints,
  naive,
  naiveDensity,
  SEEDS,
} from '../../src/content/figures/10-break-it/naive.ts';
import { leftOut } from '../../src/content/figures/10-break-it/sure.ts';
import { density, logDensity } from '../../src/core/mixture.ts';
import { mixturesAt } from '../../src/core/model.ts';

describe('the density as it is written', () => {
  it('is the density near the means, and exactly 0 where float32 ends', () => {
    const { fitted, batch } = beginning(5, 3);
    const mixtures = mixturesAt(fitted, batch.x);
    mixtures.forEach((mixture, i) => {
      const [naively, log] = [naiveDensity(mixture, batch.y[i]!), logDensity(mixture, batch.y[i]!)];
      if (log > -70) expect(naively / density(mixture, batch.y[i]!)).toBeCloseTo(1, 4);
      if (log < -110) expect(naively).toBe(0);
    });
  });

  it('loses points of the first batch in most untrained networks of one component', () => {
    runAtOnce(counting([1]));
    const lost = naive.now.lost[1]!;
    expect(lost).toHaveLength(SEEDS);
    expect(infinite(lost)).toBeGreaterThan(SEEDS / 2);
    const seed = lost.findIndex((points) => points > 0) + 1;
    expect(runAtOnce(lostPoints(1, seed))).toHaveLength(lost[seed - 1]!);
  });

  it('loses none with the article’s thirty, for a few seeds', () => {
    for (const seed of [1, 7, 13]) expect(runAtOnce(lostPoints(30, seed))).toEqual([]);
  });
});

describe('the region of 90 %', () => {
  it('leaves out what lies far from every answer, and not what lies at a mean', () => {
    const { fitted } = beginning(1, 1);
    const x = Float64Array.of(-3, 0, 3);
    const means = mixturesAt(fitted, x).map((mixture) => mixture.means[0]!);
    const at = (shift: number) => ({ x, y: Float64Array.from(means, (mean) => mean + shift) });
    expect(runAtOnce(leftOut(fitted, at(0)))).toEqual([]);
    expect(runAtOnce(leftOut(fitted, at(50)))).toEqual([0, 1, 2]);
  });
});
