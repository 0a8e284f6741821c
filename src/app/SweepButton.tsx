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

const open = () => pageStore.setState({ sweepOpen: true });
/** What was asked of a form that could not be loaded is void. */
const close = () => pageStore.setState({ sweepOpen: false, sweepAsked: null });

/** Opens the sweep; beside the button it says how far one is. */
export function SweepButton({ theme }: { readonly theme: ThemeName }) {
  const t = useText();
  const isOpen = useStore(pageStore, (page) => page.sweepOpen);
  return (
    <>
      <Button
        look="outlined"
        icon={sweepIcon}
        title={t('runs.sweepHint')}
        aria-haspopup="dialog"
        onClick={open}
      >
        {t('runs.sweep')}
      </Button>
      <DialogOnDemand load={loadPanel} dialog={{ open: isOpen, onClose: close, theme, spawn }} />
    </>
  );
}
