import { type KeyboardEvent, useState } from 'react';
import { useStore } from 'zustand';
import { digitsOf } from '../../charts/template.ts';
import { clamped, type Range } from '../../core/range.ts';
import { useText } from '../../i18n/index.ts';
import { fixed } from '../../i18n/numbers.ts';
import { useLab } from '../lab.ts';
import styles from './Cursor.module.css';
import { keyedCursor } from './keyedCursor.ts';

interface CursorProps {
  readonly range: Range;
  /** Id of the sentence that tells what the slice shows. */
  readonly describedBy: string | undefined;
  readonly dragging: boolean;
  /** Where a finger holds it, in CSS pixels from the top; null for none. */
  readonly finger: number | null;
}

/** The vertical line at which the slice is taken: a slider laid over the plotting area. */
export function Cursor({ range, describedBy, dragging, finger }: CursorProps) {
  const t = useText();
  const lab = useLab();
  const cursor = useStore(lab.view, (view) => view.cursor);
  const [keyed, setKeyed] = useState(false);
  const [min, max] = range;
  const value = clamped(cursor, range);
  const share = (value - min) / (max - min);
  const readout = t('figure.cursorValue', { x: fixed(value, digitsOf(range)) });

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Escape') lab.show({ point: null });
    const next = keyedCursor(event, value, range);
    if (next === undefined) return;
    event.preventDefault();
    setKeyed(true);
    lab.show({ cursor: next, point: null });
  };

  const told = dragging || keyed;
  return (
    <div
      role="slider"
      tabIndex={0}
      aria-label={t('figure.cursor')}
      aria-orientation="horizontal"
      aria-valuemin={min}
      aria-valuemax={max}
      aria-valuenow={Number(value.toPrecision(9))}
      aria-valuetext={readout}
      aria-describedby={describedBy}
      className={styles.cursor}
      style={{ left: `${100 * share}%` }}
      onKeyDown={onKeyDown}
      onBlur={() => setKeyed(false)}
    >
      {told && (
        <span
          aria-hidden="true"
          className={styles.readout}
          data-side={share < 0.1 ? 'right' : share > 0.9 ? 'left' : 'middle'}
          style={finger === null ? undefined : ({ '--finger': `${finger}px` } as object)}
        >
          {readout}
        </span>
      )}
    </div>
  );
}
