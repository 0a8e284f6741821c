import { useMemo } from 'react';
import { articleData } from '../../../core/article.ts';
import { generate } from '../../../core/data/data.ts';
import { useText } from '../../../i18n/index.ts';
import { fixed } from '../../../i18n/numbers.ts';
import { FigureFrame, Numbers, Row, Slider } from '../../parts/FigureFrame.tsx';
import { curve, dotPath, linePath } from '../../plot/frame.ts';
import { Handle } from '../../plot/Handle.tsx';
import { Clipped, Plot } from '../../plot/Plot.tsx';
import shared from '../shared.module.css';
import styles from './ArmsFigure.module.css';
import { arms, armsAt, NOISE } from './arms.ts';

const X = [-17.5, 15] as const;
const Y = [-13, 16] as const;

/** The target at an angle. */
const height = (theta: number) => theta * Math.sin(theta);

/** The spiral, and how many answers it has at one input. */
export function ArmsFigure() {
  const t = useText();
  const { x } = arms.useNow();
  const { test } = useMemo(() => generate(articleData('spiral'), 7), []);
  const found = armsAt(x, NOISE);
  return (
    <FigureFrame
      name={t('figures.arms.name')}
      figure={arms}
      caption={t('figures.arms.caption')}
      description={t('figures.arms.said', {
        x: fixed(x, 1),
        count: found.length,
        places: found
          .map(({ from, to }) => height((from + to) / 2))
          .sort((a, b) => a - b)
          .map((y) => fixed(y, 1))
          .join(', '),
      })}
    >
      <Numbers
        entries={[
          [t('figures.input'), fixed(x, 1)],
          [t('figures.arms.answers'), String(found.length)],
        ]}
      />
      <Plot
        name={t('figures.arms.plot')}
        x={X}
        y={Y}
        xTitle={t('figures.input')}
        yTitle={t('figures.target')}
        height={440}
      >
        {(frame) => (
          <>
            <Clipped>
              <path className={shared.points} d={dotPath(frame, test.x, test.y)} />
              <path className={shared.guide} d={`M${frame.x(x)} ${frame.top}V${frame.bottom}`} />
              {found.map(({ from, to }) => {
                const { x: theta } = curve((angle) => angle, [from, to], 30);
                return (
                  <path
                    key={from}
                    className={styles.arm}
                    d={linePath(
                      frame,
                      theta.map(() => x),
                      theta.map(height),
                    )}
                  />
                );
              })}
            </Clipped>
            <Handle
              frame={frame}
              label={t('figures.arms.handle')}
              text={t('figures.arms.answersAt', { x: fixed(x, 1), count: found.length })}
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
          label={t('figures.arms.move')}
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
