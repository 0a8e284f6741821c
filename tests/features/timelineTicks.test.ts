import { describe, expect, it } from 'vitest';
import { wayEpochs } from '../../src/core/way.ts';
import { ticksOf } from '../../src/features/timeline/marks.ts';

describe('the epochs under a timeline', () => {
  it('are the last, and powers of ten and 0 as far as none lies over another', () => {
    expect(ticksOf(wayEpochs(5000, 100))).toEqual([5000, 1000, 100, 10]);
    expect(ticksOf(wayEpochs(100, 100))).toEqual([100, 10, 1]);
    expect(ticksOf(wayEpochs(4, 100))).toEqual([4, 1, 0]);
    expect(ticksOf(wayEpochs(1, 100))).toEqual([1, 0]);
  });

  it('leave out a power of ten that the last is close to', () => {
    expect(ticksOf(wayEpochs(1010, 100))).not.toContain(1000);
  });
});
