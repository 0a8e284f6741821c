import { batchRows, LIMITS, splitSizes, stepsPerEpoch } from '../../core/experiment.ts';
import { explained } from '../../i18n/explain.ts';
import { useText } from '../../i18n/index.ts';
import { limitText } from '../../i18n/limits.ts';
import { fixed, significant } from '../../i18n/numbers.ts';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { useExperiment, useLab, useRun } from '../lab.ts';
import styles from './Controls.module.css';
import { MoreSettings } from './MoreSettings.tsx';
import { RateChanges } from './RateChanges.tsx';
import { useSettings } from './settings.ts';

/** How the network is trained. */
export function TrainingSection() {
  const t = useText();
  const { controller } = useLab();
  const { setTraining } = useSettings();
  const experiment = useExperiment();
  const { training, data } = experiment;
  const { train } = splitSizes(data);
  const batchLimit = { ...LIMITS.batchSize, max: train };
  const rate = training.rateChanges.at(-1)?.rate ?? training.learningRate;
  // A schedule or a recovery may have moved the rate away from what is set.
  const rateNow = useRun((run) =>
    run.learningRate > 0 && Math.abs(run.learningRate / rate - 1) > 0.005
      ? significant(run.learningRate, 2)
      : undefined,
  );
  return (
    <div className={styles.section}>
      <h2 className={styles.heading}>{t('controls.training')}</h2>
      <NumberField
        label={t('controls.learningRate')}
        explanation={explained(t, 'learningRate', t('controls.learningRate'))}
        {...(rateNow === undefined ? {} : { hint: t('controls.rateNow', { rate: rateNow }) })}
        value={rate}
        limit={LIMITS.learningRate}
        allowed={limitText(t, LIMITS.learningRate)}
        scale="log"
        onChange={(next) => controller.setLearningRate(next)}
      />
      <RateChanges training={training} />
      <NumberField
        label={t('controls.batchSize')}
        explanation={explained(t, 'batchSize', t('controls.batchSize'))}
        hint={t('controls.batchOf', { train: fixed(train) })}
        value={batchRows(experiment)}
        limit={batchLimit}
        allowed={limitText(t, batchLimit)}
        scale="log"
        step={50}
        onChange={(batchSize) => setTraining('batchSize', batchSize)}
      />
      <NumberField
        label={t('controls.epochs')}
        explanation={explained(t, 'epochs', t('controls.epochs'))}
        hint={t('controls.stepsEach', { steps: stepsPerEpoch(experiment) })}
        value={training.epochs}
        limit={LIMITS.epochs}
        allowed={limitText(t, LIMITS.epochs)}
        scale="log"
        step={50}
        onChange={(epochs) => setTraining('epochs', epochs)}
      />
      <Disclosure label={t('controls.more')}>
        <MoreSettings />
      </Disclosure>
    </div>
  );
}
