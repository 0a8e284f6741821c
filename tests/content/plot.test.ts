import { describe, expect, it } from 'vitest';
import { byWeight } from '../../src/content/lab/byWeight.ts';
import { dotPath, frameOf, linePath } from '../../src/content/plot/frame.ts';
import { ticksOf } from '../../src/content/plot/ticks.ts';

const MARGINS = { left: 40, right: 10, top: 10, bottom: 30 };
const frame = frameOf(450, 240, [0, 10], [-1, 1], MARGINS);

describe('a plot', () => {
  it('puts data where the axes say, and back', () => {
    expect([frame.x(0), frame.x(10), frame.y(-1), frame.y(1)]).toEqual([40, 440, 210, 10]);
    expect(frame.xAt(frame.x(3.7))).toBeCloseTo(3.7, 12);
    expect(frame.yAt(frame.y(-0.2))).toBeCloseTo(-0.2, 12);
  });

  it('leaves gaps in a line where a value is not finite', () => {
    expect(linePath(frame, [0, 1, 2, 3], [0, Number.NaN, 0, 1])).toBe(
      'M40.0 110.0M120.0 110.0L160.0 10.0',
    );
    expect(dotPath(frame, [0], [0])).toBe('M40.0 110.0h0');
  });

  it('has round ticks within its range', () => {
    expect(ticksOf([0, 1], 5)).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1]);
    expect(ticksOf([-13, 15], 4)).toEqual([-10, 0, 10]);
    expect(ticksOf([37.5, 44], 3)).toEqual([38, 40, 42, 44]);
    expect(ticksOf([3, 3], 3)).toEqual([]);
  });
});

describe('dots by weight', () => {
  it('fall into classes, the lightest first', () => {
    const at = Float64Array.of(1, 2, 3);
    const classes = byWeight({ x: at, y: at, share: Float64Array.of(0.01, 0.3, 1) }, 4);
    expect(classes.map(({ x }) => x)).toEqual([[1], [], [2], [3]]);
  });
});
