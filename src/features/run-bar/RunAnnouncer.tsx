import { useEffect, useState } from 'react';
import { useText } from '../../i18n/index.ts';
import { fixed } from '../../i18n/numbers.ts';
import { Announcer } from '../../ui/Announcer.tsx';
import { useLab } from '../lab.ts';

/** Says when training starts, pauses, ends or recovers; never the epoch as it runs. */
export function RunAnnouncer() {
  const t = useText();
  const lab = useLab();
  const [text, setText] = useState('');
  useEffect(
    () =>
      lab.run.subscribe((run, before) => {
        if (run.events.length > before.events.length && run.events.at(-1)?.kind === 'recovered') {
          setText(t('said.recovered'));
        } else if (run.state !== before.state) {
          if (run.state === 'running') setText(t('said.started'));
          if (run.state === 'paused' && run.step > 0) {
            setText(t('said.paused', { epoch: fixed(run.epoch) }));
          }
          if (run.state === 'finished') {
            const how = run.epoch < run.epochs ? 'said.plateau' : 'said.finished';
            setText(t(how, { epoch: fixed(run.epoch) }));
          }
          if (run.state === 'diverged') setText(t('said.diverged'));
        }
      }),
    [lab, t],
  );
  return <Announcer text={text} />;
}
