import type { ReactNode } from 'react';
import { IconButton } from './Button.tsx';
import { cx } from './cx.ts';
import { closeIcon } from './icons.tsx';
import styles from './Notice.module.css';

interface NoticeProps {
  /** A problem interrupts a screen reader; news does not. */
  readonly kind: 'problem' | 'news';
  readonly children: ReactNode;
  readonly dismissLabel: string;
  readonly onDismiss: () => void;
}

/** One line that tells the user what happened, until it is dismissed. */
export function Notice({ kind, children, dismissLabel, onDismiss }: NoticeProps) {
  return (
    <div
      className={cx(styles.notice, kind === 'problem' && styles.problem)}
      role={kind === 'problem' ? 'alert' : undefined}
    >
      <div className={styles.text}>{children}</div>
      <IconButton label={dismissLabel} size="small" onClick={onDismiss}>
        {closeIcon}
      </IconButton>
    </div>
  );
}
