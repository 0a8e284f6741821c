import type { ReactNode } from 'react';
import { IconButton } from './Button.tsx';
import { cx } from './cx.ts';
import { closeIcon } from './icons.tsx';
import styles from './Notice.module.css';

interface NoticeProps {
  /** A problem interrupts a screen reader; news does not. */
  readonly kind: 'problem' | 'news';
  readonly children: ReactNode;
  /** Stands below, over the whole width. */
  readonly below?: ReactNode;
  readonly dismissLabel: string;
  readonly onDismiss: () => void;
}

/** One line that tells the user what happened, until it is dismissed. */
export function Notice({ kind, children, below, dismissLabel, onDismiss }: NoticeProps) {
  return (
    <div
      className={cx(styles.notice, kind === 'problem' && styles.problem)}
      role={kind === 'problem' ? 'alert' : undefined}
    >
      <div className={styles.text}>{children}</div>
      <IconButton label={dismissLabel} size="small" onClick={onDismiss}>
        {closeIcon}
      </IconButton>
      {below && <div className={styles.below}>{below}</div>}
    </div>
  );
}
