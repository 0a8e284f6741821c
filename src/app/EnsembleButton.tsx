import { Suspense, useState } from 'react';
import { useStore } from 'zustand';
import type { ThemeName } from '../charts/theme.ts';
import { useText } from '../i18n/index.ts';
import { fetchTexts, LOCALE } from '../i18n/languages.ts';
import { Texts } from '../i18n/Texts.tsx';
import { keptRuns } from '../store/keptRuns.ts';
import { Boundary } from '../ui/Boundary.tsx';
import { Button } from '../ui/Button.tsx';
import { useOnDemand } from './useOnDemand.ts';

async function loadDialog() {
  const [{ EnsembleDialog }] = await Promise.all([
    import('../features/ensemble/EnsembleDialog.tsx'),
    fetchTexts(LOCALE, 'sweep'),
  ]);
  return EnsembleDialog;
}

/** Takes kept runs together, once there are two. */
export function EnsembleButton({ theme }: { readonly theme: ThemeName }) {
  const t = useText();
  const count = useStore(keptRuns.store, ({ runs }) => runs.length);
  const { Loaded: Dialog, ask } = useOnDemand(loadDialog);
  const [open, setOpen] = useState(false);
  if (count < 2) return null;
  return (
    <>
      <Button
        look="outlined"
        title={t('runs.ensembleHint')}
        aria-haspopup="dialog"
        onClick={() => {
          setOpen(true);
          void ask();
        }}
      >
        {t('runs.ensemble')}
      </Button>
      {Dialog && (
        <Boundary fallback={<p role="alert">{t('figure.broken')}</p>}>
          <Suspense fallback={null}>
            <Texts part="sweep">
              <Dialog open={open} onClose={() => setOpen(false)} theme={theme} />
            </Texts>
          </Suspense>
        </Boundary>
      )}
    </>
  );
}
