import { useState } from 'react';
import { useStore } from 'zustand';
import { useText } from '../../i18n/index.ts';
import { keepsakeOf } from '../../store/keepsakeOf.ts';
import { keptRuns } from '../../store/keptRuns.ts';
import { Announcer } from '../../ui/Announcer.tsx';
import { Button } from '../../ui/Button.tsx';
import { keepIcon } from '../../ui/icons.tsx';
import { useLab, useShowsUntrained } from '../lab.ts';
import { runName } from '../runName.ts';
import styles from './Runs.module.css';

/** Where the table of kept runs has a run's name. */
export const runPlace = (id: string) => `kept-run-${id}`;

/** Brings a kept run into sight, and the focus to it. */
function show(id: string): void {
  const place = document.getElementById(runPlace(id));
  place?.scrollIntoView({ block: 'center' });
  place?.querySelector('button')?.focus({ preventScroll: true });
}

interface KeepButtonProps {
  /** True where kept runs stand in a table on the same page. */
  readonly tabled?: boolean;
}

/** Sets the run aside as it is shown; says what has come of it, and where it is. */
export function KeepButton({ tabled = false }: KeepButtonProps) {
  const t = useText();
  const lab = useLab();
  const untrained = useShowsUntrained();
  const [said, setSaid] = useState<{ text: string; run: string | null }>({ text: '', run: null });
  // What is said of a run is void once it is deleted.
  const isThere = useStore(keptRuns.store, ({ items }) => items.some(({ id }) => id === said.run));
  const keep = async () => {
    const keepsake = await keepsakeOf(lab);
    if (!keepsake) return;
    const { items: runs } = keptRuns;
    const name = runName(t, keepsake.place.experiment, keepsake.epoch, runs);
    const kept = keptRuns.keep(keepsake, name);
    if (kept === 'full') return setSaid({ text: t('runs.full'), run: null });
    const { how, run } = kept;
    const text = t(how === 'new' ? 'runs.kept' : 'runs.already', { name: run.name });
    setSaid({ text, run: run.id });
  };
  const isShown = said.text !== '' && (said.run === null || isThere);
  return (
    <>
      <Button
        look="outlined"
        icon={keepIcon}
        title={t('runs.keepHint')}
        disabled={untrained}
        onClick={() => void keep()}
      >
        {t('runs.keep')}
      </Button>
      <Announcer text={said.text} />
      {isShown && (
        <span className={styles.remark}>
          <span aria-hidden="true">{said.text}</span>{' '}
          {tabled && said.run !== null && (
            <Button look="link" onClick={() => show(said.run!)}>
              {t('runs.show')}
            </Button>
          )}
        </span>
      )}
    </>
  );
}
