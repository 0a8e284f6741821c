import { Suspense, useState } from 'react';
import type { ThemeName } from '../charts/theme.ts';
import type { Present } from '../compare/subjects.ts';
import { useLab } from '../features/lab.ts';
import { useText } from '../i18n/index.ts';
import { fetchTexts, LOCALE } from '../i18n/languages.ts';
import { Texts } from '../i18n/Texts.tsx';
import { keepsakeOf } from '../store/keepsakeOf.ts';
import { Button } from '../ui/Button.tsx';
import { compareIcon } from '../ui/icons.tsx';
import { spawn } from './spawn.ts';
import { useOnDemand } from './useOnDemand.ts';

async function loadDialog() {
  const [{ CompareDialog }] = await Promise.all([
    import('../compare/CompareDialog.tsx'),
    fetchTexts(LOCALE, 'compare'),
  ]);
  return CompareDialog;
}

/** Puts the present run beside another. The page's own rests meanwhile, and stays as it is. */
export function CompareButton({ theme }: { readonly theme: ThemeName }) {
  const t = useText();
  const lab = useLab();
  const [present, setPresent] = useState<Present | null>(null);
  const { Loaded: Dialog, ask } = useOnDemand(loadDialog);
  const open = async () => {
    void ask();
    if (lab.run.getState().state === 'running') await lab.controller.pause();
    const keepsake = await keepsakeOf(lab);
    setPresent({ experiment: lab.editor.experiment, place: keepsake?.place ?? null });
  };
  return (
    <>
      <Button
        look="outlined"
        icon={compareIcon}
        title={t('runs.compareHint')}
        aria-haspopup="dialog"
        onClick={() => void open()}
      >
        {t('runs.compare')}
      </Button>
      {present && Dialog && (
        <Suspense fallback={null}>
          <Texts part="compare">
            <Dialog
              present={present}
              view={lab.view.getState()}
              spawn={spawn}
              theme={theme}
              onClose={() => setPresent(null)}
            />
          </Texts>
        </Suspense>
      )}
    </>
  );
}
