import { useEffect, useRef } from 'react';
import type { ThemeName } from '../charts/theme.ts';
import { useLab, useView } from '../features/lab.ts';
import { useText } from '../i18n/index.ts';
import { Disclosure } from '../ui/Disclosure.tsx';
import { useOnDemand } from '../ui/useOnDemand.ts';
import { withTexts } from './withTexts.tsx';

const loadPanel = withTexts('calibration', async () => {
  const { CalibrationPanel } = await import('../features/calibration/CalibrationPanel.tsx');
  return CalibrationPanel;
});

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
      {open && Panel && <Panel theme={theme} />}
    </Disclosure>
  );
}
