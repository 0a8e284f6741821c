import { useStore } from 'zustand';
import { explained } from '../../i18n/explain.ts';
import { useText } from '../../i18n/index.ts';
import { Switch } from '../../ui/Switch.tsx';
import { useLab } from '../lab.ts';

/** Whether every change trains a whole run at once. */
export function LiveSwitch() {
  const t = useText();
  const lab = useLab();
  const live = useStore(lab.view, (view) => view.live);
  return (
    <Switch
      label={t('run.live')}
      explanation={explained(t, 'live', t('run.live'))}
      on={live}
      onChange={(on) => lab.setLive(on)}
    />
  );
}
