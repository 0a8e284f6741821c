import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { useStore } from 'zustand';
import type { Ranges } from '../../charts/ranges.ts';
import { digitsOf } from '../../charts/template.ts';
import { KNOTS, knotPlace, level, penned, placesAlong, withKnot } from '../../core/guess.ts';
import { clamped } from '../../core/range.ts';
import { useText } from '../../i18n/index.ts';
import { fixed } from '../../i18n/numbers.ts';
import type { Guess } from '../../store/lab.ts';
import { useLab, useView } from '../lab.ts';
import styles from './Guess.module.css';

/** Hundredths of the figure's height that an arrow key moves a knot by. */
const KEYS: Readonly<Record<string, number>> = { ArrowUp: 1, ArrowDown: -1 };

interface GuessAreaProps {
  /** The axes of the figure that it is laid over. */
  readonly ranges: Ranges;
  /** Those of the whole figure, along which the curve lies. */
  readonly whole: Ranges;
}

/** Where a guess is drawn while the answer is hidden, and stands beside the answer afterwards. */
export default function GuessArea({ ranges, whole }: GuessAreaProps) {
  const t = useText();
  const lab = useLab();
  const { guessing } = useView();
  const now = useStore(lab.guess, (state) => state.now);
  const last = useRef<{ x: number; y: number } | null>(null);
  const middle = (whole.y[0] + whole.y[1]) / 2;
  const guess: Guess = now ?? { range: whole.x, heights: level(middle), shown: true };
  const set = (heights: Guess['heights']) =>
    lab.guess.setState({ now: { ...guess, heights, shown: true } });

  const across = (x: number) => (100 * (x - ranges.x[0])) / (ranges.x[1] - ranges.x[0]);
  const down = (y: number) => (100 * (ranges.y[1] - y)) / (ranges.y[1] - ranges.y[0]);
  const xs = placesAlong(guess.range);
  const path = `M${guess.heights.map((y, i) => `${across(xs[i]!)} ${down(y)}`).join('L')}`;

  const pen = (event: PointerEvent<HTMLElement>, begins: boolean) => {
    event.stopPropagation();
    const box = event.currentTarget.getBoundingClientRect();
    const share = (event.clientX - box.left) / box.width;
    const depth = (event.clientY - box.top) / box.height;
    const to = {
      x: ranges.x[0] + share * (ranges.x[1] - ranges.x[0]),
      y: clamped(ranges.y[1] - depth * (ranges.y[1] - ranges.y[0]), ranges.y),
    };
    const from = (!begins && last.current) || to;
    last.current = to;
    set(penned(guess.heights, guess.range, from, to));
  };
  const onKeyDown = (event: KeyboardEvent, knot: number) => {
    const steps = KEYS[event.key];
    if (steps === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const by = ((event.shiftKey ? 10 : 1) * steps * (whole.y[1] - whole.y[0])) / 100;
    const height = clamped(guess.heights[knotPlace(knot)]! + by, whole.y);
    set(withKnot(guess.heights, knot, height));
  };

  return (
    <>
      {now?.shown && (
        <svg
          aria-hidden="true"
          className={styles.curve}
          viewBox="0 0 100 100"
          preserveAspectRatio="none"
        >
          <path className={styles.halo} d={path} />
          <path d={path} />
        </svg>
      )}
      {guessing && (
        <fieldset
          aria-label={t('guess.area')}
          className={styles.area}
          onPointerDown={(event) => {
            event.currentTarget.setPointerCapture(event.pointerId);
            pen(event, true);
          }}
          onPointerMove={(event) => {
            if (event.buttons > 0) pen(event, false);
          }}
          onPointerUp={() => {
            last.current = null;
          }}
        >
          {Array.from({ length: KNOTS }, (_, knot) => {
            const place = knotPlace(knot);
            const [x, y] = [xs[place]!, guess.heights[place]!];
            return (
              <div
                key={place}
                role="slider"
                tabIndex={0}
                aria-label={t('guess.knot', { x: fixed(x, digitsOf(guess.range)) })}
                aria-orientation="vertical"
                aria-valuemin={whole.y[0]}
                aria-valuemax={whole.y[1]}
                aria-valuenow={Number(y.toPrecision(6))}
                aria-valuetext={fixed(y, digitsOf(whole.y))}
                className={styles.knot}
                style={{ left: `${across(x)}%`, top: `${down(y)}%` }}
                onKeyDown={(event) => onKeyDown(event, knot)}
              />
            );
          })}
        </fieldset>
      )}
    </>
  );
}
