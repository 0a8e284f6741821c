import { emptyPoints, type Points } from '../data/points.ts';
import { HALF_LOG_2PI, log, sin } from '../math.ts';
import type { RandomStream } from '../random.ts';
import { discreteConditional, normalConditional } from '../truth/conditional.ts';
import type { Truth } from '../truth/truth.ts';
import type { Curve } from './curve.ts';
import type { DataSet } from './dataSet.ts';

/** Inputs lie in (0, END). */
const END = 10;

const f = (x: number) => 3 * sin(x);

/** σ(x) / noise = (1 + x) / (1 + END): it grows with x, elevenfold, up to 1. */
const spread = (x: number) => (1 + x) / (1 + END);

/** x ~ U(0, 10), y = 3 sin x + ε with ε ~ N(0, σ(x)²). */
function draw(count: number, noise: number, random: RandomStream): Points {
  const points = emptyPoints(count);
  for (let i = 0; i < count; i++) {
    const x = END * random.uniform();
    points.x[i] = x;
    points.y[i] = f(x) + noise * spread(x) * random.normal();
  }
  return points;
}

/**
 * y given x is N(f(x), σ(x)²). With u = 1 + x from 1 to U = 11,
 * E log σ = log noise + (U log U − END) / END − log U and
 * E σ² = noise² (U³ − 1) / (3 U² END).
 */
function truth(noise: number): Truth {
  const most = 1 + END;
  return {
    support: [0, END],
    at(x) {
      if (!(x >= 0 && x <= END)) return null;
      return noise === 0
        ? discreteConditional([{ value: f(x), weight: 1 }])
        : normalConditional(f(x), noise * spread(x));
    },
    entropy() {
      if (noise === 0) return null;
      return HALF_LOG_2PI + 0.5 + log(noise) + (most * log(most)) / END - 1 - log(most);
    },
    meanSquaredError: () => (noise * noise * (most ** 3 - 1)) / (3 * most * most * END),
  };
}

const curve: Curve = { from: 0, to: END, at: (x) => [x, f(x)] };

/** So many deviations above and below the curve, for the picture. */
const edge = (deviations: number): Curve => ({
  from: 0,
  to: END,
  at: (x) => [x, f(x) + deviations * spread(x)],
});

/**
 * One answer for each x, less and less certain: the kind of data for which
 * D. A. Nix and A. S. Weigend, Estimating the mean and variance of the target
 * probability distribution (IEEE ICNN, 1994), let a network answer with a
 * variance of its own. The curve and the noise are ours.
 */
export const widening = {
  draw,
  fresh: draw,
  fixedCount: null,
  separateTest: false,
  noise: 'growing',
  defaults: { points: 3000, noise: 2 },
  curves: [curve],
  picture: [edge(4), edge(-4)],
  truth,
} as const satisfies DataSet;
