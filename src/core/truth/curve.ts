import { SINE_RANGE, sineCurve } from '../data/sine.ts';
import { SPIRAL_END } from '../data/spiral.ts';
import type { DataName } from '../experiment.ts';
import { cos, sin } from '../math.ts';

/** The curve that the points of a data set scatter about, [n] each, in order along it. */
export interface TrueCurve {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

const POINTS = 400;

function along(from: number, to: number, at: (t: number) => readonly [number, number]): TrueCurve {
  const points = Array.from({ length: POINTS }, (_, i) =>
    at(from + ((to - from) * i) / (POINTS - 1)),
  );
  return { x: Float64Array.from(points, ([x]) => x), y: Float64Array.from(points, ([, y]) => y) };
}

/** Where the data would lie without noise. Of the inverted data and the spiral not a function of x. */
export function trueCurve(name: DataName): TrueCurve {
  switch (name) {
    case 'sine':
      return along(-SINE_RANGE, SINE_RANGE, (t) => [t, sineCurve(t)]);
    case 'inverted':
      return along(-SINE_RANGE, SINE_RANGE, (t) => [sineCurve(t), t]);
    case 'spiral':
      return along(0, SPIRAL_END, (t) => [t * cos(t), t * sin(t)]);
  }
}
