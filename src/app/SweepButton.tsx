import { useStore } from 'zustand';
import type { ThemeName } from '../charts/theme.ts';
import { useText } from '../i18n/index.ts';
import { pageStore } from '../store/page.ts';
import { Button } from '../ui/Button.tsx';
import { sweepIcon } from '../ui/icons.tsx';
import { DialogOnDemand } from './DialogOnDemand.tsx';
import { spawn } from './spawn.ts';
import { withTexts } from './withTexts.tsx';

const loadPanel = withTexts('sweep', async () => {
  const { SweepPanel } = await import('../features/sweep/SweepPanel.tsx');
  return SweepPanel;
});

const setOpen = (sweepOpen: boolean) => pageStore.setState({ sweepOpen });

/** Opens the sweep; beside the button it says how far one is. */
export function SweepButton({ theme }: { readonly theme: ThemeName }) {
  const t = useText();
  const open = useStore(pageStore, (page) => page.sweepOpen);
  return (
    <>
      <Button
        look="outlined"
        icon={sweepIcon}
        title={t('runs.sweepHint')}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        {t('runs.sweep')}
      </Button>
      <DialogOnDemand
        load={loadPanel}
        dialog={{ open, onClose: () => setOpen(false), theme, spawn }}
      />
    </>
  );
}
