import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { useText } from '../../i18n/index.ts';
import { checkIcon } from '../../ui/icons.tsx';
import { progressStore } from '../progress.ts';
import styles from './Check.module.css';

interface CheckProps {
  /** The name under which it is kept, from the chapter's list. */
  readonly name: string;
  /** What it is about, in a few words. */
  readonly title: string;
  readonly children: ReactNode;
}

/** The frame of a check: its heading, and whether it is done. Once done it stays done. */
export function Check({ name, title, children }: CheckProps) {
  const t = useText();
  const done = useStore(progressStore, ({ tasks }) => tasks.includes(name));
  return (
    <section className={styles.check}>
      <div className={styles.head}>
        <h3>
          <span className={styles.kind}>{t('learn.check')}</span> {title}
        </h3>
        <span aria-live="polite" className={styles.state}>
          {done && (
            <span>
              {checkIcon} <span>{t('learn.done')}</span>
            </span>
          )}
        </span>
      </div>
      {children}
    </section>
  );
}
