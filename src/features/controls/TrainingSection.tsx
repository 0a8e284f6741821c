import { trainingCount } from '../../core/data/data.ts';
import { batchRows, LIMITS, stepsPerEpoch } from '../../core/experiment.ts';
import { useText } from '../../i18n/index.ts';
import { fixed } from '../../i18n/numbers.ts';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { useExperiment } from '../lab.ts';
import styles from './Controls.module.css';
import { LearningRate } from './LearningRate.tsx';
import { MoreSettings } from './MoreSettings.tsx';
import { RateChanges } from './RateChanges.tsx';
import { RecipeSelect } from './RecipeSelect.tsx';
import { NumberSetting } from './SettingFields.tsx';

/** How the network is trained. */
export function TrainingSection() {
  const t = useText();
  const experiment = useExperiment();
  const { training, data, seed } = experiment;
  const train = trainingCount(data, seed);
  return (
    <div className={styles.section}>
      <h2 className={styles.heading}>{t('controls.training')}</h2>
      <RecipeSelect />
      <LearningRate />
      <RateChanges training={training} />
      <NumberSetting
        of="training.batchSize"
        hint={t('controls.batchOf', { train: fixed(train) })}
        value={batchRows(experiment)}
        limit={{ ...LIMITS.batchSize, max: train }}
        scale="log"
        step={50}
      />
      <NumberSetting
        of="training.epochs"
        hint={t('controls.stepsEach', { steps: stepsPerEpoch(experiment) })}
        scale="log"
        step={50}
      />
      <Disclosure label={t('controls.more')}>
        <MoreSettings />
      </Disclosure>
    </div>
  );
}
