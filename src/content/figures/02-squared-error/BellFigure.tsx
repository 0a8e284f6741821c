import { useText } from '../../../i18n/index.ts';
import { fixed } from '../../../i18n/numbers.ts';
import { FigureFrame, Numbers, Row, Slider } from '../../parts/FigureFrame.tsx';
import { BellMarks } from '../../plot/BellMarks.tsx';
import { curve, type Frame, linePath } from '../../plot/frame.ts';
import { Handle } from '../../plot/Handle.tsx';
import { Clipped, Plot } from '../../plot/Plot.tsx';
import shared from '../shared.module.css';
import styles from './BellFigure.module.css';
import {
  bell,
  bestSigma,
  gaussianDensity,
  gaussianNll,
  mean,
  meanSquaredError,
} from './squaredError.ts';

const X = [0, 10] as const;
const SIGMAS = [0.5, 4] as const;

/** Five measurements under a bell, and below it the two losses over the place of the bell. */
export function BellFigure() {
  const t = useText();
  const { values, mu, sigma } = bell.useNow();
  const best = mean(values);
  const floor = gaussianNll(values, best, bestSigma(values));
  const setMu = (next: number) => bell.set({ mu: Math.min(X[1], Math.max(X[0], next)) });
  const minimum = (frame: Frame) => (
    <path className={shared.guide} d={`M${frame.x(best)} ${frame.top}V${frame.bottom}`} />
  );
  const lossPlot = (
    kind: 'error' | 'nll',
    loss: (at: number) => number,
    [low, high]: readonly [number, number],
  ) => (
    <Plot
      name={t(`figures.bell.${kind}Plot`)}
      x={X}
      y={[low, high]}
      yTitle={t(`figures.bell.${kind}Axis`)}
      height={168}
      {...(kind === 'nll' ? { xTitle: t('figures.bell.axis') } : {})}
    >
      {(frame) => {
        const line = curve(loss, X);
        return (
          <>
            {minimum(frame)}
            <Clipped>
              <path className={shared.model} d={linePath(frame, line.x, line.y)} />
            </Clipped>
            {loss(mu) > high && (
              <text x={frame.x(mu) + 10} y={frame.top + 14}>
                ↑ {fixed(loss(mu), 2)}
              </text>
            )}
            <Handle
              frame={frame}
              label={t(`figures.bell.${kind}Handle`)}
              text={t('figures.bell.lossAt', { mu: fixed(mu, 2), loss: fixed(loss(mu), 2) })}
              x={mu}
              y={Math.min(high, loss(mu))}
              xRange={X}
              step={0.05}
              onMove={setMu}
            />
          </>
        );
      }}
    </Plot>
  );
  return (
    <FigureFrame
      name={t('figures.bell.name')}
      figure={bell}
      caption={t('figures.bell.caption')}
      description={t('figures.bell.said', {
        mean: fixed(best, 2),
        mu: fixed(mu, 2),
        sigma: fixed(sigma, 2),
        error: fixed(meanSquaredError(values, mu), 2),
        nll: fixed(gaussianNll(values, mu, sigma), 3),
      })}
    >
      <Numbers
        entries={[
          [t('figures.bell.error'), fixed(meanSquaredError(values, mu), 2)],
          [t('figures.bell.nll'), fixed(gaussianNll(values, mu, sigma), 3)],
        ]}
      />
      <Plot
        name={t('figures.bell.plot')}
        x={X}
        y={[0, 0.85]}
        yTitle={t('figures.density')}
        height={170}
      >
        {(frame) => {
          const line = curve((y) => gaussianDensity(y, mu, sigma), X);
          return (
            <>
              {minimum(frame)}
              {values.map((value) => (
                <path
                  key={value}
                  className={styles.stem}
                  d={`M${frame.x(value)} ${frame.bottom}V${frame.y(gaussianDensity(value, mu, sigma))}`}
                />
              ))}
              <Clipped>
                <path className={shared.model} d={linePath(frame, line.x, line.y)} />
                <BellMarks
                  weight={1}
                  mean={mu}
                  deviation={sigma}
                  place={(y, density) => [frame.x(y), frame.y(density)]}
                />
              </Clipped>
              <Handle
                frame={frame}
                label={t('figures.bell.bellHandle')}
                text={t('figures.bell.bellAt', { mu: fixed(mu, 2) })}
                x={mu}
                y={gaussianDensity(mu, mu, sigma)}
                xRange={X}
                step={0.05}
                onMove={setMu}
              />
              {values.map((value, i) => (
                <Handle
                  // biome-ignore lint/suspicious/noArrayIndexKey: a value is its place in the list
                  key={i}
                  frame={frame}
                  label={t('figures.bell.measurement', { number: String(i + 1) })}
                  text={fixed(value, 1)}
                  x={value}
                  y={0}
                  xRange={X}
                  step={0.1}
                  radius={5}
                  className={styles.inkDot}
                  onMove={(x) => bell.set({ values: values.map((v, j) => (j === i ? x : v)) })}
                />
              ))}
            </>
          );
        }}
      </Plot>
      {lossPlot('error', (at) => meanSquaredError(values, at), [0, 30])}
      {lossPlot('nll', (at) => gaussianNll(values, at, sigma), [
        Math.min(1, Math.floor(floor * 4) / 4 - 0.25),
        6,
      ])}
      <Row>
        <Slider
          symbol="mu"
          label={t('figures.bell.prediction')}
          value={Number(mu.toFixed(2))}
          min={X[0]}
          max={X[1]}
          step={0.05}
          onChange={setMu}
        />
        <Slider
          symbol="sigma"
          label={t('figures.bell.width')}
          value={Number(sigma.toFixed(2))}
          min={SIGMAS[0]}
          max={SIGMAS[1]}
          step={0.05}
          onChange={(value) => bell.set({ sigma: value })}
        />
      </Row>
    </FigureFrame>
  );
}
