import { useMemo } from 'react';
import { generate } from '../../../core/data/data.ts';
import { articleData } from '../../../core/presets.ts';
import { fixed } from '../../../i18n/numbers.ts';
import { FigureFrame, Numbers, Row, Slider } from '../../parts/FigureFrame.tsx';
import { curve, dotPath, linePath } from '../../plot/frame.ts';
import { Handle } from '../../plot/Handle.tsx';
import { Clipped, Plot } from '../../plot/Plot.tsx';
import styles from '../figures.module.css';
import { arms, armsAt, NOISE } from './arms.ts';

const X = [-17.5, 15] as const;
const Y = [-13, 16] as const;

/** The spiral, and how many answers it has at one input. */
export function ArmsFigure() {
  const { x } = arms.useNow();
  const { test } = useMemo(() => generate(articleData('spiral'), 7), []);
  const found = armsAt(x, NOISE);
  return (
    <FigureFrame
      name="Answers of the spiral"
      figure={arms}
      caption="Move the line. Each blue stretch marks one arm that could have produced this input."
    >
      <Numbers
        entries={[
          ['input x', fixed(x, 1)],
          ['answers there', String(found.length)],
        ]}
      />
      <Plot name="The spiral" x={X} y={Y} xTitle="input x" yTitle="target y" height={440}>
        {(frame) => (
          <>
            <Clipped>
              <path className={styles.points} d={dotPath(frame, test.x, test.y)} />
              <path className={styles.guide} d={`M${frame.x(x)} ${frame.top}V${frame.bottom}`} />
              {found.map(({ from, to }) => {
                const { x: theta } = curve((angle) => angle, [from, to], 30);
                return (
                  <path
                    key={from}
                    className={styles.arm}
                    d={linePath(
                      frame,
                      theta.map(() => x),
                      theta.map((angle) => angle * Math.sin(angle)),
                    )}
                  />
                );
              })}
            </Clipped>
            <Handle
              frame={frame}
              label="Input of the line"
              text={`x ${fixed(x, 1)}: ${found.length} ${found.length === 1 ? 'answer' : 'answers'}`}
              x={x}
              y={Y[0]}
              xRange={[-16.5, 13.5]}
              step={0.1}
              onMove={(next) => arms.set({ x: next })}
            />
          </>
        )}
      </Plot>
      <Row>
        <Slider
          label="Input x"
          value={Number(x.toFixed(2))}
          min={-16.5}
          max={13.5}
          step={0.1}
          onChange={(value) => arms.set({ x: value })}
        />
      </Row>
    </FigureFrame>
  );
}
