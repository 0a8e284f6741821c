import { SINE_RANGE, sineCurve } from '../../core/data/sine.ts';
import { SPIRAL_END } from '../../core/data/spiral.ts';
import type { DataName } from '../../core/experiment.ts';
import { cos, sin } from '../../core/math.ts';

type Curve = (share: number) => readonly [x: number, y: number];

/** The noise-free curve of each data set, run through as `share` goes from 0 to 1. */
const CURVES: Readonly<Record<DataName, Curve>> = {
  sine: (share) => {
    const x = SINE_RANGE * (2 * share - 1);
    return [x, sineCurve(x)];
  },
  inverted: (share) => {
    const y = SINE_RANGE * (2 * share - 1);
    return [sineCurve(y), y];
  },
  spiral: (share) => {
    const theta = SPIRAL_END * share;
    return [theta * cos(theta), theta * sin(theta)];
  },
};

const SAMPLES = 72;

/** An SVG path of the data set's curve, stretched to fill a box with a margin. */
export function pictogramPath(
  name: DataName,
  width: number,
  height: number,
  margin: number,
): string {
  const points = Array.from({ length: SAMPLES + 1 }, (_, i) => CURVES[name](i / SAMPLES));
  const stretch = (values: number[], length: number, upwards: boolean) => {
    const min = Math.min(...values);
    const scale = (length - 2 * margin) / (Math.max(...values) - min);
    return values.map((value) => {
      const at = margin + (value - min) * scale;
      return (upwards ? length - at : at).toFixed(1);
    });
  };
  const xs = stretch(
    points.map(([x]) => x),
    width,
    false,
  );
  const ys = stretch(
    points.map(([, y]) => y),
    height,
    true,
  );
  return xs.map((x, i) => `${i === 0 ? 'M' : 'L'}${x} ${ys[i]}`).join('');
}
