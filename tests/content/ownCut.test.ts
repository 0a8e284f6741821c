import { describe, expect, it } from 'vitest';
import { FITTED, follow } from '../../src/content/figures/07-mixture/ownCut.ts';
import {
  ANSWERS,
  hand,
  mixtureOf,
  nllOf,
  START,
  setBell,
  sliceAt,
  truthNll,
  truthNllOf,
} from '../../src/content/figures/07-mixture/slice.ts';
import { nextPoint } from '../../src/content/lab/cutPoints.ts';
import { progressStore, resetProgress } from '../../src/content/progress.ts';

describe('the mixture by hand, taken for every input', () => {
  it('is what the reader has set, and is kept with the reader’s progress', () => {
    expect(progressStore.getState().bells).toBeNull();
    setBell(1, { mean: 2, width: 0.5 });
    expect(progressStore.getState().bells).toEqual(hand.now.bells);
    resetProgress();
    hand.restart();
  });

  it('fits better with every press as it follows the points, up to the truth nearly', () => {
    let mixture = mixtureOf(START);
    for (let press = 0; press < 4; press++) {
      const followed = follow(mixture, ANSWERS, 80);
      expect(nllOf(followed)).toBeLessThan(nllOf(mixture));
      mixture = followed;
    }
    for (let press = 0; press < 12; press++) mixture = follow(mixture, ANSWERS, 80);
    expect(nllOf(mixture)).toBeLessThan(truthNll() + 0.15);
  });

  it('has bells for the text that fit near 0, and not near 8', () => {
    expect(nllOf(FITTED)).toBeLessThan(truthNll() + 0.2);
    const elsewhere = sliceAt(8);
    expect(
      nllOf(
        FITTED,
        elsewhere.map(({ y }) => y),
      ),
    ).toBeGreaterThan(truthNllOf(elsewhere) + 1);
  });

  it('does not fit elsewhere', () => {
    let mixture = mixtureOf(START);
    for (let press = 0; press < 8; press++) mixture = follow(mixture, ANSWERS, 80);
    const elsewhere = sliceAt(8);
    const targets = elsewhere.map(({ y }) => y);
    expect(nllOf(mixture, targets)).toBeGreaterThan(truthNllOf(elsewhere) + 1);
    expect(nllOf(follow(mixture, targets, 800), targets)).toBeLessThan(truthNllOf(elsewhere) + 0.3);
  });
});

describe('the next point', () => {
  const points = { x: Float64Array.of(3, 1, 2), y: Float64Array.of(0, 0, 0) };

  it('is the one to the right, and the first after the last', () => {
    expect(nextPoint(points, 0)).toBe(1);
    expect(nextPoint(points, 1)).toBe(2);
    expect(nextPoint(points, 3)).toBe(1);
  });
});
