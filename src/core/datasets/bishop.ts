import { emptyPoints, type Points } from '../data/points.ts';
import { cos, log, sin } from '../math.ts';
import { gradedBreaks, integratePanels } from '../quadrature.ts';
import type { RandomStream } from '../random.ts';
import type { Range } from '../range.ts';
import { root } from '../roots.ts';
import {
  type InputCurve,
  lengthOf,
  meanOver,
  noiselessAt,
  overInputs,
  overlap,
  spansAt,
} from '../truth/inputNoise.ts';
import { monotonePieces, preimagesOfBreaks } from '../truth/monotone.ts';
import type { Truth } from '../truth/truth.ts';
import type { Curve } from './curve.ts';
import type { DataSet } from './dataSet.ts';

const TURN = 2 * Math.PI;
const identity = (t: number) => t;

/** h(t) = t + 0.3 sin 2πt on (0, 1). */
const h = (t: number) => t + 0.3 * sin(TURN * t);
const slope = (t: number) => 1 + 0.3 * TURN * cos(TURN * t);

/** 0, the two turning points of h, at 0.339 and 0.661, and 1. */
const BREAKS = [0, root(slope, 0.25, 0.5), root(slope, 0.5, 0.75), 1];
const INPUT: InputCurve = { c: h, pieces: monotonePieces(h, BREAKS) };
const HEIGHTS = BREAKS.map(h);

/** t ~ U(0, 1) is the target, and the input is x = h(t) + U(−noise, noise). */
function draw(count: number, noise: number, random: RandomStream): Points {
  const points = emptyPoints(count);
  for (let i = 0; i < count; i++) {
    const t = random.uniform();
    points.x[i] = h(t) + noise * (2 * random.uniform() - 1);
    points.y[i] = t;
  }
  return points;
}

/** Antiderivatives of t and t². */
const halfSquare = (t: number) => (t * t) / 2;
const thirdCube = (t: number) => (t * t * t) / 3;
const varianceOver = (spans: readonly Range[]) =>
  Math.max(0, meanOver(spans, thirdCube) - meanOver(spans, halfSquare) ** 2);

/**
 * Given x, the target t is uniform on A = {t: |x − h(t)| < noise}, so that
 * p(t given x) = 1/|A| there, and the entropy is E log |A|.
 */
function truth(noise: number): Truth {
  const support: Range = [HEIGHTS[0]! - noise, HEIGHTS[3]! + noise];
  const average = (f: (spans: readonly Range[]) => number) => {
    // |A| has a bend or a root's end where a turn or an end of h enters or leaves.
    const features = HEIGHTS.flatMap((height) => [height - noise, height + noise]);
    const breaks = gradedBreaks(...support, features, Math.min(0.1 * noise, 1e-4));
    return overInputs(INPUT, noise, breaks, f);
  };
  return {
    support,
    at(x) {
      if (!(x >= support[0] && x <= support[1])) return null;
      if (noise === 0) return noiselessAt(INPUT, slope, identity, x);
      const spans = spansAt(INPUT, x, noise);
      if (spans.length === 0) return null;
      const length = lengthOf(spans);
      return {
        mean: meanOver(spans, halfSquare),
        variance: varianceOver(spans),
        cdf: (y) => spans.reduce((sum, span) => sum + overlap(span, [-1, y]), 0) / length,
        logDensity: (y) =>
          spans.some(([low, high]) => y >= low && y <= high)
            ? -log(length)
            : Number.NEGATIVE_INFINITY,
      };
    },
    entropy: () => (noise === 0 ? null : average((spans) => log(lengthOf(spans)))),
    meanSquaredError: () => (noise === 0 ? noiselessError() : average(varianceOver)),
  };
}

/** E Var(t given x) without noise, as a mean over t. */
function noiselessError(): number {
  const breaks = gradedBreaks(0, 1, preimagesOfBreaks(h, INPUT.pieces), 1e-4);
  const error = (t: number) => noiselessAt(INPUT, slope, identity, h(t)).variance;
  return integratePanels(error, breaks, 10);
}

const curve: Curve = { from: 0, to: 1, at: (t) => [h(t), t] };

/**
 * The inverse problem of C. M. Bishop, Mixture Density Networks (Aston University,
 * NCRG/94/004, 1994): x = t + 0.3 sin 2πt + ε with ε ~ U(−0.1, 0.1), of which t is to
 * be found from x.
 */
export const bishop = {
  draw,
  fresh: draw,
  fixedCount: null,
  separateTest: false,
  noise: 'input',
  // As many components as his network has. More come nearer to a density that is flat, but
  // each of them stands out as an answer of its own.
  defaults: { points: 1000, noise: 0.1, components: 3 },
  curves: [curve],
  picture: [curve],
  truth,
} as const satisfies DataSet;
