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
  const own = ({ target }: { readonly target: EventTarget }) => {
    if (target === dialog) onClose();
  };
  const props = {
    ref: setDialog,
    // React hands on to a dialog what happens to another that is open within it.
    onClose: own,
    onClick: own,
  };
  return { dialog, props };
}
