import { useMemo } from 'react';
import { sineCurve } from '../../../core/datasets/sine.ts';
import { useText } from '../../../i18n/index.ts';
import { fixed } from '../../../i18n/numbers.ts';
import { Button } from '../../../ui/Button.tsx';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { FigureFrame, Numbers, Row, Slider } from '../../parts/FigureFrame.tsx';
import { curve, dotPath, linePath } from '../../plot/frame.ts';
import { Clipped, Plot } from '../../plot/Plot.tsx';
import shared from '../shared.module.css';
import styles from './DataFigure.module.css';
import { errorOfCurve, pointsOf, sineData } from './data.ts';

const X = [-16, 16] as const;
/** Nearly all points lie within four deviations of the curve. */
const reachOf = (noise: number) => Math.max(16, 12 + 4 * noise);
/** With less noise than this the curve would hide the points. */
const LITTLE = 0.3;
const LINE = curve(sineCurve, [-15, 15], 300);

/** The article's first data set: drawn, split, and with the curve behind it. */
export function DataFigure() {
  const t = useText();
  const { noise, seed, curve: shown, split } = sineData.useNow();
  const { train, test } = useMemo(() => pointsOf({ noise, seed }), [noise, seed]);
  const reach = reachOf(noise);
  const error = fixed(errorOfCurve(test), 2);
  return (
    <FigureFrame
      name={t('figures.sine.name')}
      figure={sineData}
      caption={t('figures.sine.caption', {
        all: fixed(train.x.length + test.x.length),
        train: fixed(train.x.length),
        test: fixed(test.x.length),
      })}
      description={t('figures.sine.said', {
        train: fixed(train.x.length),
        test: fixed(test.x.length),
        noise: fixed(noise, 1),
        error,
      })}
    >
      <Numbers
        entries={[
          [t('figures.sine.train'), fixed(train.x.length)],
          [t('figures.sine.test'), fixed(test.x.length)],
          [t('figures.sine.error'), error],
        ]}
      />
      <Plot
        name={t('figures.sine.plot')}
        x={X}
        y={[-reach, reach]}
        xTitle={t('figures.input')}
        yTitle={t('figures.target')}
        height={400}
      >
        {(frame) => {
          const truth = <path className={shared.truth} d={linePath(frame, LINE.x, LINE.y)} />;
          return (
            <Clipped>
              {shown && noise < LITTLE && truth}
              <path
                className={split ? styles.trainPoints : shared.points}
                d={dotPath(frame, train.x, train.y)}
              />
              <path className={shared.points} d={dotPath(frame, test.x, test.y)} />
              {shown && noise >= LITTLE && truth}
            </Clipped>
          );
        }}
      </Plot>
      <Row>
        <Slider
          label={t('figures.sine.noise')}
          value={noise}
          min={0}
          max={5}
          step={0.1}
          onChange={(value) => sineData.set({ noise: value })}
        />
        <Checkbox
          label={t('figures.sine.curve')}
          checked={shown}
          onChange={(value) => sineData.set({ curve: value })}
        />
        <Checkbox
          label={t('figures.sine.split')}
          checked={split}
          onChange={(value) => sineData.set({ split: value })}
        />
        <Button look="outlined" onClick={() => sineData.set({ seed: (seed % 999) + 1 })}>
          {t('figures.sine.again')}
        </Button>
      </Row>
    </FigureFrame>
  );
}
