import { type ComponentType, useEffect, useRef } from 'react';
import { useText } from '../i18n/index.ts';
import { Boundary } from '../ui/Boundary.tsx';
import { useOnDemand } from '../ui/useOnDemand.ts';

interface DialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

interface DialogOnDemandProps<Props extends DialogProps> {
  /** How the dialog is loaded, once it is to be open; of one module, so that it is loaded once. */
  readonly load: () => Promise<ComponentType<Props>>;
  readonly dialog: Props;
}

/**
 * A dialog that is loaded once it is to be open; one that breaks leaves the page whole. What
 * is written in it is kept as long as this is in the page, so it stands beside nothing that
 * a window of another width puts elsewhere.
 */
export function DialogOnDemand<Props extends DialogProps>({
  load,
  dialog,
}: DialogOnDemandProps<Props>) {
  const t = useText();
  const { Loaded: Dialog, ask } = useOnDemand(load);
  const { open, onClose } = dialog;
  const latest = useRef({ ask, onClose });
  latest.current = { ask, onClose };
  useEffect(() => {
    if (!open) return;
    void latest.current.ask().then((loaded) => {
      // Asked for again, it is tried again.
      if (!loaded) latest.current.onClose();
    });
  }, [open]);
  return (
    Dialog && (
      <Boundary fallback={<p role="alert">{t('figure.broken')}</p>}>
        <Dialog {...dialog} />
      </Boundary>
    )
  );
}
