import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { useLab } from '../features/lab.ts';
import { useText } from '../i18n/index.ts';
import { pageStore } from '../store/page.ts';
import { Boundary } from '../ui/Boundary.tsx';
import { useOnDemand } from '../ui/useOnDemand.ts';
import { spawn } from './spawn.ts';
import { useShownTheme } from './theme.ts';
import { withTexts } from './withTexts.tsx';

const loadDialog = withTexts('compare', async () => {
  const { CompareDialog } = await import('../compare/CompareDialog.tsx');
  return CompareDialog;
});

const close = () => pageStore.setState({ compared: null });

/** Two runs side by side, while they are compared; they go on whatever shape the page takes under them. */
export function Compared() {
  const t = useText();
  const lab = useLab();
  const theme = useShownTheme();
  const present = useStore(pageStore, ({ compared }) => compared);
  const { Loaded: Dialog, ask } = useOnDemand(loadDialog);
  const latest = useRef(ask);
  latest.current = ask;
  useEffect(() => {
    if (present) void latest.current();
  }, [present]);
  useEffect(() => close, []);
  if (!Dialog || !present) return null;
  return (
    <Boundary fallback={<p role="alert">{t('figure.broken')}</p>}>
      <Dialog
        present={present}
        view={lab.view.getState()}
        spawn={spawn}
        theme={theme}
        onClose={close}
      />
    </Boundary>
  );
}
