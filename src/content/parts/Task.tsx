import { type ReactNode, useEffect } from 'react';
import { useStore } from 'zustand';
import { useText } from '../../i18n/index.ts';
import { checkIcon } from '../../ui/icons.tsx';
import { markTask, progressStore } from '../progress.ts';
import styles from './Task.module.css';

interface TaskProps {
  /** The name under which it is kept, from the chapter's list. */
  readonly name: string;
  /** A hook that tells from the figure or the run whether the task is done just now. */
  readonly judge: () => boolean;
  readonly children: ReactNode;
}

/** Something to do on the figure. Once done it stays done. */
export function Task({ name, judge, children }: TaskProps) {
  const t = useText();
  const now = judge();
  const done = useStore(progressStore, ({ tasks }) => tasks.includes(name));
  useEffect(() => {
    if (now) markTask(name);
  }, [now, name]);
  return (
    <section className={styles.task}>
      <p className={styles.head}>
        <span>{t('learn.check')}</span>
        <span aria-live="polite" className={styles.state}>
          {done && (
            <span>
              {checkIcon} <span>{t('learn.done')}</span>
            </span>
          )}
        </span>
      </p>
      {children}
    </section>
  );
}
