import { useId } from 'react';
import { useText } from '../../i18n/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { causeSentence } from '../findingSentence.ts';
import { useRun } from '../lab.ts';
import { useDiagnosis } from '../useDiagnosis.ts';
import styles from './Diagnosis.module.css';
import { eventLine } from './eventLine.ts';
import { useCures } from './useCures.ts';

/** What happened to the run, newest last, what was found, and what can be done about it; nothing where all went well. */
export function RunLog() {
  const t = useText();
  const events = useRun((run) => run.events);
  const findings = useDiagnosis()?.findings ?? [];
  if (events.length === 0 && findings.length === 0) return null;
  const label =
    events.length > 0 ? t('divergence.log', { count: events.length }) : t('diagnosis.heading');
  return (
    <Disclosure label={label}>
      {events.length > 0 && (
        <ol className={styles.log} aria-label={t('divergence.events')}>
          {events.map((event) => (
            <li key={event.number}>{eventLine(t, event)}</li>
          ))}
        </ol>
      )}
      {findings.length > 0 && (
        <ul className={styles.log} aria-label={t('diagnosis.findings')}>
          {findings.map((finding) => (
            <li key={finding.kind}>{causeSentence(t, finding)}</li>
          ))}
        </ul>
      )}
      <ExplainedCures />
    </Disclosure>
  );
}

/** The cures, each with what it does. */
function ExplainedCures() {
  const t = useText();
  const id = useId();
  const offered = useCures();
  if (offered.length === 0) return null;
  return (
    <ul className={styles.cures} aria-label={t('diagnosis.cures.name')}>
      {offered.map(({ name, why, apply }, i) => (
        <li key={name}>
          <Button look="outlined" aria-describedby={`${id}${i}`} onClick={apply}>
            {name}
          </Button>
          <p id={`${id}${i}`}>{why}</p>
        </li>
      ))}
    </ul>
  );
}
