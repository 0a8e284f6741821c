import { useEffect, useState } from 'react';

/**
 * Opens and closes the browser's own modal dialog, in which the focus stays.
 * A press beside what it shows closes it; Escape does so by itself.
 */
export function useModal(open: boolean, onClose: () => void) {
  const [dialog, setDialog] = useState<HTMLDialogElement | null>(null);
  useEffect(() => {
    if (open && !dialog?.open) dialog?.showModal();
    if (!open) dialog?.close();
  }, [open, dialog]);
  const props = {
    ref: setDialog,
    onClose,
    onClick: (event: { readonly target: EventTarget }) => {
      if (event.target === dialog) onClose();
    },
  };
  return { dialog, props };
}
