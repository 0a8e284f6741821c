import { useStore } from 'zustand';
import type { ThemeName } from '../charts/theme.ts';
import { useText } from '../i18n/index.ts';
import { keptRuns } from '../store/keptRuns.ts';
import { pageStore } from '../store/page.ts';
import { DialogButton } from './DialogButton.tsx';
import { withTexts } from './withTexts.tsx';

const loadDialog = withTexts('sweep', async () => {
  const { EnsembleDialog } = await import('../features/ensemble/EnsembleDialog.tsx');
  return EnsembleDialog;
});

const setOpen = (ensembleOpen: boolean) => pageStore.setState({ ensembleOpen });

/** Takes kept runs together, once there are two. */
export function EnsembleButton({ theme }: { readonly theme: ThemeName }) {
  const t = useText();
  const count = useStore(keptRuns.store, ({ items }) => items.length);
  const open = useStore(pageStore, (page) => page.ensembleOpen);
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
