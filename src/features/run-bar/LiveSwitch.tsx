import { explained } from '../../i18n/explain.ts';
import { useText } from '../../i18n/index.ts';
import { Switch } from '../../ui/Switch.tsx';
import { useLab, useRun } from '../lab.ts';

/** Whether every change trains a whole run at once. */
export function LiveSwitch() {
  const t = useText();
  const { controller } = useLab();
  const live = useRun((run) => run.live);
  return (
    <Switch
      label={t('run.live')}
      explanation={explained(t, 'live', t('run.live'))}
      on={live}
      onChange={(on) => controller.setLive(on)}
    />
  );
}
