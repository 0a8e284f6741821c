import type { Points } from '../data/points.ts';
import { cos, exp, HALF_LOG_2PI, log } from '../math.ts';
import { gradedBreaks, integrate, integratePanels } from '../quadrature.ts';
import type { RandomStream } from '../random.ts';
import type { Range } from '../range.ts';
import { root } from '../roots.ts';
import { type Conditional, discreteConditional } from '../truth/conditional.ts';
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
import { SINE_RANGE, sine, sineCurve } from './sine.ts';

/** The sine data with x and y swapped. */
function draw(count: number, noise: number, random: RandomStream): Points {
  const { x, y } = sine.draw(count, noise, random);
  return { x: y, y: x };
}

/** f′(t) of the sine data's curve. */
function slope(t: number): number {
  return 0.5 + 2.4 * cos(0.3 * t);
}

/** ±TURN (±5.936) are the curve's turning points, at heights ±PEAK (±10.792). */
const TURN = root(slope, 4, 8);
const PEAK = sineCurve(TURN);
const PIECES = monotonePieces(sineCurve, [-SINE_RANGE, -TURN, TURN, SINE_RANGE]);

/** Further from the curve than this many deviations, data are never seen. */
const FARTHEST = 8;
/** Weights below exp(−½·REACH²) of the greatest are left out. */
const REACH = 7;
/** Points of a span of t; checked against 160 and REACH 10: densities and cdf are good to 2e−9. */
const POINTS = 32;
/** Points of a panel of the inputs. */
const PANEL_POINTS = 10;

/**
 * The data's input x is a height y = f(t) + ε of the sine data and its target
 * is t: p(t given x) = φ((x − f(t))/noise) / ∫₋₁₅¹⁵ φ((x − f(s))/noise) ds.
 */
function truth(noise: number): Truth {
  const edge = PEAK + FARTHEST * noise;
  const at = (x: number) => {
    if (!(Math.abs(x) <= edge)) return null;
    return noise === 0 ? noiseless(x) : posterior(x, noise);
  };
  return { support: [-edge, edge], at, ...expectations(noise, edge) };
}

/** Without noise t is a root of f(t) = x, with probability in proportion to 1/|f′(t)|. */
function noiseless(x: number): Conditional {
  const atoms = PIECES.flatMap((piece) => {
    const value = preimage(sineCurve, piece, x);
    if (value === null) return [];
    // At a turning point itself the weight has a limit only beside its twin's.
    return [{ value, weight: 1 / Math.max(1e-9, Math.abs(slope(value))) }];
  });
  return discreteConditional(atoms);
}

/** The unnormalised posterior of t at one x: kernel(t) = exp(−½z² + ½z₀²), z₀ the least |z|. */
interface Kernel {
  readonly weight: (t: number) => number;
  /** Where the weight is not negligible, ascending; at most one span a piece. */
  readonly spans: readonly Range[];
  readonly masses: readonly number[];
  readonly mass: number;
  /** ½z₀². */
  readonly least: number;
}

function distance(x: number, { atLow, atHigh }: Piece): number {
  return Math.max(0, x - Math.max(atLow, atHigh), Math.min(atLow, atHigh) - x);
}

function kernelAt(x: number, noise: number): Kernel {
  const nearest = Math.min(...PIECES.map((piece) => distance(x, piece))) / noise;
  const reach = noise * Math.sqrt(nearest * nearest + REACH * REACH);
  const least = 0.5 * nearest * nearest;
  // |f′| < 3, so that the spans' ends move by 0.03 deviations, out where nothing weighs.
  const blur = 0.01 * noise;
  const weight = (t: number) => exp(least - 0.5 * ((x - sineCurve(t)) / noise) ** 2);
  const spans = PIECES.flatMap((piece) => {
    const span = preimageOfSpan(sineCurve, piece, x - reach, x + reach, blur);
    return span ? [span] : [];
  });
  const masses = spans.map(([low, high]) => integrate(weight, low, high, POINTS));
  return { weight, spans, masses, mass: masses.reduce((a, b) => a + b, 0), least };
}

function moment(kernel: Kernel, f: (t: number) => number): number {
  const { weight, spans, mass } = kernel;
  const total = spans.reduce(
    (sum, [low, high]) => sum + integrate((t) => f(t) * weight(t), low, high, POINTS),
    0,
  );
  return total / mass;
}

function posterior(x: number, noise: number): Conditional {
  const kernel = kernelAt(x, noise);
  const { weight, spans, masses, mass, least } = kernel;
  const logMass = log(mass);
  const mean = () => moment(kernel, (t) => t);
  return {
    // Two more integrals, which the density does not need.
    get mean() {
      return mean();
    },
    get variance() {
      const centre = mean();
      return moment(kernel, (t) => (t - centre) ** 2);
    },
    cdf(y) {
      const below = spans.reduce((sum, [low, high], i) => {
        if (y >= high) return sum + masses[i]!;
        return y > low ? sum + integrate(weight, low, y, POINTS) : sum;
      }, 0);
      return Math.min(1, below / mass);
    },
    logDensity(y) {
      if (!(Math.abs(y) <= SINE_RANGE)) return Number.NEGATIVE_INFINITY;
      return least - 0.5 * ((x - sineCurve(y)) / noise) ** 2 - logMass;
    },
  };
}

/**
 * With X the input and T the target, h(T given X) = h(T) + h(X given T) − h(X)
 * = log 30 + ½ log(2πe·noise²) − h(X), and the last needs one integral. So does
 * E Var(T given X). The input's density bends within a few `noise` of the turning
 * heights and of the heights of the two ends.
 */
function expectations(noise: number, edge: number): Pick<Truth, 'entropy' | 'meanSquaredError'> {
  if (noise === 0) return { entropy: () => null, meanSquaredError: noiselessError };
  const end = sineCurve(SINE_RANGE);
  const breaks = gradedBreaks(-edge, edge, [-PEAK, -end, end, PEAK], noise);
  const length = 2 * SINE_RANGE;
  const logInput = ({ mass, least }: Kernel) =>
    log(mass / length) - least - log(noise) - HALF_LOG_2PI;
  return {
    entropy() {
      const inputEntropy = integratePanels(
        (x) => {
          const value = logInput(kernelAt(x, noise));
          return -value * exp(value);
        },
        breaks,
        PANEL_POINTS,
      );
      return log(length) + HALF_LOG_2PI + 0.5 + log(noise) - inputEntropy;
    },
    meanSquaredError() {
      return integratePanels(
        (x) => exp(logInput(kernelAt(x, noise))) * posterior(x, noise).variance,
        breaks,
        PANEL_POINTS,
      );
    },
  };
}

/** E Var(T given X) without noise, as a mean over t ~ U(−15, 15). */
function noiselessError(): number {
  const breaks = gradedBreaks(-SINE_RANGE, SINE_RANGE, preimagesOfBreaks(sineCurve, PIECES), 1e-3);
  const error = (t: number) => noiseless(sineCurve(t)).variance;
  return integratePanels(error, breaks, PANEL_POINTS) / (2 * SINE_RANGE);
}

const curve: Curve = { from: -SINE_RANGE, to: SINE_RANGE, at: (t) => [sineCurve(t), t] };

/** The sine data with x and y swapped: most inputs in the middle have three answers. */
export const inverted = {
  draw,
  fresh: draw,
  fixedCount: null,
  separateTest: false,
  noise: 'along',
  defaults: { points: 3000, noise: 1 },
  curves: [curve],
  picture: [curve],
  truth,
} as const satisfies DataSet;
