import type { Range } from '../../core/range.ts';
import { useText } from '../../i18n/index.ts';
import { fixed } from '../../i18n/numbers.ts';
import shared from '../figures/shared.module.css';
import type { Frame } from '../plot/frame.ts';
import { Handle } from '../plot/Handle.tsx';
import styles from './CutAnswer.module.css';

interface CutLineProps {
  readonly frame: Frame;
  readonly x: number;
  readonly ranges: { readonly x: Range; readonly y: Range };
  /** The point that was chosen. */
  readonly point: { readonly x: number; readonly y: number } | null;
  readonly onMove: (x: number) => void;
}

/** The line along which a plot is cut, with its handle, and the chosen point. */
export function CutLine({ frame, x, ranges, point, onMove }: CutLineProps) {
  const t = useText();
  return (
    <>
      <path className={shared.guide} d={`M${frame.x(x)} ${frame.top}V${frame.bottom}`} />
      {point && (
        <circle className={styles.point} cx={frame.x(point.x)} cy={frame.y(point.y)} r={6} />
      )}
      <Handle
        frame={frame}
        label={t('cut.handle')}
        text={fixed(x, 1)}
        x={x}
        y={ranges.y[0]}
        xRange={ranges.x}
        step={0.2}
        onMove={onMove}
      />
    </>
  );
}
