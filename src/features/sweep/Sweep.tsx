import { Suspense, useState } from 'react';
import type { ThemeName } from '../../charts/theme.ts';
import { useText } from '../../i18n/index.ts';
import { fetchTexts, LOCALE } from '../../i18n/languages.ts';
import { Texts } from '../../i18n/Texts.tsx';
import type { Spawn } from '../../store/sweep.ts';
import { Boundary } from '../../ui/Boundary.tsx';
import { Button } from '../../ui/Button.tsx';
import { sweepIcon } from '../../ui/icons.tsx';
import { useOnDemand } from '../useOnDemand.ts';

interface SweepProps {
  readonly theme: ThemeName;
  /** Starts a worker. */
  readonly spawn: Spawn;
}

async function loadPanel() {
  const [{ SweepPanel }] = await Promise.all([
    import('./SweepPanel.tsx'),
    fetchTexts(LOCALE, 'sweep'),
  ]);
  return SweepPanel;
}

/** The button that opens the sweep, which is loaded then; beside it, how far one is. */
export function Sweep({ theme, spawn }: SweepProps) {
  const t = useText();
  const { Loaded: Panel, ask } = useOnDemand(loadPanel);
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        look="outlined"
        icon={sweepIcon}
        aria-haspopup="dialog"
        onClick={() => {
          setOpen(true);
          void ask();
        }}
      >
        {t('playground.sweep')}
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
