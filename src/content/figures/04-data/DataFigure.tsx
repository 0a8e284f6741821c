import { useMemo } from 'react';
import { sineCurve } from '../../../core/datasets/sine.ts';
import { fixed } from '../../../i18n/numbers.ts';
import { Button } from '../../../ui/Button.tsx';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { FigureFrame, Numbers, Row, Slider } from '../../parts/FigureFrame.tsx';
import { curve, dotPath, linePath } from '../../plot/frame.ts';
import { Clipped, Plot } from '../../plot/Plot.tsx';
import styles from '../figures.module.css';
import { errorOfCurve, pointsOf, sineData } from './data.ts';

const X = [-16, 16] as const;
const Y = [-16, 16] as const;
const LINE = curve(sineCurve, [-15, 15], 300);

/** The article's first data set: drawn, split, and with the curve behind it. */
export function DataFigure() {
  const { noise, seed, curve: shown, split } = sineData.useNow();
  const { train, test } = useMemo(() => pointsOf({ noise, seed }), [noise, seed]);
  return (
    <FigureFrame
      name="The sine data"
      figure={sineData}
      caption="3000 points. Faint: the 2250 to train on. Strong: the 750 that are kept back for testing."
    >
      <Numbers
        entries={[
          ['training points', fixed(train.x.length)],
          ['test points', fixed(test.x.length)],
          ['test MSE of the true curve', fixed(errorOfCurve(test), 2)],
        ]}
      />
      <Plot
        name="Training and test points"
        x={X}
        y={Y}
        xTitle="input x"
        yTitle="target y"
        height={400}
      >
        {(frame) => (
          <Clipped>
            <path
              className={split ? styles.trainPoints : styles.points}
              d={dotPath(frame, train.x, train.y)}
            />
            <path className={styles.points} d={dotPath(frame, test.x, test.y)} />
            {shown && <path className={styles.truth} d={linePath(frame, LINE.x, LINE.y)} />}
          </Clipped>
        )}
      </Plot>
      <Row>
        <Slider
          label="Noise σ"
          value={noise}
          min={0}
          max={5}
          step={0.1}
          onChange={(value) => sineData.set({ noise: value })}
        />
        <Checkbox
          label="The true curve"
          checked={shown}
          onChange={(value) => sineData.set({ curve: value })}
        />
        <Checkbox
          label="Tell training from test"
          checked={split}
          onChange={(value) => sineData.set({ split: value })}
        />
        <Button look="outlined" onClick={() => sineData.set({ seed: (seed % 999) + 1 })}>
          Draw anew
        </Button>
      </Row>
    </FigureFrame>
  );
}
