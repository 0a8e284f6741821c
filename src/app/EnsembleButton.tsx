import { useState } from 'react';
import { useStore } from 'zustand';
import type { ThemeName } from '../charts/theme.ts';
import { useText } from '../i18n/index.ts';
import { keptRuns } from '../store/keptRuns.ts';
import { DialogButton } from './DialogButton.tsx';
import { withTexts } from './withTexts.tsx';

const loadDialog = withTexts('sweep', async () => {
  const { EnsembleDialog } = await import('../features/ensemble/EnsembleDialog.tsx');
  return EnsembleDialog;
});

/** Takes kept runs together, once there are two. */
export function EnsembleButton({ theme }: { readonly theme: ThemeName }) {
  const t = useText();
  const count = useStore(keptRuns.store, ({ items }) => items.length);
  const [open, setOpen] = useState(false);
  if (count < 2) return null;
  return (
    <DialogButton
      load={loadDialog}
      onOpen={() => setOpen(true)}
      dialog={{ open, onClose: () => setOpen(false), theme }}
      hint={t('runs.ensembleHint')}
    >
      {t('runs.ensemble')}
    </DialogButton>
  );
}
