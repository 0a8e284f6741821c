import { latestRate } from '../../core/schedule.ts';
import { useText } from '../../i18n/index.ts';
import { significant } from '../../i18n/numbers.ts';
import { useExperiment, useLab, useRun } from '../lab.ts';
import { NumberSetting } from './SettingFields.tsx';

/** The learning rate, which may change while the run goes on. */
export function LearningRate() {
  const t = useText();
  const { controller } = useLab();
  const rate = latestRate(useExperiment().training);
  // A schedule or a recovery may have moved the rate away from what is set.
  const rateNow = useRun((run) =>
    run.learningRate > 0 && Math.abs(run.learningRate / rate - 1) > 0.005
      ? significant(run.learningRate, 2)
      : undefined,
  );
  const refusals = useRun((run) => run.rateRefusals);
  return (
    <NumberSetting
      of="training.learningRate"
      hint={rateNow === undefined ? undefined : t('controls.rateNow', { rate: rateNow })}
      value={rate}
      scale="log"
      refusals={refusals}
      onChange={(next) => controller.setLearningRate(next)}
    />
  );
}
