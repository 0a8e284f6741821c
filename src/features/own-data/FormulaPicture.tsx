import { useMemo } from 'react';
import { pointsAlong } from '../../core/datasets/curve.ts';
import type { DataSet } from '../../core/datasets/dataSet.ts';
import { randomStream } from '../../core/random.ts';
import { extent } from '../../core/range.ts';
import { significant } from '../../i18n/numbers.ts';
import { dotsPath, linePath } from '../pictogram.ts';
import styles from './FormulaForm.module.css';

const PICTURE = { width: 320, height: 200, margin: 6 };
const POINTS = 500;
const ALONG = 400;

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
    return {
      x: extent(points.x)!,
      y: extent(points.y)!,
      dots: dotsPath(points, POINTS, PICTURE),
      line: linePath(pointsAlong(curves ?? [], ALONG), PICTURE, points),
    };
  }, [dataSet, seed]);
  const end = (value: number) => significant(value, 3);
  return (
    <figure className={styles.picture} aria-label={label}>
      <svg aria-hidden="true" viewBox={`0 0 ${PICTURE.width} ${PICTURE.height}`}>
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
