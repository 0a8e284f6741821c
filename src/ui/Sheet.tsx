import { type ReactNode, useEffect, useState } from 'react';
import { Button } from './Button.tsx';
import { OverlayContext } from './overlay.ts';
import styles from './Sheet.module.css';

interface SheetProps {
  readonly title: string;
  readonly open: boolean;
  readonly doneLabel: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A panel from the bottom edge of a small screen; what is behind stays in sight above it. */
export function Sheet({ title, open, doneLabel, onClose, children }: SheetProps) {
  const [dialog, setDialog] = useState<HTMLDialogElement | null>(null);
  useEffect(() => {
    if (open && !dialog?.open) dialog?.showModal();
    if (!open) dialog?.close();
  }, [open, dialog]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a modal dialog by itself
    <dialog
      ref={setDialog}
      className={styles.sheet}
      aria-label={title}
      onClose={onClose}
      onClick={(event) => {
        if (event.target === dialog) onClose();
      }}
    >
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
