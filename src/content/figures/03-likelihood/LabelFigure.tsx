import { useText } from '../../../i18n/index.ts';
import { fixed, significant } from '../../../i18n/numbers.ts';
import { cx } from '../../../ui/cx.ts';
import { FigureFrame, Row, Slider } from '../../parts/FigureFrame.tsx';
import { linePath } from '../../plot/frame.ts';
import { Handle } from '../../plot/Handle.tsx';
import { Clipped, Plot } from '../../plot/Plot.tsx';
import shared from '../shared.module.css';
import styles from './LabelFigure.module.css';
import { type Label, labels, quantities } from './likelihood.ts';

const P = [0, 1] as const;
const LOSS = [0, 2.5] as const;

/** Predictions that stand close together at both ends, where the curve is steep. */
const PLACES = Array.from({ length: 401 }, (_, i) => 0.5 - 0.5 * Math.cos((Math.PI * i) / 400));

/** Where the curve falls to zero at an edge, what is written there keeps clear of it: pixels. */
const ABOVE = -48;

function shown(value: number, digits = 3): string {
  return value !== 0 && Math.abs(value) < 0.001 ? significant(value, 2) : fixed(value, digits);
}

const QUANTITIES = ['likelihood', 'logLikelihood', 'nll', 'crossEntropy', 'logLoss'] as const;

/** Eight labels, one prediction for all of them, and five numbers for how well it does. */
export function LabelFigure() {
  const t = useText();
  const { labels: ys, p } = labels.useNow();
  const at = quantities(ys, p);
  const share = at.ones / ys.length;
  const least = quantities(ys, share).logLoss;
  const toggle = (index: number) =>
    labels.set({ labels: ys.map((y, i): Label => (i === index ? ((1 - y) as Label) : y)) });
  return (
    <FigureFrame
      name={t('figures.labels.name')}
      figure={labels}
      caption={t('figures.labels.caption')}
      description={t('figures.labels.said', {
        ones: String(at.ones),
        zeros: String(at.zeros),
        p: fixed(p, 2),
        loss: shown(at.logLoss),
        least: fixed(least, 3),
        share: fixed(share, 3),
      })}
    >
      <div className={styles.labels}>
        {ys.map((y, i) => (
          <button
            // biome-ignore lint/suspicious/noArrayIndexKey: a label is its place in the list
            key={i}
            type="button"
            className={cx(styles.coin, y === 1 && styles.one)}
            aria-pressed={y === 1}
            aria-label={t('figures.labels.label', { number: String(i + 1) })}
            onClick={() => toggle(i)}
          >
            {y}
          </button>
        ))}
      </div>
      <Plot
        name={t('figures.labels.plot')}
        x={P}
        y={LOSS}
        xTitle={t('figures.labels.axis')}
        yTitle={t('figures.labels.lossAxis')}
        height={270}
      >
        {(frame) => {
          const line = PLACES.map((q) => quantities(ys, q).logLoss);
          return (
            <>
              <Clipped>
                <path
                  className={shared.guide}
                  d={`M${frame.x(share)} ${frame.top}V${frame.bottom}`}
                />
                <path className={shared.model} d={linePath(frame, PLACES, line)} />
              </Clipped>
              <circle className={styles.minimum} cx={frame.x(share)} cy={frame.y(least)} r={4.5} />
              <text
                x={frame.x(share) + (share > 0.7 ? -9 : 9)}
                y={frame.y(least) + (least > 0.25 ? 22 : ABOVE)}
                textAnchor={share > 0.7 ? 'end' : 'start'}
              >
                {t('figures.labels.least', { loss: fixed(least, 3), share: fixed(share, 3) })}
              </text>
              <Handle
                frame={frame}
                label={t('figures.labels.handle')}
                text={t('figures.labels.lossAt', { p: fixed(p, 2), loss: shown(at.logLoss) })}
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
          label={t('figures.labels.prediction')}
          value={Number(p.toFixed(3))}
          min={0}
          max={1}
          step={0.01}
          onChange={(value) => labels.set({ p: value })}
        />
      </Row>
      <table className={shared.table}>
        <tbody>
          {QUANTITIES.map((name) => (
            <tr key={name}>
              <th scope="row">{t(`figures.labels.quantities.${name}`)}</th>
              {/* Made anew with its numbers: a translator replaces bare text. */}
              <td key={`${at.ones} ${at.zeros}`} className={styles.how} translate="no">
                {t.rich(`figures.labels.how.${name}`, {
                  ones: String(at.ones),
                  zeros: String(at.zeros),
                  sup: (power) => <sup>{power}</sup>,
                })}
              </td>
              <td>{shown(at[name], name === 'likelihood' ? 5 : 3)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </FigureFrame>
  );
}
