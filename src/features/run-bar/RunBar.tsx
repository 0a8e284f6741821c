import { useText } from '../../i18n/index.ts';
import { LiveSwitch } from './LiveSwitch.tsx';
import { Progress } from './Progress.tsx';
import { RunAnnouncer } from './RunAnnouncer.tsx';
import styles from './RunBar.module.css';
import { RunButtons } from './RunButtons.tsx';

interface RunBarProps {
  /** The name of the figure whose run it is, where the page has several. */
  readonly of?: string;
}

/** The bar that everything is started, stepped and stopped from. */
export function RunBar({ of }: RunBarProps) {
  const t = useText();
  return (
    <section
      aria-label={of === undefined ? t('run.region') : t('run.regionOf', { name: of })}
      className={styles.bar}
    >
      <RunButtons />
      <LiveSwitch />
      <Progress />
      <RunAnnouncer />
    </section>
  );
}
