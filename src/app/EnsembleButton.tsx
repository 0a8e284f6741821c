import { useStore } from 'zustand';
import type { ThemeName } from '../charts/theme.ts';
import { useText } from '../i18n/index.ts';
import { keptRuns } from '../store/keptRuns.ts';
import { pageStore } from '../store/page.ts';
import { Button } from '../ui/Button.tsx';
import { DialogOnDemand } from './DialogOnDemand.tsx';
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
    <>
      <Button
        look="outlined"
        title={t('runs.ensembleHint')}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        {t('runs.ensemble')}
      </Button>
      <DialogOnDemand load={loadDialog} dialog={{ open, onClose: () => setOpen(false), theme }} />
    </>
  );
}
