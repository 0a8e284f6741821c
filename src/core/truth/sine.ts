import { SINE_RANGE, sineCurve } from '../data/sine.ts';
import { HALF_LOG_2PI, log } from '../math.ts';
import { discreteConditional, normalConditional } from './conditional.ts';
import type { Truth } from './truth.ts';

/** y given x is N(f(x), noise²), for x in [−15, 15]. */
export function sineTruth(noise: number): Truth {
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
