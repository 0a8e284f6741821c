import { useText } from '../../i18n/index.ts';
import { LiveSwitch } from './LiveSwitch.tsx';
import { Progress } from './Progress.tsx';
import { RunAnnouncer } from './RunAnnouncer.tsx';
import styles from './RunBar.module.css';
import { RunButtons } from './RunButtons.tsx';

/** The bar that everything is started, stepped and stopped from. */
export function RunBar() {
  const t = useText();
  return (
    <section aria-label={t('run.region')} className={styles.bar}>
      <RunButtons />
      <LiveSwitch />
      <Progress />
      <RunAnnouncer />
    </section>
  );
}
