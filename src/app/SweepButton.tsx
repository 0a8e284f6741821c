import { Suspense } from 'react';
import { useStore } from 'zustand';
import type { ThemeName } from '../charts/theme.ts';
import { useText } from '../i18n/index.ts';
import { fetchTexts, LOCALE } from '../i18n/languages.ts';
import { Texts } from '../i18n/Texts.tsx';
import { pageStore } from '../store/page.ts';
import { Boundary } from '../ui/Boundary.tsx';
import { Button } from '../ui/Button.tsx';
import { sweepIcon } from '../ui/icons.tsx';
import { spawn } from './spawn.ts';
import { useOnDemand } from './useOnDemand.ts';

async function loadPanel() {
  const [{ SweepPanel }] = await Promise.all([
    import('../features/sweep/SweepPanel.tsx'),
    fetchTexts(LOCALE, 'sweep'),
  ]);
  return SweepPanel;
}

/** Opens the sweep, which is loaded then; beside the button it says how far one is. */
export function SweepButton({ theme }: { readonly theme: ThemeName }) {
  const t = useText();
  const { Loaded: Panel, ask } = useOnDemand(loadPanel);
  const open = useStore(pageStore, (page) => page.sweepOpen);
  const setOpen = (sweepOpen: boolean) => pageStore.setState({ sweepOpen });
  return (
    <>
      <Button
        look="outlined"
        icon={sweepIcon}
        title={t('runs.sweepHint')}
        aria-haspopup="dialog"
        onClick={() => {
          setOpen(true);
          void ask();
        }}
      >
        {t('runs.sweep')}
      </Button>
      {Panel && (
        <Boundary fallback={<p role="alert">{t('figure.broken')}</p>}>
          <Suspense fallback={null}>
            <Texts part="sweep">
              <Panel open={open} onClose={() => setOpen(false)} theme={theme} spawn={spawn} />
            </Texts>
          </Suspense>
        </Boundary>
      )}
    </>
  );
}
