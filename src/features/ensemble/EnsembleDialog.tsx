import { useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { ThemeName } from '../../charts/theme.ts';
import { onSameData } from '../../core/ensemble.ts';
import { fittedOf } from '../../core/keptRun.ts';
import { useText } from '../../i18n/index.ts';
import { keptRuns } from '../../store/keptRuns.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { EnsembleView } from '../EnsembleView.tsx';
import styles from './EnsembleDialog.module.css';

interface EnsembleDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly theme: ThemeName;
}

/** Kept runs to choose from, and those that are chosen as one. */
export function EnsembleDialog({ open, onClose, theme }: EnsembleDialogProps) {
  const t = useText();
  const runs = useStore(keptRuns.store, (kept) => kept.items);
  const [toggled, setToggled] = useState<readonly string[]>([]);
  // To begin with, all that are of the newest one’s data.
  const newest = runs.at(-1);
  const isIn = (id: string, alike: boolean) => alike !== toggled.includes(id);
  const chosen = runs.filter(({ id, place }) =>
    isIn(id, newest !== undefined && onSameData([newest.place.experiment, place.experiment])),
  );
  const key = chosen.map(({ id }) => id).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another name is no other member
  const members = useMemo(
    () => chosen.map((run) => ({ experiment: run.place.experiment, fitted: fittedOf(run) })),
    [key],
  );
  const toggle = (id: string) =>
    setToggled(toggled.includes(id) ? toggled.filter((other) => other !== id) : [...toggled, id]);
  return (
    <Dialog
      full
      title={t('ensemble.title')}
      closeLabel={t('sweep.close')}
      open={open}
      onClose={onClose}
    >
      <fieldset className={styles.runs}>
        <legend>{t('ensemble.choose')}</legend>
        {runs.map((run) => (
          <Checkbox
            key={run.id}
            label={run.name}
            checked={chosen.includes(run)}
            onChange={() => toggle(run.id)}
          />
        ))}
      </fieldset>
      <EnsembleView members={members} theme={theme} />
    </Dialog>
  );
}
