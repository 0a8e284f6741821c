import { useText } from '../../../i18n/index.ts';
import { fixed } from '../../../i18n/numbers.ts';
import { Texts } from '../../../i18n/Texts.tsx';
import { FigureFrame, Row, Slider } from '../../parts/FigureFrame.tsx';
import { curve, linePath } from '../../plot/frame.ts';
import { Handle } from '../../plot/Handle.tsx';
import { Clipped, Plot } from '../../plot/Plot.tsx';
import shared from '../shared.module.css';
import styles from './UnderflowFigure.module.css';
import { naiveGradient, naiveNll, stableNll, underflow } from './underflow.ts';

const Z = [0, 20] as const;

/** The naive logarithm of a density beside the stable one. */
export function UnderflowFigure() {
  return (
    <Texts part="mixtures">
      <Underflow />
    </Texts>
  );
}

function Underflow() {
  const t = useText();
  const { z } = underflow.useNow();
  const [naive, stable, gradient] = [naiveNll(z), stableNll(z), naiveGradient(z)];
  const say = (value: number) => (Number.isNaN(value) ? 'NaN' : fixed(value, 3));
  return (
    <FigureFrame
      name={t('underflow.name')}
      figure={underflow}
      caption={t('underflow.caption')}
      description={t('underflow.said', {
        z: fixed(z, 1),
        naive: say(naive),
        naiveGradient: say(gradient),
        stable: say(stable),
        stableGradient: say(-z),
      })}
    >
      <Plot
        name={t('underflow.plot')}
        x={Z}
        y={[0, 210]}
        xTitle={t('underflow.axis')}
        yTitle={t('underflow.lossAxis')}
        height={250}
      >
        {(frame) => {
          const good = curve(stableNll, Z, 400);
          const bad = curve(naiveNll, Z, 800);
          const end = bad.y.findLastIndex(Number.isFinite);
          return (
            <>
              <Clipped>
                <path className={shared.truth} d={linePath(frame, good.x, good.y)} />
                <path className={styles.naive} d={linePath(frame, bad.x, bad.y)} />
              </Clipped>
              <text
                className={styles.infinite}
                x={frame.x(bad.x[end]!)}
                y={frame.y(bad.y[end]!) - 12}
                textAnchor="middle"
              >
                ↑ ∞
              </text>
              <Handle
                frame={frame}
                label={t('underflow.handle')}
                text={t('underflow.lossAt', {
                  z: fixed(z, 1),
                  stable: say(stable),
                  naive: say(naive),
                })}
                x={z}
                y={stable}
                xRange={Z}
                step={0.1}
                onMove={(next) => underflow.set({ z: next })}
              />
            </>
          );
        }}
      </Plot>
      <Row>
        <Slider
          label={t('underflow.distance')}
          value={Number(z.toFixed(2))}
          min={Z[0]}
          max={Z[1]}
          step={0.1}
          onChange={(value) => underflow.set({ z: value })}
        />
      </Row>
      <table className={shared.table}>
        <thead>
          <tr>
            <td />
            <th scope="col">{t('underflow.loss')}</th>
            <th scope="col">{t('underflow.gradient')}</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{t('underflow.naive')}</th>
            <td>{say(naive)}</td>
            <td>{say(gradient)}</td>
          </tr>
          <tr>
            <th scope="row">{t('underflow.stable')}</th>
            <td>{say(stable)}</td>
            <td>{say(-z)}</td>
          </tr>
        </tbody>
      </table>
    </FigureFrame>
  );
}
