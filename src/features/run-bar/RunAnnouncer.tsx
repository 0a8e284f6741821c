import { useEffect, useState } from 'react';
import { useText } from '../../i18n/index.ts';
import { fixed } from '../../i18n/numbers.ts';
import { Announcer } from '../../ui/Announcer.tsx';
import { useLab } from '../lab.ts';

/** Where a run has paused is known once its worker has answered, in milliseconds. */
const ANSWER_MS = 300;

/** Says when training starts, pauses, ends or recovers; never the epoch as it runs. */
export function RunAnnouncer() {
  const t = useText();
  const lab = useLab();
  const [text, setText] = useState('');
  useEffect(() => {
    let paused: ReturnType<typeof setTimeout> | undefined;
    const sayPaused = () => {
      const { state, step, epoch } = lab.run.getState();
      if (state === 'paused' && step > 0) setText(t('said.paused', { epoch: fixed(epoch) }));
    };
    const unsubscribe = lab.run.subscribe((run, before) => {
      if (run.events.length > before.events.length && run.events.at(-1)?.kind === 'recovered') {
        setText(t('said.recovered'));
      } else if (run.state !== before.state) {
        if (run.state === 'running') setText(t('said.started'));
        clearTimeout(paused);
        if (run.state === 'paused') paused = setTimeout(sayPaused, ANSWER_MS);
        if (run.state === 'finished') {
          const how = run.epoch < run.epochs ? 'said.plateau' : 'said.finished';
          setText(t(how, { epoch: fixed(run.epoch) }));
        }
        if (run.state === 'diverged') setText(t('said.diverged'));
      }
    });
    return () => {
      clearTimeout(paused);
      unsubscribe();
    };
  }, [lab, t]);
  return <Announcer text={text} />;
}
