import { exp, HALF_LOG_2PI, log } from '../math.ts';
import { gradedBreaks, integratePanels } from '../quadrature.ts';
import { evenly, type Range } from '../range.ts';
import { root } from '../roots.ts';
import { discreteConditional, type NormalAtom, normalMixtureConditional } from './conditional.ts';
import { monotonePieces, preimage, preimagesOfBreaks } from './monotone.ts';
import type { Truth } from './truth.ts';

/**
 * Data along a curve, t uniform on (from, to), with normal noise on the target alone:
 * (x, y) = (c(t), g(t) + N(0, σ(t)²)). Where g or σ is not finite, there are no data.
 */
export interface NoisyCurve {
  readonly from: number;
  readonly to: number;
  readonly c: (t: number) => number;
  readonly g: (t: number) => number;
  /** σ(t) where the noise is 1; never 0 but at single places. */
  readonly deviation: (t: number) => number;
}

/** So many cells of t show where c turns. */
const CELLS = 2048;
/** A step of one cell by more of the range of c than this is taken for a jump. */
const JUMP = 1 / 4;
/** A c that turns more often is not followed. */
const MOST_TURNS = 40;
/** Half the stretch over which a slope is taken, as a share of the range of t. */
const STEP = 1e-5;

type SlopeOf = (t: number) => number;

/** c′(t), from values between the two ends. */
export function slopeOf(c: (t: number) => number, from: number, to: number): SlopeOf {
  const step = STEP * (to - from);
  return (t) => {
    const [low, high] = [Math.max(from, t - step), Math.min(to, t + step)];
    return (c(high) - c(low)) / (high - low);
  };
}

/**
 * `from`, the turning points of c, and `to`; null where c is not finite, jumps, stays
 * where it is over a stretch, or turns too often to be followed.
 */
export function turnsOf(c: (t: number) => number, from: number, to: number): number[] | null {
  const t = evenly([from, to], CELLS + 1);
  const values = t.map(c);
  if (!values.every(Number.isFinite)) return null;
  const range = Math.max(...values) - Math.min(...values);
  const steps = Array.from({ length: CELLS }, (_, i) => values[i + 1]! - values[i]!);
  const flat = steps.some((step, i) => step === 0 && steps[i + 1] === 0);
  if (flat || steps.some((step) => Math.abs(step) > JUMP * range)) return null;
  const slope = slopeOf(c, from, to);
  const turns: number[] = [];
  let last = 0;
  for (let i = 1; i < CELLS; i++) {
    if (steps[i] === 0) continue;
    if (steps[i]! > 0 !== steps[last]! > 0) turns.push(root(slope, t[last]!, t[i + 1]!));
    last = i;
  }
  return turns.length > MOST_TURNS ? null : [from, ...turns, to];
}

/** Points of a panel. */
const POINTS = 10;
/** Panels of a standard normal; beyond 8 deviations there is nothing. */
const NORMAL_BREAKS = [-8, -4, -2, 0, 2, 4, 8];
/** Panels of t, beside those where branches meet. */
const PANELS = 64;
/** The panels beside a place where branches meet, as a share of the curve. */
const FINEST = 1e-4;
/** Stands in for no deviation at a single place. */
const LEAST_DEVIATION = 1e-12;

/**
 * Given x, t is one of the roots of c(t) = x, with probability in proportion to
 * 1/|c′(t)|, so that the target is a mixture of normals about g at the roots. What is
 * expected over the data is a mean over t. Null where the roots of c cannot be followed.
 */
export function alongCurve(curve: NoisyCurve): ((noise: number) => Truth) | null {
  const { from, to, c, g, deviation } = curve;
  const breaks = turnsOf(c, from, to);
  if (!breaks) return null;
  const pieces = monotonePieces(c, breaks);
  const slope = slopeOf(c, from, to);
  const isDefined = (t: number) => Number.isFinite(g(t)) && Number.isFinite(deviation(t));
  const inputs = evenly([from, to], CELLS + 1)
    .filter(isDefined)
    .map(c);
  const support: Range = [Math.min(...inputs), Math.max(...inputs)];

  const atomsAt = (x: number, noise: number): NormalAtom[] =>
    pieces.flatMap((piece) => {
      const t = preimage(c, piece, x);
      if (t === null || !isDefined(t)) return [];
      return [
        {
          value: g(t),
          // At a turning point itself the weight has a limit only beside its twin's.
          weight: 1 / Math.max(1e-9, Math.abs(slope(t))),
          deviation: Math.max(LEAST_DEVIATION, noise * Math.abs(deviation(t))),
        },
      ];
    });

  const even = evenly([from, to], PANELS + 1);
  const features = pieces.length > 1 ? preimagesOfBreaks(c, pieces) : [];
  const graded = gradedBreaks(from, to, features, FINEST * (to - from));
  const panels = [...new Set([...even, ...graded])].sort((a, b) => a - b);
  const length = integratePanels((t) => (isDefined(t) ? 1 : 0), panels, POINTS);
  const mean = (f: (t: number) => number) =>
    integratePanels((t) => (isDefined(t) ? f(t) : 0), panels, POINTS) / length;

  return (noise) => {
    const conditional = (atoms: readonly NormalAtom[]) =>
      noise === 0 ? discreteConditional(atoms) : normalMixtureConditional(atoms);
    return {
      support,
      at(x) {
        const atoms = x >= support[0] && x <= support[1] ? atomsAt(x, noise) : [];
        return atoms.length > 0 ? conditional(atoms) : null;
      },
      entropy() {
        if (noise === 0) return null;
        return mean((t) => {
          const spread = Math.max(LEAST_DEVIATION, noise * Math.abs(deviation(t)));
          const atoms = pieces.length > 1 ? atomsAt(c(t), noise) : [];
          // One answer: ½ log(2πe·σ²).
          if (atoms.length < 2) return HALF_LOG_2PI + 0.5 + log(spread);
          const { logDensity } = normalMixtureConditional(atoms);
          const surprise = (z: number) =>
            -logDensity!(g(t) + spread * z) * exp(-0.5 * z * z - HALF_LOG_2PI);
          return integratePanels(surprise, NORMAL_BREAKS, POINTS);
        });
      },
      meanSquaredError: () =>
        mean((t) => {
          const atoms = atomsAt(c(t), noise);
          return atoms.length > 0 ? conditional(atoms).variance : 0;
        }),
    };
  };
}
