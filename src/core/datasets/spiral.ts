import { emptyPoints, type Points } from '../data/points.ts';
import { cos, log, sin } from '../math.ts';
import { gradedBreaks, integratePanels } from '../quadrature.ts';
import type { RandomStream } from '../random.ts';
import type { Range } from '../range.ts';
import { root } from '../roots.ts';
import type { Conditional } from '../truth/conditional.ts';
import {
  type InputCurve,
  lengthOf,
  meanOver,
  noiselessAt,
  overInputs,
  overlap,
  spansAt,
} from '../truth/inputNoise.ts';
import {
  monotonePieces,
  type Piece,
  preimage,
  preimageOfSpan,
  preimagesOfBreaks,
} from '../truth/monotone.ts';
import type { Truth } from '../truth/truth.ts';
import type { Curve } from './curve.ts';
import type { DataSet } from './dataSet.ts';

/** The spiral's angle runs from 0 to 5π; r = θ makes it Archimedean. */
export const SPIRAL_END = 5 * Math.PI;

/** c(θ) = θ cos θ, the input without noise, and g(θ) = θ sin θ, the target. */
const c = (theta: number) => theta * cos(theta);
const g = (theta: number) => theta * sin(theta);
const cSlope = (theta: number) => cos(theta) - theta * sin(theta);
const gSlope = (theta: number) => sin(theta) + theta * cos(theta);

/** x = c(θ) + U(−noise, noise), y = g(θ), for θ = angle(i). */
function points(
  count: number,
  noise: number,
  random: RandomStream,
  angle: (i: number) => number,
): Points {
  const result = emptyPoints(count);
  for (let i = 0; i < count; i++) {
    const theta = angle(i);
    result.x[i] = c(theta) + noise * (2 * random.uniform() - 1);
    result.y[i] = g(theta);
  }
  return result;
}

/** 0, the zeros of `slope` in (first + kπ, first + ½π + kπ) for k = 0 … 4, and 5π. */
function breaksOf(slope: (theta: number) => number, first: number): number[] {
  const turns = [0, 1, 2, 3, 4].map((k) => {
    const low = first + k * Math.PI;
    return root(slope, low, low + Math.PI / 2);
  });
  return [0, ...turns, SPIRAL_END];
}

const C_BREAKS = breaksOf(cSlope, 0);
const G_BREAKS = breaksOf(gSlope, Math.PI / 2);
const INPUT: InputCurve = { c, pieces: monotonePieces(c, C_BREAKS) };
const G_PIECES = monotonePieces(g, G_BREAKS);
const LOWEST = Math.min(...C_BREAKS.map(c));
const HIGHEST = Math.max(...C_BREAKS.map(c));

/** Points of a panel. */
const POINTS = 12;
/** The panels beside a singularity are this wide; the entropy is then good to about 1e−5. */
const FINEST = 1e-4;

/**
 * x = θ cos θ + U(−noise, noise), y = θ sin θ with θ ~ U(0, 5π). Given x, θ is
 * uniform on A = {θ: |x − c(θ)| < noise} and y = g(θ), so that
 * p(y given x) = (1/|A|) Σ 1/|g′(θ)| over θ in A with g(θ) = y. It is infinite,
 * but integrable, where g turns.
 */
function truth(noise: number): Truth {
  const support: Range = [LOWEST - noise, HIGHEST + noise];
  const at = (x: number) => {
    if (!(x >= support[0] && x <= support[1])) return null;
    if (noise === 0) return noiselessAt(INPUT, cSlope, g, x);
    const spans = spansAt(INPUT, x, noise);
    return spans.length === 0 ? null : conditionalOn(spans);
  };
  return { support, at, ...expectations(noise, support) };
}

/** Antiderivatives of g and g². */
const gIntegral = (t: number) => sin(t) - t * cos(t);
const gSquareIntegral = (t: number) =>
  t ** 3 / 6 - ((t * t) / 4 - 1 / 8) * sin(2 * t) - (t / 4) * cos(2 * t);

function varianceOver(spans: readonly Range[]): number {
  return Math.max(0, meanOver(spans, gSquareIntegral) - meanOver(spans, gIntegral) ** 2);
}

/** Σ 1/|g′(θ)| over the θ in the spans with g(θ) = y, at most one where a span meets a piece of g. */
function sumOfSlopes(spans: readonly Range[], y: number): number {
  let sum = 0;
  for (const piece of G_PIECES) {
    for (const span of spans) {
      const part = partOf(piece, span);
      const theta = part && preimage(g, part, y);
      if (theta !== null) sum += 1 / Math.abs(gSlope(theta));
    }
  }
  return sum;
}

/** What of the piece of g lies in the span; null if nothing does. */
function partOf(piece: Piece, span: Range): Piece | null {
  const low = Math.max(piece.low, span[0]);
  const high = Math.min(piece.high, span[1]);
  return low < high ? { low, high, atLow: g(low), atHigh: g(high) } : null;
}

function conditionalOn(spans: readonly Range[]): Conditional {
  const length = lengthOf(spans);
  return {
    get mean() {
      return meanOver(spans, gIntegral);
    },
    get variance() {
      return varianceOver(spans);
    },
    cdf(y) {
      let below = 0;
      for (const piece of G_PIECES) {
        const under = preimageOfSpan(g, piece, Number.NEGATIVE_INFINITY, y);
        if (under) for (const span of spans) below += overlap(span, under);
      }
      return Math.min(1, below / length);
    },
    logDensity(y) {
      return log(sumOfSlopes(spans, y) / length);
    },
  };
}

function expectations(
  noise: number,
  [low, high]: Range,
): Pick<Truth, 'entropy' | 'meanSquaredError'> {
  if (noise === 0) return { entropy: () => null, meanSquaredError: noiselessError };
  // |A| as a function of x has a bend or a root's end where a turn of c enters or leaves.
  const features = C_BREAKS.flatMap((theta) => [c(theta) - noise, c(theta) + noise]);
  const breaks = gradedBreaks(low, high, features, Math.min(0.1 * noise, 1e-3));
  return {
    // −log p(y given x) = log |A| − log Σ 1/|g′|, each term by an integral of its own.
    entropy() {
      return overInputs(INPUT, noise, breaks, (spans) => log(lengthOf(spans))) - meanLogSum(noise);
    },
    meanSquaredError() {
      return overInputs(INPUT, noise, breaks, varianceOver);
    },
  };
}

/**
 * E log Σ 1/|g′(θ′)| over θ′ in A with g(θ′) = g(θ). It has a logarithmic
 * singularity not only where g turns at θ but wherever it turns at a θ′.
 */
function meanLogSum(noise: number): number {
  const breaks = gradedBreaks(0, SPIRAL_END, preimagesOfBreaks(g, G_PIECES), FINEST);
  return integratePanels((theta) => meanLogSumAt(theta, noise), breaks, POINTS) / SPIRAL_END;
}

/**
 * The same given θ, exactly: x is then uniform within `noise` of c(θ), and each
 * other θ′ belongs to A while x is within `noise` of c(θ′), so the sum is
 * constant between the ends of those windows.
 */
function meanLogSumAt(theta: number, noise: number): number {
  const low = c(theta) - noise;
  const high = c(theta) + noise;
  const own = 1 / Math.abs(gSlope(theta));
  const others: { low: number; high: number; term: number }[] = [];
  const target = g(theta);
  for (const piece of G_PIECES) {
    if (theta >= piece.low && theta <= piece.high) continue;
    const other = preimage(g, piece, target);
    if (other === null) continue;
    const from = Math.max(low, c(other) - noise);
    const to = Math.min(high, c(other) + noise);
    if (from < to) others.push({ low: from, high: to, term: 1 / Math.abs(gSlope(other)) });
  }
  const ends = [low, high, ...others.flatMap((o) => [o.low, o.high])].sort((a, b) => a - b);
  let sum = 0;
  for (let i = 1; i < ends.length; i++) {
    const [from, to] = [ends[i - 1]!, ends[i]!];
    const middle = 0.5 * (from + to);
    const inside = others.filter((o) => o.low < middle && middle < o.high);
    sum += (to - from) * log(inside.reduce((s, o) => s + o.term, own));
  }
  return sum / (high - low);
}

/** E Var(y given x) without noise, as a mean over θ ~ U(0, 5π). */
function noiselessError(): number {
  const breaks = gradedBreaks(0, SPIRAL_END, preimagesOfBreaks(c, INPUT.pieces), 1e-3);
  const error = (theta: number) => noiselessAt(INPUT, cSlope, g, c(theta)).variance;
  return integratePanels(error, breaks, POINTS) / SPIRAL_END;
}

const curve: Curve = { from: 0, to: SPIRAL_END, at: (theta) => [c(theta), g(theta)] };

/**
 * A spiral with noise on the input: many answers, some of them close together.
 * The article's draws take θ evenly, so train and test share it; fresh ones take
 * it at random.
 */
export const spiral = {
  draw: (count, noise, random) =>
    points(count, noise, random, (i) => (SPIRAL_END * i) / (count - 1)),
  fresh: (count, noise, random) =>
    points(count, noise, random, () => SPIRAL_END * random.uniform()),
  fixedCount: null,
  separateTest: true,
  noise: 'input',
  defaults: { points: 2000, noise: 1 },
  curves: [curve],
  picture: [curve],
  truth,
} as const satisfies DataSet;
