import { fixed } from '../../../i18n/numbers.ts';
import { FigureFrame, Numbers, Row, Slider } from '../../parts/FigureFrame.tsx';
import { curve, type Frame, linePath } from '../../plot/frame.ts';
import { Handle } from '../../plot/Handle.tsx';
import { Clipped, Plot } from '../../plot/Plot.tsx';
import styles from '../figures.module.css';
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
  const { values, mu, sigma } = bell.useNow();
  const best = mean(values);
  const floor = gaussianNll(values, best, bestSigma(values));
  const setMu = (next: number) => bell.set({ mu: Math.min(X[1], Math.max(X[0], next)) });
  const minimum = (frame: Frame) => (
    <path className={styles.guide} d={`M${frame.x(best)} ${frame.top}V${frame.bottom}`} />
  );
  const lossPlot = (
    name: string,
    title: string,
    loss: (at: number) => number,
    [low, high]: readonly [number, number],
  ) => (
    <Plot
      name={name}
      x={X}
      y={[low, high]}
      yTitle={title}
      height={168}
      {...(name.startsWith('Gaussian') ? { xTitle: 'prediction μ' } : {})}
    >
      {(frame) => {
        const line = curve(loss, X);
        return (
          <>
            {minimum(frame)}
            <Clipped>
              <path className={styles.model} d={linePath(frame, line.x, line.y)} />
            </Clipped>
            <Handle
              frame={frame}
              label={`Prediction, ${name.toLowerCase()}`}
              text={`μ ${fixed(mu, 2)}: ${fixed(loss(mu), 2)}`}
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
      name="Squared error and likelihood of one prediction"
      figure={bell}
      caption="Top: five measurements, the bell placed at the prediction, and its height at each measurement. Below: what either loss thinks of every place the bell could stand. The dashed line is the mean of the measurements."
    >
      <Numbers
        entries={[
          ['mean squared error', fixed(meanSquaredError(values, mu), 2)],
          ['NLL, nats per point', fixed(gaussianNll(values, mu, sigma), 3)],
        ]}
      />
      <Plot name="The bell over the measurements" x={X} y={[0, 0.85]} yTitle="density" height={170}>
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
                <path className={styles.model} d={linePath(frame, line.x, line.y)} />
              </Clipped>
              {values.map((value, i) => (
                <Handle
                  // biome-ignore lint/suspicious/noArrayIndexKey: a value is its place in the list
                  key={i}
                  frame={frame}
                  label={`Measurement ${i + 1}`}
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
      {lossPlot('Mean squared error', 'MSE', (at) => meanSquaredError(values, at), [0, 30])}
      {lossPlot('Gaussian NLL', 'NLL', (at) => gaussianNll(values, at, sigma), [
        Math.min(1, Math.floor(floor * 4) / 4 - 0.25),
        6,
      ])}
      <Row>
        <Slider
          label="Prediction μ"
          value={Number(mu.toFixed(2))}
          min={X[0]}
          max={X[1]}
          step={0.05}
          onChange={setMu}
        />
        <Slider
          label="Width σ"
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
