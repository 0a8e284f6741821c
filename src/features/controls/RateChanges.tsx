import type { TrainingSettings } from '../../core/experiment.ts';
import { useText } from '../../i18n/index.ts';
import { fixed, significant } from '../../i18n/numbers.ts';
import { Button } from '../../ui/Button.tsx';
import { useLab } from '../lab.ts';
import { settingMark } from '../settingMark.ts';
import styles from './Controls.module.css';

/** Changes beyond this many are told by an ellipsis between the first and the last ones. */
const MOST_SHOWN = 3;

/** The changes of the learning rate that belong to the experiment, and a way to forget them. */
export function RateChanges({ training }: { readonly training: TrainingSettings }) {
  const t = useText();
  const { controller } = useLab();
  const { rateChanges, learningRate } = training;
  if (rateChanges.length === 0) return null;
  const shown = rateChanges
    .slice(-MOST_SHOWN)
    .map(({ step, rate }) =>
      t('controls.rateChange', { step: fixed(step), rate: significant(rate, 4) }),
    );
  const parts = [
    significant(learningRate, 4),
    ...(rateChanges.length > MOST_SHOWN ? ['…'] : []),
    ...shown,
  ];
  return (
    <p className={styles.rateChanges} {...settingMark('training.rateChanges')}>
      <span>{`${parts.join(', ')}.`}</span>{' '}
      <Button look="link" onClick={() => void controller.forgetRates()}>
        {t('controls.forgetRates')}
      </Button>
    </p>
  );
}
