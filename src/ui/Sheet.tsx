import type { ReactNode } from 'react';
import { Button } from './Button.tsx';
import { OverlayContext } from './overlay.ts';
import styles from './Sheet.module.css';
import { useModal } from './useModal.ts';

interface SheetProps {
  readonly title: string;
  readonly open: boolean;
  readonly doneLabel: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A panel from the bottom edge of a small screen; what is behind stays in sight above it. */
export function Sheet({ title, open, doneLabel, onClose, children }: SheetProps) {
  const { dialog, props } = useModal(open, onClose);
  return (
    <dialog {...props} className={styles.sheet} aria-label={title}>
      <div className={styles.panel}>
        <div className={styles.head}>
          <h1 className={styles.title}>{title}</h1>
          <Button look="link" onClick={onClose}>
            {doneLabel}
          </Button>
        </div>
        <div className={styles.body}>
          {open && <OverlayContext value={dialog}>{children}</OverlayContext>}
        </div>
      </div>
    </dialog>
  );
}
