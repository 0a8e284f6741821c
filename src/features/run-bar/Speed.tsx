import { useStore } from 'zustand';
import type { View } from '../../core/view.ts';
import { explained } from '../../i18n/explain.ts';
import { useText } from '../../i18n/index.ts';
import { Select } from '../../ui/Select.tsx';
import { useLab } from '../lab.ts';

/** Steps a second to choose from; null is as fast as possible. */
const PACES = [1, 3, 10, 30, 100, 300, null] as const;

/** The lab's own speed; see `SpeedSelect`. */
export function Speed({ short = false }: { readonly short?: boolean }) {
  const lab = useLab();
  const pace = useStore(lab.view, (view) => view.pace);
  return <SpeedSelect short={short} pace={pace} onChange={(next) => lab.show({ pace: next })} />;
}

interface SpeedSelectProps {
  readonly pace: View['pace'];
  readonly onChange: (pace: View['pace']) => void;
  /** Whether it has little room. */
  readonly short?: boolean;
}

/** How fast training goes at most: slow enough to talk over, or as fast as possible. */
export function SpeedSelect({ pace, onChange, short = false }: SpeedSelectProps) {
  const t = useText();
  const label = (steps: (typeof PACES)[number]) => {
    if (steps === null) return t('run.full');
    return short ? t('run.shortPace', { steps: String(steps) }) : t('run.pace', { steps });
  };
  return (
    <Select
      label={t('run.speed')}
      explanation={explained(t, 'speed', t('run.speed'))}
      labelled="above"
      value={String(pace)}
      options={PACES.map((steps) => ({
        value: String(steps),
        label: label(steps),
      }))}
      onChange={(chosen) => onChange(PACES.find((steps) => String(steps) === chosen) ?? null)}
    />
  );
}
