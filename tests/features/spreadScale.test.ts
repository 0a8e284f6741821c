import { describe, expect, it } from 'vitest';
import { spreadOf } from '../../src/core/sweepSummary.ts';
import { spreadScale } from '../../src/features/sweep/spreadScale.ts';

const scaleOf = (...groups: (readonly number[])[]) =>
  spreadScale(groups.map(spreadOf), groups.flat());

describe('the axis of a sweep', () => {
  it('is logarithmic where all is above 0 and of very different size', () => {
    const scale = scaleOf([2, 2.1], [0.05, 0.04])!;
    expect(scale.logarithmic).toBe(true);
    expect(scale.ticks).toEqual([0.05, 0.1, 0.2, 0.5, 1, 2]);
    expect(scale.place(Math.sqrt(0.04 * 2.1))).toBeCloseTo(0.5, 6);
    expect(scaleOf([2, 2.1], [-0.01, 0.04])!.logarithmic).toBe(false);
    expect(scaleOf([2, 2.1], [1, 1.2])!.logarithmic).toBe(false);
  });

  it('has room for every median, and not for a single run far above', () => {
    const scale = scaleOf([1, 1.2, 1.1, 1.3, 1.2, 40], [5, 5.1, 5.2, 5.1, 5])!;
    expect(scale.isBeyond(40)).toBe(true);
    expect([5.2, 1].map(scale.isBeyond)).toEqual([false, false]);
    expect(scale.place(5.1)).toBeGreaterThan(0.9);
    expect(scale.place(40)).toBe(1);
  });

  it('has no room for a run that diverged, and is none where all did', () => {
    expect(scaleOf([1, 2, Number.POSITIVE_INFINITY])!.isBeyond(Number.POSITIVE_INFINITY)).toBe(
      true,
    );
    expect(scaleOf([Number.POSITIVE_INFINITY])).toBeNull();
  });

  it('serves a single value', () => {
    const scale = scaleOf([0.3])!;
    expect(scale.place(0.3)).toBeCloseTo(0.5, 9);
    expect(scale.ticks.length).toBeGreaterThan(0);
  });
});
