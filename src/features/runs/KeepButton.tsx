import { useState } from 'react';
import { useText } from '../../i18n/index.ts';
import { keepsakeOf } from '../../store/keepsakeOf.ts';
import { keptRuns } from '../../store/keptRuns.ts';
import { Announcer } from '../../ui/Announcer.tsx';
import { Button } from '../../ui/Button.tsx';
import { keepIcon } from '../../ui/icons.tsx';
import { useLab, useShowsUntrained } from '../lab.ts';
import { runName } from '../runName.ts';
import styles from './Runs.module.css';

/** Sets the run aside as it is shown; says what has come of it. */
export function KeepButton() {
  const t = useText();
  const lab = useLab();
  const untrained = useShowsUntrained();
  const [said, setSaid] = useState({ text: '', shown: false });
  const keep = async () => {
    const keepsake = await keepsakeOf(lab);
    if (!keepsake) return;
    const { items: runs } = keptRuns;
    const name = runName(t, keepsake.place.experiment, keepsake.epoch, runs);
    const kept = keptRuns.keep(keepsake, name);
    if (kept === 'full') return setSaid({ text: t('runs.full'), shown: true });
    const { how, run } = kept;
    // A new row is seen by itself.
    setSaid(
      how === 'new'
        ? { text: t('runs.kept', { name: run.name }), shown: false }
        : { text: t('runs.already', { name: run.name }), shown: true },
    );
  };
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
      {said.shown && (
        <span aria-hidden="true" className={styles.remark}>
          {said.text}
        </span>
      )}
    </>
  );
}
