import { pointsAlong } from '../../core/datasets/curve.ts';
import { type DataName, dataSetOf } from '../../core/datasets/datasets.ts';

const SAMPLES = 73;

/** An SVG path of the data set's picture, stretched to fill a box with a margin. */
export function pictogramPath(
  name: DataName,
  width: number,
  height: number,
  margin: number,
): string {
  const points = pointsAlong(dataSetOf(name).picture, SAMPLES);
  const stretch = (values: Float64Array, length: number, upwards: boolean) => {
    const known = values.filter(Number.isFinite);
    const min = Math.min(...known);
    const scale = (length - 2 * margin) / (Math.max(...known) - min);
    return Array.from(values, (value) => {
      const at = margin + (value - min) * scale;
      return (upwards ? length - at : at).toFixed(1);
    });
  };
  const xs = stretch(points.x, width, false);
  const ys = stretch(points.y, height, true);
  // What is not finite is a gap, after which the line begins anew.
  const gap = (i: number) => !Number.isFinite(points.x[i]);
  return xs
    .flatMap((x, i) => (gap(i) ? [] : `${i === 0 || gap(i - 1) ? 'M' : 'L'}${x} ${ys[i]}`))
    .join('');
}
