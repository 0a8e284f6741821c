import { useMemo } from 'react';
import { pointsAlong } from '../../core/datasets/curve.ts';
import type { DataSet } from '../../core/datasets/dataSet.ts';
import { randomStream } from '../../core/random.ts';
import type { Range } from '../../core/range.ts';
import { significant } from '../../i18n/numbers.ts';
import styles from './FormulaForm.module.css';

const [WIDTH, HEIGHT, MARGIN] = [320, 200, 6] as const;
const POINTS = 500;
const ALONG = 400;

function rangeOf(values: Float64Array): Range {
  const finite = values.filter(Number.isFinite);
  return [finite.reduce((a, b) => Math.min(a, b)), finite.reduce((a, b) => Math.max(a, b))];
}

/** Places on the page of values on an axis, which may be one value only. */
function placed(values: Float64Array, [min, max]: Range, from: number, to: number): string[] {
  const scale = max > min ? (to - from) / (max - min) : 0;
  return Array.from(values, (value) => (from + (value - min) * scale).toFixed(1));
}

interface FormulaPictureProps {
  readonly dataSet: DataSet;
  readonly seed: number;
  readonly label: string;
}

/** Some points of a data set that is being written, and the curve that they lie about. */
export function FormulaPicture({ dataSet, seed, label }: FormulaPictureProps) {
  const { dots, line, x, y } = useMemo(() => {
    const { draw, defaults, curves } = dataSet;
    const points = draw(POINTS, defaults.noise, randomStream(seed, 'data'));
    const [x, y] = [rangeOf(points.x), rangeOf(points.y)];
    const path = (of: typeof points, each: (x: string, y: string, i: number) => string) => {
      const across = placed(of.x, x, MARGIN, WIDTH - MARGIN);
      const up = placed(of.y, y, HEIGHT - MARGIN, MARGIN);
      return across.map((at, i) => each(at, up[i]!, i)).join('');
    };
    const along = pointsAlong(curves ?? [], ALONG);
    const gap = (i: number) => !(Number.isFinite(along.x[i]) && Number.isFinite(along.y[i]));
    return {
      x,
      y,
      // A line that goes nowhere is a dot.
      dots: path(points, (at, up) => `M${at} ${up}h0`),
      line: path(along, (at, up, i) =>
        gap(i) ? '' : `${i === 0 || gap(i - 1) ? 'M' : 'L'}${at} ${up}`,
      ),
    };
  }, [dataSet, seed]);
  const end = (value: number) => significant(value, 3);
  return (
    <figure className={styles.picture} aria-label={label}>
      <svg aria-hidden="true" viewBox={`0 0 ${WIDTH} ${HEIGHT}`}>
        <path className={styles.dots} d={dots} />
        <path className={styles.line} d={line} />
      </svg>
      <figcaption className={styles.ends}>
        <span>{`x ${end(x[0])} … ${end(x[1])}`}</span>
        <span>{`y ${end(y[0])} … ${end(y[1])}`}</span>
      </figcaption>
    </figure>
  );
}
