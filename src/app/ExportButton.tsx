import type { ThemeName } from '../charts/theme.ts';
import { useText } from '../i18n/index.ts';
import { exportIcon } from '../ui/icons.tsx';
import { DialogButton } from './DialogButton.tsx';
import { isSavedRun, useDroppedOn } from './useDroppedOn.ts';
import { withTexts } from './withTexts.tsx';

const loadDialog = withTexts('export', async () => {
  const { ExportDialog } = await import('../exportDialog/ExportDialog.tsx');
  return ExportDialog;
});

/** Opens what can be taken away; a saved run that is dropped on the page is opened there. */
export function ExportButton({ theme }: { readonly theme: ThemeName }) {
  const t = useText();
  const { dropped, open, onOpen, onClose } = useDroppedOn(isSavedRun);
  return (
    <DialogButton
      load={loadDialog}
      wanted={dropped !== null}
      onOpen={onOpen}
      dialog={{ open, onClose, theme, dropped }}
      hint={t('runs.exportHint')}
      icon={exportIcon}
    >
      {t('runs.export')}
    </DialogButton>
  );
}
