import type { ReactNode } from 'react';
import { fixed, significant } from '../../../i18n/numbers.ts';
import { cx } from '../../../ui/cx.ts';
import { FigureFrame, Row, Slider } from '../../parts/FigureFrame.tsx';
import { linePath } from '../../plot/frame.ts';
import { Handle } from '../../plot/Handle.tsx';
import { Clipped, Plot } from '../../plot/Plot.tsx';
import styles from '../figures.module.css';
import { type Label, labels, quantities } from './likelihood.ts';

const P = [0, 1] as const;
const LOSS = [0, 2.5] as const;

/** Predictions that stand close together at both ends, where the curve is steep. */
const PLACES = Array.from({ length: 401 }, (_, i) => 0.5 - 0.5 * Math.cos((Math.PI * i) / 400));

function shown(value: number, digits = 3): string {
  return value !== 0 && Math.abs(value) < 0.001 ? significant(value, 2) : fixed(value, digits);
}

/** Eight labels, one prediction for all of them, and five numbers for how well it does. */
export function LabelFigure() {
  const { labels: ys, p } = labels.useNow();
  const at = quantities(ys, p);
  const share = at.ones / ys.length;
  const least = quantities(ys, share).logLoss;
  const toggle = (index: number) =>
    labels.set({ labels: ys.map((y, i): Label => (i === index ? ((1 - y) as Label) : y)) });
  const power = (
    <>
      p<sup>{at.ones}</sup> (1 − p)<sup>{at.zeros}</sup>
    </>
  );
  const rows: readonly (readonly [string, ReactNode, string])[] = [
    ['likelihood', power, shown(at.likelihood, 5)],
    ['log likelihood', 'its logarithm', shown(at.logLikelihood)],
    ['negative log likelihood', 'with the sign changed', shown(at.nll)],
    ['cross-entropy', 'of the labels’ shares with p', shown(at.crossEntropy)],
    ['log loss', 'mean over the labels', shown(at.logLoss)],
  ];
  return (
    <FigureFrame
      name="Eight labels and a prediction"
      figure={labels}
      caption="Press a label to turn it over. The curve is the log loss of every prediction p for these labels; its lowest point is the share of ones among them."
    >
      <div className={styles.labels}>
        {ys.map((y, i) => (
          <button
            // biome-ignore lint/suspicious/noArrayIndexKey: a label is its place in the list
            key={i}
            type="button"
            className={cx(styles.coin, y === 1 && styles.one)}
            aria-pressed={y === 1}
            aria-label={`Label ${i + 1} is 1`}
            onClick={() => toggle(i)}
          >
            {y}
          </button>
        ))}
      </div>
      <Plot
        name="Log loss over the prediction"
        x={P}
        y={LOSS}
        xTitle="predicted probability p of a 1"
        yTitle="log loss, nats per label"
        height={270}
      >
        {(frame) => {
          const line = PLACES.map((q) => quantities(ys, q).logLoss);
          return (
            <>
              <Clipped>
                <path
                  className={styles.guide}
                  d={`M${frame.x(share)} ${frame.top}V${frame.bottom}`}
                />
                <path className={styles.model} d={linePath(frame, PLACES, line)} />
              </Clipped>
              <circle className={styles.minimum} cx={frame.x(share)} cy={frame.y(least)} r={4.5} />
              <text
                x={frame.x(share) + (share > 0.7 ? -9 : 9)}
                y={frame.y(least) + (least > 0.25 ? 22 : -12)}
                textAnchor={share > 0.7 ? 'end' : 'start'}
              >
                least {fixed(least, 3)} at {fixed(share, 3)}
              </text>
              <Handle
                frame={frame}
                label="Prediction, log loss"
                text={`p ${fixed(p, 2)}: log loss ${shown(at.logLoss)}`}
                x={p}
                y={Math.min(LOSS[1], at.logLoss)}
                xRange={P}
                step={0.01}
                onMove={(next) => labels.set({ p: next })}
              />
            </>
          );
        }}
      </Plot>
      <Row>
        <Slider
          label="Prediction p"
          value={Number(p.toFixed(3))}
          min={0}
          max={1}
          step={0.01}
          onChange={(value) => labels.set({ p: value })}
        />
      </Row>
      <table className={styles.table}>
        <tbody>
          {rows.map(([name, how, value]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td className={styles.how}>{how}</td>
              <td>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </FigureFrame>
  );
}
