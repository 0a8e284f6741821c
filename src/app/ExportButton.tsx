import { useEffect, useState } from 'react';
import type { ThemeName } from '../charts/theme.ts';
import { useText } from '../i18n/index.ts';
import { exportIcon } from '../ui/icons.tsx';
import { DialogButton } from './DialogButton.tsx';
import { withTexts } from './withTexts.tsx';

const loadDialog = withTexts('export', async () => {
  const { ExportDialog } = await import('../exportDialog/ExportDialog.tsx');
  return ExportDialog;
});

/** Takes files that are dropped on the page, unless something on it has taken them. */
function useDrop(take: (file: File) => void): void {
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
    };
    const drop = (event: DragEvent) => {
      const file = event.dataTransfer?.files[0];
      if (event.defaultPrevented || !file) return;
      event.preventDefault();
      take(file);
    };
    addEventListener('dragover', over);
    addEventListener('drop', drop);
    return () => {
      removeEventListener('dragover', over);
      removeEventListener('drop', drop);
    };
  }, [take]);
}

/** Opens what can be taken away; a saved run that is dropped on the page is opened there. */
export function ExportButton({ theme }: { readonly theme: ThemeName }) {
  const t = useText();
  const [open, setOpen] = useState(false);
  const [dropped, setDropped] = useState<File | null>(null);
  useDrop(setDropped);
  const close = () => {
    setOpen(false);
    setDropped(null);
  };
  return (
    <DialogButton
      load={loadDialog}
      wanted={dropped !== null}
      onOpen={() => setOpen(true)}
      dialog={{ open: open || dropped !== null, onClose: close, theme, dropped }}
      hint={t('runs.exportHint')}
      icon={exportIcon}
    >
      {t('runs.export')}
    </DialogButton>
  );
}
