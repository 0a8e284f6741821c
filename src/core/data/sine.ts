import { sin } from '../math.ts';
import type { RandomStream } from '../random.ts';
import { emptyPoints, type Generator, type Points } from './points.ts';

/** The sine data's inputs lie in (−SINE_RANGE, SINE_RANGE). */
export const SINE_RANGE = 15;

/** f(x) = 0.5 x + 8 sin 0.3 x, the curve of the sine data. */
export function sineCurve(x: number): number {
  return 0.5 * x + 8 * sin(0.3 * x);
}

/** x ~ U(−15, 15), y = f(x) + ε with ε ~ N(0, noise²). */
function draw(count: number, noise: number, random: RandomStream): Points {
  const points = emptyPoints(count);
  for (let i = 0; i < count; i++) {
    const x = SINE_RANGE * (2 * random.uniform() - 1);
    points.x[i] = x;
    points.y[i] = sineCurve(x) + noise * random.normal();
  }
  return points;
}

export const sine: Generator = { draw, fresh: draw, separateTest: false };
