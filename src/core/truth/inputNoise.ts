import { integratePanels } from '../quadrature.ts';
import type { Range } from '../range.ts';
import { type Conditional, discreteConditional } from './conditional.ts';
import { type Piece, preimage, preimageOfSpan } from './monotone.ts';

/**
 * Data along a curve with uniform noise on the input: x = c(t) + U(−noise, noise)
 * with t uniform. Given x, t is uniform on A = {t: |x − c(t)| < noise}.
 */

/** A curve's input, in monotone pieces that follow one another. */
export interface InputCurve {
  readonly c: (t: number) => number;
  readonly pieces: readonly Piece[];
}

/** A at one x: spans of t, ascending, at most one for each piece of c. */
export function spansAt({ c, pieces }: InputCurve, x: number, noise: number): Range[] {
  return pieces.flatMap((piece) => {
    const span = preimageOfSpan(c, piece, x - noise, x + noise);
    return span && span[1] > span[0] ? [span] : [];
  });
}

/** |A|. */
export function lengthOf(spans: readonly Range[]): number {
  return spans.reduce((sum, [low, high]) => sum + high - low, 0);
}

/** The mean over A of the function whose antiderivative is given. */
export function meanOver(spans: readonly Range[], antiderivative: (t: number) => number): number {
  const total = spans.reduce(
    (sum, [low, high]) => sum + antiderivative(high) - antiderivative(low),
    0,
  );
  return total / lengthOf(spans);
}

export function overlap(a: Range, b: Range): number {
  return Math.max(0, Math.min(a[1], b[1]) - Math.max(a[0], b[0]));
}

/** Points of a panel. */
const POINTS = 12;

/**
 * E f(A) over the inputs, whose density is |A| / (|T| · 2 noise), T being all t.
 *
 * @param breaks panels of x, fine where |A| bends
 */
export function overInputs(
  curve: InputCurve,
  noise: number,
  breaks: readonly number[],
  f: (spans: readonly Range[]) => number,
): number {
  const all = lengthOf(curve.pieces.map(({ low, high }) => [low, high]));
  const integrand = (x: number) => {
    const spans = spansAt(curve, x, noise);
    const length = lengthOf(spans);
    return length > 0 ? length * f(spans) : 0;
  };
  return integratePanels(integrand, breaks, POINTS) / (all * 2 * noise);
}

/** Without noise t is a root of c(t) = x, with probability in proportion to 1/|c′(t)|, and the target is g(t). */
export function noiselessAt(
  { c, pieces }: InputCurve,
  slope: (t: number) => number,
  g: (t: number) => number,
  x: number,
): Conditional {
  const atoms = pieces.flatMap((piece) => {
    const t = preimage(c, piece, x);
    if (t === null) return [];
    // At a turning point itself the weight has a limit only beside its twin's.
    return [{ value: g(t), weight: 1 / Math.max(1e-9, Math.abs(slope(t))) }];
  });
  return discreteConditional(atoms);
}
