import type { Points } from '../../core/data/points.ts';
import { pointsAlong } from '../../core/datasets/curve.ts';
import type { DataSet } from '../../core/datasets/dataSet.ts';
import { type DataName, dataSetOf } from '../../core/datasets/datasets.ts';
import { randomStream } from '../../core/random.ts';

const SAMPLES = 73;
/** The most dots of a picture of points. */
const DOTS = 60;

/** A few of a data set's points, evenly over their order by input. */
function dots({ draw, defaults }: DataSet): Points {
  const { x, y } = draw(defaults.points, defaults.noise, randomStream(0, 'data'));
  const order = [...x.keys()].sort((a, b) => x[a]! - x[b]!);
  const count = Math.min(DOTS, order.length);
  const chosen = Array.from(
    { length: count },
    (_, i) => order[Math.round((i * (order.length - 1)) / Math.max(1, count - 1))]!,
  );
  return { x: Float64Array.from(chosen, (i) => x[i]!), y: Float64Array.from(chosen, (i) => y[i]!) };
}

/** An SVG path of the data set's picture, stretched to fill a box with a margin. */
export function pictogramPath(
  name: DataName,
  width: number,
  height: number,
  margin: number,
): string {
  const dataSet = dataSetOf(name);
  const points = dataSet.picture ? pointsAlong(dataSet.picture, SAMPLES) : dots(dataSet);
  const stretch = (values: Float64Array, length: number, upwards: boolean) => {
    const known = values.filter(Number.isFinite);
    const min = Math.min(...known);
    const range = Math.max(...known) - min;
    // Of one value alone, in the middle.
    const scale = range > 0 ? (length - 2 * margin) / range : 0;
    const base = range > 0 ? margin : length / 2;
    return Array.from(values, (value) => {
      const at = base + (value - min) * scale;
      return (upwards ? length - at : at).toFixed(1);
    });
  };
  const xs = stretch(points.x, width, false);
  const ys = stretch(points.y, height, true);
  // What is not finite is a gap, after which the line begins anew.
  const gap = (i: number) => !Number.isFinite(points.x[i]);
  return xs
    .flatMap((x, i) => {
      if (gap(i)) return [];
      // A line that goes nowhere is a dot.
      if (!dataSet.picture) return `M${x} ${ys[i]}h0`;
      return `${i === 0 || gap(i - 1) ? 'M' : 'L'}${x} ${ys[i]}`;
    })
    .join('');
}
