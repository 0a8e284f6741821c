import { KNOTS, knotPlace } from '../../../core/guess.ts';
import { useText } from '../../../i18n/index.ts';
import { fixed } from '../../../i18n/numbers.ts';
import { type Frame, linePath } from '../../plot/frame.ts';
import { Handle } from '../../plot/Handle.tsx';
import { Clipped } from '../../plot/Plot.tsx';
import styles from './GuessCurve.module.css';
import { guess, moveKnot, PLACE_X, RANGES } from './guess.ts';

interface GuessCurveProps {
  readonly frame: Frame;
  /** Whether the arrow keys can move it. */
  readonly handles: boolean;
}

/** The reader's curve. */
export function GuessCurve({ frame, handles }: GuessCurveProps) {
  const t = useText();
  const { heights, drawn } = guess.useNow();
  return (
    <>
      {drawn && (
        <Clipped>
          <path className={styles.curve} d={linePath(frame, PLACE_X, heights)} />
        </Clipped>
      )}
      {handles &&
        Array.from({ length: KNOTS }, (_, knot) => {
          const place = knotPlace(knot);
          return (
            <Handle
              key={place}
              frame={frame}
              label={t('guess.knot', { x: fixed(PLACE_X[place]!) })}
              text={fixed(heights[place]!, 1)}
              x={PLACE_X[place]!}
              y={heights[place]!}
              yRange={RANGES.y}
              step={0.5}
              radius={drawn ? 4 : 5}
              onMove={(_, y) => moveKnot(knot, y)}
            />
          );
        })}
    </>
  );
}
