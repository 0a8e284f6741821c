import type { ReactNode } from 'react';
import { splitSizes } from '../../core/data/data.ts';
import { dataSetOf } from '../../core/datasets/datasets.ts';
import { linkCarries } from '../../core/link.ts';
import { useText } from '../../i18n/index.ts';
import { fixed } from '../../i18n/numbers.ts';
import { Button } from '../../ui/Button.tsx';
import { useExperiment, useLab } from '../lab.ts';
import styles from './Controls.module.css';
import { DataChooser } from './DataChooser.tsx';
import { Noise } from './Noise.tsx';
import { NumberSetting } from './SettingFields.tsx';
import { SwapAxes } from './SwapAxes.tsx';
import { TrainedRange } from './TrainedRange.tsx';

/** Any seed of six digits at most: long enough to be new, short enough to be read out. */
function anySeed(): number {
  return Math.floor(Math.random() * 1_000_000);
}

/** Which data, how many points, how much noise, and the seed of everything random. */
export function DataSection({ yourData }: { readonly yourData: ReactNode }) {
  const t = useText();
  const { editor } = useLab();
  const experiment = useExperiment();
  const { data } = experiment;
  const { separateTest, fixedCount } = dataSetOf(data.name);
  const test = fixed(splitSizes(data).test);
  return (
    <div className={styles.section}>
      <DataChooser />
      <div className={styles.yourData}>
        {yourData}
        <SwapAxes />
      </div>
      {fixedCount === null ? (
        <NumberSetting
          of="data.points"
          explanation={separateTest ? 'pointsSeparate' : 'pointsSplit'}
          hint={t(separateTest ? 'controls.pointsSeparate' : 'controls.pointsSplit', { test })}
          scale="log"
          step={50}
        />
      ) : (
        <>
          <p className={styles.credit}>
            {t('controls.pointsFixed', { points: fixed(fixedCount), test })}
          </p>
          {!linkCarries(experiment) && <p className={styles.credit}>{t('controls.noLink')}</p>}
        </>
      )}
      <Noise />
      <TrainedRange />
      <NumberSetting
        of="seed"
        after={
          <Button
            look="link"
            className={styles.small}
            onClick={() => editor.set('seed', anySeed())}
          >
            {t('controls.newSeed')}
          </Button>
        }
      />
    </div>
  );
}
