import { fixed } from '../../../i18n/numbers.ts';
import { FigureFrame, Row, Slider } from '../../parts/FigureFrame.tsx';
import { curve, linePath } from '../../plot/frame.ts';
import { Handle } from '../../plot/Handle.tsx';
import { Clipped, Plot } from '../../plot/Plot.tsx';
import styles from '../figures.module.css';
import { naiveGradient, naiveNll, stableNll, underflow } from './underflow.ts';

const Z = [0, 20] as const;

/** The naive logarithm of a density beside the stable one. */
export function UnderflowFigure() {
  const { z } = underflow.useNow();
  const [naive, stable, gradient] = [naiveNll(z), stableNll(z), naiveGradient(z)];
  const say = (value: number) => (Number.isNaN(value) ? 'NaN' : fixed(value, 3));
  return (
    <FigureFrame
      name="The logarithm of a density that is too small"
      figure={underflow}
      caption="The loss of a point so many deviations from its component’s mean, in 32-bit arithmetic. Red: the density first, then its logarithm. Green: log-sum-exp."
    >
      <Plot
        name="Loss against the distance"
        x={Z}
        y={[0, 210]}
        xTitle="distance from the mean in deviations, z"
        yTitle="loss, nats"
        height={250}
      >
        {(frame) => {
          const good = curve(stableNll, Z, 400);
          const bad = curve(naiveNll, Z, 800);
          return (
            <>
              <Clipped>
                <path className={styles.truth} d={linePath(frame, good.x, good.y)} />
                <path className={styles.naive} d={linePath(frame, bad.x, bad.y)} />
              </Clipped>
              <Handle
                frame={frame}
                label="Distance"
                text={`${fixed(z, 1)} deviations: stable ${say(stable)}, naive ${say(naive)}`}
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
          label="Distance z"
          value={Number(z.toFixed(2))}
          min={Z[0]}
          max={Z[1]}
          step={0.1}
          onChange={(value) => underflow.set({ z: value })}
        />
      </Row>
      <table className={styles.table}>
        <thead>
          <tr>
            <td />
            <th scope="col">loss</th>
            <th scope="col">gradient by μ</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">density, then log</th>
            <td>{say(naive)}</td>
            <td>{say(gradient)}</td>
          </tr>
          <tr>
            <th scope="row">log-sum-exp</th>
            <td>{say(stable)}</td>
            <td>{say(-z)}</td>
          </tr>
        </tbody>
      </table>
    </FigureFrame>
  );
}
