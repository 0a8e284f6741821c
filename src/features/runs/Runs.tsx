import { lazy, type ReactNode, Suspense, useEffect } from 'react';
import { useStore } from 'zustand';
import type { ThemeName } from '../../charts/theme.ts';
import { comparable } from '../../core/keptRun.ts';
import { useText } from '../../i18n/index.ts';
import { keptRuns } from '../../store/keptRuns.ts';
import { Boundary } from '../../ui/Boundary.tsx';
import { Button } from '../../ui/Button.tsx';
import { useShownExperiment } from '../lab.ts';
import { KeepButton } from './KeepButton.tsx';
import styles from './Runs.module.css';

// Few visitors have kept anything when they come.
const RunTable = lazy(() => import('./RunTable.tsx').then((file) => ({ default: file.RunTable })));

interface RunsProps {
  readonly theme: ThemeName;
  /** What else is to be done with runs: buttons beside the one that keeps. */
  readonly actions?: ReactNode;
}

/** The runs that are kept: set aside, looked at again, put beside another. */
export function Runs({ theme, actions }: RunsProps) {
  const t = useText();
  const { items: runs } = useStore(keptRuns.store);
  useEffect(() => void keptRuns.load(), []);
  return (
    <section aria-label={t('runs.heading')} className={styles.section}>
      <div className={styles.head}>
        <h2 className={styles.heading}>{t('runs.heading')}</h2>
        <div className={styles.actions}>
          <KeepButton tabled />
          {actions}
        </div>
        {runs.length === 0 && <p className={styles.remark}>{t('runs.empty')}</p>}
      </div>
      <Removed />
      {runs.length > 0 && (
        <Boundary fallback={<p role="alert">{t('page.missing')}</p>}>
          <Suspense fallback={null}>
            <RunTable runs={runs} theme={theme} />
          </Suspense>
        </Boundary>
      )}
      <Remarks />
    </section>
  );
}

/** What was deleted last, and the way back. */
function Removed() {
  const t = useText();
  const removed = useStore(keptRuns.store, (kept) => kept.removed);
  return (
    removed && (
      <p className={styles.remark} aria-live="polite">
        <span>{t('runs.removed', { name: removed.name })}</span>{' '}
        <Button look="link" onClick={() => keptRuns.bringBack()}>
          {t('runs.bringBack')}
        </Button>
      </p>
    )
  );
}

/** What is to be said of the runs as a whole. */
function Remarks() {
  const t = useText();
  const { items: runs, lasting, damaged } = useStore(keptRuns.store);
  const experiment = useShownExperiment();
  const apart = runs.filter(({ place }) => !comparable(place.experiment, experiment));
  return (
    <>
      {apart.length > 0 && (
        <p className={styles.remark}>
          {t('runs.notDrawn', {
            count: apart.length,
            names: apart.map(({ name }) => name).join(', '),
          })}
        </p>
      )}
      {!lasting && <p className={styles.remark}>{t('runs.notLasting')}</p>}
      {damaged.length > 0 && (
        <p className={styles.remark} role="alert">
          <span>
            {t('runs.damaged', {
              count: damaged.length,
              names: damaged.map(({ name }) => name ?? t('runs.unnamed')).join(', '),
            })}
          </span>{' '}
          <Button look="link" onClick={() => keptRuns.clearDamaged()}>
            {t('runs.forget', { count: damaged.length })}
          </Button>
        </p>
      )}
    </>
  );
}
