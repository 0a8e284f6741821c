import { density, type Mixture, partAt } from '../../core/mixture.ts';
import { evenly, type Range } from '../../core/range.ts';
import { useText } from '../../i18n/index.ts';
import { fixed } from '../../i18n/numbers.ts';
import shared from '../figures/shared.module.css';
import { BellMarks } from '../plot/BellMarks.tsx';
import { type Frame, linePath } from '../plot/frame.ts';
import { Clipped, Plot } from '../plot/Plot.tsx';
import styles from './Bells.module.css';
import { PullArrows } from './PullArrows.tsx';

/** Targets at which the bells are drawn. */
const ROWS = 301;
/** The density's axis leaves room for the arrows beside the highest peak. */
const ROOM = 1.2;

interface BellsProps {
  /** The input of the cut. */
  readonly x: number;
  readonly mixture: Mixture | null;
  /** The components that are drawn. */
  readonly drawn: readonly number[];
  readonly color: (component: number) => string;
  /** The target's. */
  readonly range: Range;
  readonly height: number;
  /** The target of the point that was chosen, if one was. */
  readonly y: number | null;
  /** The targets of points near the cut, shown as ticks. */
  readonly answers?: readonly number[];
}

/** The bells of a cut in their colours and their sum, along the axis of the target. */
export function Bells({ x, mixture, drawn, color, range, height, y, answers = [] }: BellsProps) {
  const t = useText();
  const ys = evenly(range, ROWS);
  const sum = mixture && ys.map((target) => density(mixture, target));
  const peak = sum ? Math.max(1e-9, ...sum) : 1;
  return (
    <Plot
      name={t('cut.name', { x: fixed(x, 1) })}
      x={[0, ROOM * peak]}
      y={range}
      xTitle={t('figures.density')}
      yTitle={t('cut.at', { x: fixed(x, 1) })}
      yTicks={false}
      height={height}
    >
      {(frame) => (
        <>
          <Clipped>
            <path
              className={styles.answers}
              d={answers.map((target) => `M${frame.left} ${frame.y(target)}h7`).join('')}
            />
            {mixture &&
              drawn.map((k) => (
                <Bell
                  key={k}
                  frame={frame}
                  mixture={mixture}
                  component={k}
                  color={color(k)}
                  ys={ys}
                />
              ))}
            {sum && <path className={styles.sum} d={linePath(frame, sum, ys)} />}
            {mixture &&
              drawn.map((k) => (
                <BellMarks
                  key={k}
                  weight={mixture.weights[k]!}
                  mean={mixture.means[k]!}
                  deviation={mixture.deviations[k]!}
                  place={(target, height) => [frame.x(height), frame.y(target)]}
                />
              ))}
            {y !== null && (
              <path className={shared.guide} d={`M${frame.left} ${frame.y(y)}H${frame.right}`} />
            )}
          </Clipped>
          {mixture && y !== null && (
            <PullArrows frame={frame} mixture={mixture} y={y} drawn={drawn} color={color} />
          )}
        </>
      )}
    </Plot>
  );
}

interface BellProps {
  readonly frame: Frame;
  readonly mixture: Mixture;
  readonly component: number;
  readonly color: string;
  readonly ys: Float64Array;
}

function Bell({ frame, mixture, component, color, ys }: BellProps) {
  return (
    <path
      className={styles.bell}
      style={{ stroke: color, fill: color }}
      d={linePath(
        frame,
        ys.map((y) => partAt(mixture, component, y)),
        ys,
      )}
    />
  );
}
