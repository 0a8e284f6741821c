import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { roughSeconds } from '../../core/cost.ts';
import { LIMITS } from '../../core/experiment.ts';
import { latestRate } from '../../core/schedule.ts';
import { useText } from '../../i18n/index.ts';
import { significant } from '../../i18n/numbers.ts';
import { problemSentence } from '../../i18n/problemSentence.ts';
import { workerAbsenceStore } from '../../store/workerAbsence.ts';
import { Notice } from '../../ui/Notice.tsx';
import { causeSentence, distanceSentence } from '../findingSentence.ts';
import { useExperiment, useLab, useRun } from '../lab.ts';
import { useDiagnosis } from '../useDiagnosis.ts';
import { eventSentence } from './eventSentence.ts';
import { Lines, useLines } from './lines.tsx';
import { roughTime } from './roughTime.ts';

/** Problems of a link that are told one by one. */
const MOST_SHOWN = 6;

interface NoticesProps {
  /** What can be done about a run that went wrong. */
  readonly cures: ReactNode;
}

/** What went wrong with a lab outside the user's hands, one line each, until dismissed. */
export function Notices({ cures }: NoticesProps) {
  const t = useText();
  const { controller, editor, view } = useLab();
  const refused = useStore(editor.store, (state) => state.refused);
  const workerNotice = useRun((run) => run.workerNotice);
  const restarts = useRun((run) => run.restarts);
  const rateRefusals = useRun((run) => run.rateRefusals);
  const absence = useStore(workerAbsenceStore, ({ cause }) => cause);
  const experiment = useExperiment();
  const engine = useRun((run) => run.engine);
  const lastEvent = useRun((run) => run.events.at(-1) ?? null);
  const diagnosis = useDiagnosis();
  const runNumber = useRun(({ run }) => run);
  // With Live on, a line would come and go under the hand; a hall is told by the instructor.
  const quiet = useStore(view, ({ live, presenting }) => live || presenting);
  const wentWrong = [
    lastEvent && eventSentence(t, lastEvent),
    diagnosis && distanceSentence(t, diagnosis, experiment.model.kind),
    diagnosis && causeSentence(t, diagnosis.findings[0]!),
  ].filter((sentence) => sentence !== null);

  const { lines, dismiss } = useLines([
    workerNotice && {
      key: workerNotice,
      what: `${workerNotice} ${restarts}`,
      problem: true,
      text: workerNotice === 'failed' ? t(`notice.failed.${absence}`) : t('notice.restarted'),
      action: workerNotice === 'failed' ? () => controller.retry() : undefined,
      actionLabel: t('notice.retry'),
    },
    engine !== null &&
      engine.fallback !== null && {
        key: 'fallback',
        what: 'fallback',
        problem: false,
        text: t('notice.fallback', {
          engine: t(`controls.engines.${engine.engine}`),
          why: t(`notice.fallbackWhy.${engine.fallback.cause}`),
          time: roughTime(t, roughSeconds(experiment, engine.engine)),
        }),
      },
    rateRefusals > 0 && {
      key: 'rates',
      what: `rates ${rateRefusals}`,
      problem: true,
      text: t('notice.ratesFull', {
        most: String(LIMITS.rateChanges.max),
        rate: significant(latestRate(experiment.training), 4),
      }),
    },
    !quiet &&
      wentWrong.length > 0 && {
        key: 'run',
        what: diagnosis ? `${runNumber} ${diagnosis.findings[0]!.kind}` : lastEvent,
        problem: lastEvent?.kind === 'diverged',
        text: wentWrong.join(' '),
        more: cures,
      },
  ]);

  if (refused.length === 0 && lines.length === 0) return null;
  return (
    <section aria-label={t('notice.region')}>
      {refused.length > 0 && (
        <Notice kind="problem" dismissLabel={t('app.dismiss')} onDismiss={() => editor.refuse([])}>
          <p>{t('notice.linkRefused')}</p>
          <ul>
            {refused.slice(0, MOST_SHOWN).map((problem) => (
              <li key={`${problem.field} ${problem.reason}`}>{problemSentence(t, problem)}</li>
            ))}
            {refused.length > MOST_SHOWN && (
              <li>{t('notice.more', { count: String(refused.length - MOST_SHOWN) })}</li>
            )}
          </ul>
        </Notice>
      )}
      <Lines lines={lines} onDismiss={dismiss} />
    </section>
  );
}
