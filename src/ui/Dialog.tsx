import type { ReactNode } from 'react';
import { IconButton } from './Button.tsx';
import { cx } from './cx.ts';
import styles from './Dialog.module.css';
import { closeIcon } from './icons.tsx';
import { OverlayContext } from './overlay.ts';
import { useModal } from './useModal.ts';

interface DialogProps {
  readonly title: string;
  readonly open: boolean;
  readonly closeLabel: string;
  /** For what has many columns. */
  readonly wide?: boolean;
  /** For what needs the whole window. */
  readonly full?: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A modal panel in the middle of the page: the browser's own dialog, so the focus stays in it. */
export function Dialog({ title, open, closeLabel, wide, full, onClose, children }: DialogProps) {
  const { dialog, props } = useModal(open, onClose);
  return (
    <dialog
      {...props}
      className={cx(styles.dialog, wide && styles.wide, full && styles.full)}
      aria-label={title}
    >
      {open && (
        <OverlayContext value={dialog}>
          <div className={styles.panel}>
            <div className={styles.head}>
              <h1 className={styles.title}>{title}</h1>
              <IconButton label={closeLabel} onClick={onClose}>
                {closeIcon}
              </IconButton>
            </div>
            {children}
          </div>
        </OverlayContext>
      )}
    </dialog>
  );
}
