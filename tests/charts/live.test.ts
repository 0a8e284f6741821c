import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CalmScale, calmEnd } from '../../src/charts/calm.ts';
import { densityLayer, robustPeak, scalePeak } from '../../src/charts/densityLayer.ts';
import { nearestPoint } from '../../src/charts/nearest.ts';
import { dataRanges } from '../../src/charts/ranges.ts';
import { inStints, runInStints } from '../../src/charts/stints.ts';
import { chartTheme } from '../../src/charts/theme.ts';
import { MAIN_LABELS, rounded, smallData, smallGrid } from './fixtures.ts';

describe('the colour scale of a density', () => {
  it('is not paled by a spike in one column', () => {
    const density = Float32Array.from({ length: 40 }, (_, i) => (i === 17 ? 500 : 0.3));
    expect(robustPeak(density, 10)).toBeCloseTo(0.3, 6);
  });

  it('passes over columns without density, and is 0 where there is none', () => {
    expect(robustPeak([0, 0, 0, 2, 0, 0, 0, 1], 4)).toBe(2);
    expect(robustPeak([0, Number.NaN, 0, 0], 2)).toBe(0);
  });

  it('reaches as far as the truth does, unless that would leave the model too pale', () => {
    expect(scalePeak(0.1, 0.2)).toBe(0.2);
    expect(scalePeak(0.3, 0.2)).toBe(0.3);
    expect(scalePeak(0.1, 5)).toBeCloseTo(0.3, 9);
    expect(scalePeak(0.1, null)).toBe(0.1);
  });

  it('follows its target calmly', () => {
    const scale = new CalmScale();
    expect(scale.next(0)).toBe(1);
    expect(scale.next(2)).toBe(2);
    expect(scale.next(32)).toBe(4);
    expect(scale.next(0)).toBe(4);
    for (let i = 0; i < 60; i++) scale.next(32);
    expect(scale.next(32)).toBeCloseTo(32, 3);
  });
});

describe('the density', () => {
  it('is a heat map of rows over columns that is quick to smooth', () => {
    const ranges = dataRanges(smallData());
    const grid = smallGrid(ranges);
    const density = Float32Array.from({ length: 15 }, (_, i) => i / 10);
    const spec = { ranges, theme: chartTheme('dark'), labels: MAIN_LABELS, scale: 12 };
    const layer = densityLayer(spec, grid, { y: Float64Array.of(-1, 0, 1), density }, 0.9);
    expect(rounded(layer.data)).toMatchSnapshot();
  });
});

describe('the end of an axis', () => {
  it('is the next round number above the peak', () => {
    expect(calmEnd(0, 0.37)).toBe(0.4);
    expect(calmEnd(0, 0.39)).toBe(0.5);
    expect(calmEnd(0, 7.9)).toBe(10);
  });

  it('stays as long as it serves', () => {
    expect(calmEnd(0.5, 0.3)).toBe(0.5);
    expect(calmEnd(0.5, 0.48)).toBe(0.6);
    expect(calmEnd(0.5, 0.1)).toBe(0.15);
    expect(calmEnd(0.5, 0)).toBe(0.5);
  });
});

describe('the nearest point', () => {
  const points = { x: Float64Array.of(0, 1, 5), y: Float64Array.of(0, 1, 5) };
  const scale = { x: 10, y: 20 };

  it('is measured in pixels', () => {
    expect(nearestPoint(points, { x: 0.9, y: 0.9 }, scale, 12)?.index).toBe(1);
    expect(nearestPoint(points, { x: 0.4, y: 0.4 }, scale, 12)).toMatchObject({ index: 0 });
  });

  it('is none where all are too far', () => {
    expect(nearestPoint(points, { x: 3, y: 3 }, scale, 12)).toBeNull();
  });
});

describe('work in slices', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  function* counting(steps: number, took: { count: number }) {
    for (let i = 0; i < steps; i++) {
      took.count++;
      yield;
    }
    return took.count;
  }

  it('goes on until it is finished, and hands over what it returns', () => {
    const took = { count: 0 };
    const done = vi.fn();
    runInStints(counting(5, took), done, 0);
    expect(took.count).toBe(0);
    vi.runAllTimers();
    expect(done).toHaveBeenCalledExactlyOnceWith(5);
  });

  it('makes room after each slice, and can be stopped', () => {
    const took = { count: 0 };
    const done = vi.fn();
    const stop = runInStints(counting(5, took), done, 0);
    vi.advanceTimersToNextTimer();
    expect(took.count).toBe(1);
    stop();
    vi.runAllTimers();
    expect(took.count).toBe(1);
    expect(done).not.toHaveBeenCalled();
  });

  it('gives a promise what it returns, or fails as it does', async () => {
    const took = { count: 0 };
    const result = inStints(counting(5, took), 0);
    expect(took.count).toBe(1);
    await vi.runAllTimersAsync();
    expect(await result).toBe(5);
    const failing = inStints(
      (function* () {
        yield;
        throw new Error('no');
      })(),
      0,
    );
    const told = expect(failing).rejects.toThrow('no');
    await vi.runAllTimersAsync();
    await told;
  });
});
