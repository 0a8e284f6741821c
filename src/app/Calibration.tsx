import { Suspense, useEffect, useRef } from 'react';
import type { ThemeName } from '../charts/theme.ts';
import { useLab, useView } from '../features/lab.ts';
import { useText } from '../i18n/index.ts';
import { fetchTexts, LOCALE } from '../i18n/languages.ts';
import { Texts } from '../i18n/Texts.tsx';
import { Disclosure } from '../ui/Disclosure.tsx';
import { useOnDemand } from './useOnDemand.ts';

async function loadPanel() {
  const [{ CalibrationPanel }] = await Promise.all([
    import('../features/calibration/CalibrationPanel.tsx'),
    fetchTexts(LOCALE, 'calibration'),
  ]);
  return CalibrationPanel;
}

/** How well the model is calibrated, loaded when somebody asks. */
export function Calibration({ theme }: { readonly theme: ThemeName }) {
  const t = useText();
  const lab = useLab();
  const open = useView().calibration;
  const { Loaded: Panel, ask } = useOnDemand(loadPanel);
  const load = useRef(ask);
  load.current = ask;
  useEffect(() => {
    if (open) void load.current();
  }, [open]);
  return (
    <Disclosure
      label={t('scores.calibrated')}
      open={open}
      onToggle={(calibration) => lab.show({ calibration })}
    >
      {open && Panel && (
        <Suspense fallback={null}>
          <Texts part="calibration">
            <Panel theme={theme} />
          </Texts>
        </Suspense>
      )}
    </Disclosure>
  );
}
