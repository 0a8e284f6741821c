import type { ThemeName } from '../charts/theme.ts';
import { useText } from '../i18n/index.ts';
import { pageStore } from '../store/page.ts';
import { Button } from '../ui/Button.tsx';
import { exportIcon } from '../ui/icons.tsx';
import { DialogOnDemand } from './DialogOnDemand.tsx';
import { isSavedRun, useDroppedOn } from './useDroppedOn.ts';
import { withTexts } from './withTexts.tsx';

const loadDialog = withTexts('export', async () => {
  const { ExportDialog } = await import('../exportDialog/ExportDialog.tsx');
  return ExportDialog;
});

/** Opens what can be taken away. */
export function ExportButton() {
  const t = useText();
  return (
    <Button
      look="outlined"
      icon={exportIcon}
      title={t('runs.exportHint')}
      aria-haspopup="dialog"
      onClick={() => pageStore.setState({ exportOpen: true })}
    >
      {t('runs.export')}
    </Button>
  );
}

/** What can be taken away; a saved run that is dropped on the page is opened there. */
export function Export({ theme }: { readonly theme: ThemeName }) {
  const shown = useDroppedOn('exportOpen', isSavedRun);
  return <DialogOnDemand load={loadDialog} dialog={{ ...shown, theme }} />;
}
