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
    const min = Math.min(...values);
    const scale = (length - 2 * margin) / (Math.max(...values) - min);
    return Array.from(values, (value) => {
      const at = margin + (value - min) * scale;
      return (upwards ? length - at : at).toFixed(1);
    });
  };
  const xs = stretch(points.x, width, false);
  const ys = stretch(points.y, height, true);
  return xs.map((x, i) => `${i === 0 ? 'M' : 'L'}${x} ${ys[i]}`).join('');
}
