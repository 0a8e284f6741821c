import { emptyPoints, type Points } from '../data/points.ts';
import { HALF_LOG_2PI, log, sin } from '../math.ts';
import type { RandomStream } from '../random.ts';
import { discreteConditional, normalConditional } from '../truth/conditional.ts';
import type { Truth } from '../truth/truth.ts';
import type { Curve } from './curve.ts';
import type { DataSet } from './dataSet.ts';

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

/** y given x is N(f(x), noise²), for x in [−15, 15]. */
function truth(noise: number): Truth {
  return {
    support: [-SINE_RANGE, SINE_RANGE],
    at(x) {
      if (!(Math.abs(x) <= SINE_RANGE)) return null;
      const value = sineCurve(x);
      return noise === 0
        ? discreteConditional([{ value, weight: 1 }])
        : normalConditional(value, noise);
    },
    entropy: () => (noise === 0 ? null : HALF_LOG_2PI + 0.5 + log(noise)),
    meanSquaredError: () => noise * noise,
  };
}

const curve: Curve = { from: -SINE_RANGE, to: SINE_RANGE, at: (x) => [x, sineCurve(x)] };

/** A curve with normal noise on the target: every input has one answer. */
export const sine = {
  draw,
  fresh: draw,
  fixedCount: null,
  separateTest: false,
  noise: 'target',
  defaults: { points: 3000, noise: 1 },
  curves: [curve],
  picture: [curve],
  truth,
} as const satisfies DataSet;
