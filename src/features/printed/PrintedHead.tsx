import { matchingPreset } from '../../core/presets.ts';
import { useText } from '../../i18n/index.ts';
import { fixed } from '../../i18n/numbers.ts';
import { linkOf } from '../../store/link.ts';
import { showsBest } from '../../store/run.ts';
import { useLab, useShownExperiment } from '../lab.ts';
import { presetName } from '../presetName.ts';
import styles from './Printed.module.css';

/** What a printed page is of: the experiment, the epoch, and the link that brings both back. */
export function PrintedHead() {
  const t = useText();
  const lab = useLab();
  const experiment = useShownExperiment();
  const run = lab.run.getState();
  const { epoch, epochs, shownEpoch } = run;
  const total = epochs || experiment.training.epochs;
  const preset = matchingPreset(experiment);
  return (
    <div className={styles.head}>
      <p className={styles.title}>
        {t('app.name')} · {preset ? presetName(t, preset) : t('controls.custom')}
      </p>
      <p className={styles.run}>
        {[
          t('run.epoch', { epoch: fixed(epoch), epochs: fixed(total) }),
          ...(showsBest(run) ? [t('run.ofBest', { epoch: fixed(shownEpoch) })] : []),
        ].join('. ')}
      </p>
      <p className={styles.link}>{linkOf(lab)}</p>
    </div>
  );
}
