import { useId, useMemo } from 'react';
import { robustPeak } from '../../charts/densityLayer.ts';
import type { DensityField } from '../../core/predictions.ts';
import type { Frame } from '../plot/frame.ts';
import styles from './AnswerPlot.module.css';

/** A grey picture of the density, the top row first: black for nothing, white for most columns' peak. */
function picture({ density }: DensityField, columns: number): string {
  const rows = density.length / columns;
  const canvas = document.createElement('canvas');
  canvas.width = columns;
  canvas.height = rows;
  const context = canvas.getContext('2d');
  const peak = robustPeak(density, columns);
  if (!context || peak === 0) return '';
  const image = context.createImageData(columns, rows);
  density.forEach((value, i) => {
    const row = rows - 1 - Math.floor(i / columns);
    const grey = 255 * Math.sqrt(Math.min(1, value / peak));
    image.data.set([grey, grey, grey, 255], 4 * (row * columns + (i % columns)));
  });
  context.putImageData(image, 0, 0);
  return canvas.toDataURL();
}

interface DensityImageProps {
  readonly frame: Frame;
  /** The columns' inputs, at least two. */
  readonly x: Float64Array;
  readonly field: DensityField;
}

/** The conditional density as a heat map: the model's colour through a mask, so that it suits any theme. */
export function DensityImage({ frame, x, field }: DensityImageProps) {
  const mask = useId();
  const href = useMemo(() => picture(field, x.length), [field, x.length]);
  const { y } = field;
  // Columns and rows are the middles of the picture's cells.
  const [dx, dy] = [(x[1]! - x[0]!) / 2, (y[1]! - y[0]!) / 2];
  const [left, right] = [frame.x(x[0]! - dx), frame.x(x.at(-1)! + dx)];
  const [top, bottom] = [frame.y(y.at(-1)! + dy), frame.y(y[0]! - dy)];
  const place = { x: left, y: top, width: right - left, height: bottom - top };
  return (
    <>
      <mask id={mask}>
        <image href={href} preserveAspectRatio="none" {...place} />
      </mask>
      <rect className={styles.density} mask={`url(#${mask})`} {...place} />
    </>
  );
}
