import { matchingPreset } from '../../core/presets.ts';
import { useText } from '../../i18n/index.ts';
import { fixed } from '../../i18n/numbers.ts';
import { linkOf } from '../../store/link.ts';
import { useLab, useShownExperiment } from '../lab.ts';
import styles from './Printed.module.css';

/** What a printed page is of: the experiment, the epoch, and the link that brings both back. */
export function PrintedHead() {
  const t = useText();
  const lab = useLab();
  const experiment = useShownExperiment();
  const { epoch, epochs } = lab.run.getState();
  const total = epochs || experiment.training.epochs;
  return (
    <div className={styles.head}>
      <p className={styles.title}>
        {t('app.name')} · {matchingPreset(experiment)?.label ?? t('controls.custom')}
      </p>
      <p className={styles.run}>{t('run.epoch', { epoch: fixed(epoch), epochs: fixed(total) })}</p>
      <p className={styles.link}>{linkOf(lab)}</p>
    </div>
  );
}
