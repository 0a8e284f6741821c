import { useStore } from 'zustand';
import { explained } from '../../i18n/explain.ts';
import { useText } from '../../i18n/index.ts';
import { Select } from '../../ui/Select.tsx';
import { useLab } from '../lab.ts';

/** Steps a second to choose from; null is as fast as possible. */
const PACES = [1, 3, 10, 30, 100, 300, null] as const;

/** How fast training goes at most: slow enough to talk over, or as fast as possible. */
export function Speed() {
  const t = useText();
  const lab = useLab();
  const pace = useStore(lab.view, (view) => view.pace);
  return (
    <Select
      label={t('run.speed')}
      explanation={explained(t, 'speed', t('run.speed'))}
      labelled="above"
      value={String(pace)}
      options={PACES.map((steps) => ({
        value: String(steps),
        label: steps === null ? t('run.full') : t('run.pace', { steps }),
      }))}
      onChange={(chosen) =>
        lab.show({ pace: PACES.find((steps) => String(steps) === chosen) ?? null })
      }
    />
  );
}
