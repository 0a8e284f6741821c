import { trainingCount } from '../../core/data/data.ts';
import { batchRows, LIMITS, stepsPerEpoch } from '../../core/experiment.ts';
import { latestRate } from '../../core/schedule.ts';
import { useText } from '../../i18n/index.ts';
import { fixed, significant } from '../../i18n/numbers.ts';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { useExperiment, useLab, useRun } from '../lab.ts';
import styles from './Controls.module.css';
import { MoreSettings } from './MoreSettings.tsx';
import { RateChanges } from './RateChanges.tsx';
import { RecipeSelect } from './RecipeSelect.tsx';
import { NumberSetting } from './SettingFields.tsx';

/** How the network is trained. */
export function TrainingSection() {
  const t = useText();
  const { controller } = useLab();
  const experiment = useExperiment();
  const { training, data, seed } = experiment;
  const train = trainingCount(data, seed);
  const rate = latestRate(training);
  // A schedule or a recovery may have moved the rate away from what is set.
  const rateNow = useRun((run) =>
    run.learningRate > 0 && Math.abs(run.learningRate / rate - 1) > 0.005
      ? significant(run.learningRate, 2)
      : undefined,
  );
  const refusals = useRun((run) => run.rateRefusals);
  return (
    <div className={styles.section}>
      <h2 className={styles.heading}>{t('controls.training')}</h2>
      <RecipeSelect />
      <NumberSetting
        of="training.learningRate"
        hint={rateNow === undefined ? undefined : t('controls.rateNow', { rate: rateNow })}
        value={rate}
        scale="log"
        refusals={refusals}
        onChange={(next) => controller.setLearningRate(next)}
      />
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
