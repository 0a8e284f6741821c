import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { cancelDraw, type Draw, scheduleDraw, whenDrawn } from '../../src/charts/schedule.ts';

/** What was drawn, in turn; a frame ends with a bar. */
let drawn: string[] = [];
let now = 0;
let frames: (() => void)[] = [];

/** A figure whose steps take so many milliseconds each. */
const figure = (name: string, ...costs: number[]): Draw =>
  function* () {
    for (const [i, cost] of costs.entries()) {
      now += cost;
      drawn.push(`${name}${i}`);
      yield;
    }
  };

/** Lets so many animation frames go by. */
function pass(count: number): void {
  for (let i = 0; i < count; i++) {
    now += 16;
    const due = frames;
    frames = [];
    for (const frame of due) frame();
    drawn.push('|');
  }
}

beforeEach(() => {
  vi.useFakeTimers();
  drawn = [];
  frames = [];
  // Rests of the test before are over.
  now += 1e6;
  vi.spyOn(performance, 'now').mockImplementation(() => now);
  vi.stubGlobal('requestAnimationFrame', (frame: () => void) => frames.push(frame));
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe('the queue of drawing', () => {
  it('draws all figures in one frame where that is quick', () => {
    scheduleDraw(figure('a', 1, 1));
    scheduleDraw(figure('b', 1, 1));
    pass(1);
    expect(drawn.join('')).toBe('a0a1b0b1|');
  });

  it('draws a figure once in a frame, however often it is asked to', () => {
    const draw = figure('a', 1);
    scheduleDraw(draw);
    scheduleDraw(draw);
    pass(2);
    expect(drawn.join('')).toBe('a0||');
  });

  it('ends a frame with the step that made it long, and goes on in the next', () => {
    scheduleDraw(figure('a', 6, 12, 3));
    scheduleDraw(figure('b', 3));
    pass(3);
    expect(drawn.join('')).toBe('a0a1|a2b0||');
  });

  it('finishes what it has begun before what follows the hand, and that before all others', () => {
    scheduleDraw(figure('a', 20, 20));
    scheduleDraw(figure('b', 20));
    pass(1);
    scheduleDraw(figure('hand', 1), true);
    pass(3);
    expect(drawn.join('')).toBe('a0|a1|hand0b0||');
  });

  it('draws a figure anew that has changed while it was drawn', () => {
    const draw = figure('a', 2, 20, 2);
    scheduleDraw(draw);
    pass(1);
    scheduleDraw(draw, true);
    pass(3);
    expect(drawn.join('')).toBe('a0a1|a2a0a1|a2||');
  });

  it('has a figure rest by what all its steps have cost', () => {
    const draw = figure('a', 4, 4);
    scheduleDraw(draw);
    pass(1);
    scheduleDraw(draw);
    // Of 8 ms a quarter of the time.
    now += 23;
    vi.advanceTimersByTime(23);
    expect(frames).toHaveLength(0);
    now += 1;
    vi.advanceTimersByTime(1);
    expect(frames).toHaveLength(1);
    pass(1);
    expect(drawn.join('')).toBe('a0a1|a0a1|');
  });

  it('leaves a figure as it is that is cancelled between two steps', () => {
    const draw = figure('a', 20, 20);
    scheduleDraw(draw);
    pass(1);
    cancelDraw(draw);
    pass(2);
    expect(drawn.join('')).toBe('a0|||');
  });

  it('tells whoever waits once the last step is done', () => {
    const told = vi.fn();
    scheduleDraw(figure('a', 20, 20));
    whenDrawn(told);
    pass(1);
    expect(told).not.toHaveBeenCalled();
    pass(2);
    expect(told).toHaveBeenCalledOnce();
  });
});
