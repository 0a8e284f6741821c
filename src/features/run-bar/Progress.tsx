import { useStore } from 'zustand';
import { stepsPerEpoch } from '../../core/experiment.ts';
import { useText } from '../../i18n/index.ts';
import { fixed } from '../../i18n/numbers.ts';
import { Button } from '../../ui/Button.tsx';
import { useLab, useRun, useShownExperiment } from '../lab.ts';
import { duration } from '../timing.ts';
import styles from './RunBar.module.css';

/** Where the run stands: epochs in words and as a bar, its pace and the time left. */
export function Progress() {
  const t = useText();
  const lab = useLab();
  const live = useStore(lab.view, (view) => view.live);
  const run = useRun((status) => status);
  const experiment = useShownExperiment();
  const epochs = run.epochs || experiment.training.epochs;
  const share = Math.min(1, epochs > 0 ? run.epoch / epochs : 0);
  const pace = run.stepsPerSecond / stepsPerEpoch(experiment);

  const words = () => {
    if (run.state === 'diverged') return t('run.diverged');
    if (run.state === 'finished') {
      const { answerSeconds: seconds } = run;
      if (live && seconds !== null)
        return t('run.finishedIn', { time: duration(t, Math.max(0.1, seconds)) });
      return (
        <>
          <span className={styles.rate}>
            {`${t(run.epoch < epochs ? 'run.plateau' : 'run.finished')} · `}
          </span>
          <Button look="link" onClick={() => lab.controller.trainLonger()}>
            {t('run.trainLonger')}
          </Button>
        </>
      );
    }
    if (run.state === 'running') {
      if (pace <= 0) return t(run.step > 0 ? 'run.training' : 'run.preparing');
      const rate = t('run.rate', { rate: fixed(pace, pace < 10 ? 1 : 0) });
      return (
        <>
          <span className={styles.rate}>{`${rate} · `}</span>
          <span>{t('run.left', { time: duration(t, (epochs - run.epoch) / pace) })}</span>
        </>
      );
    }
    if (!run.ready && run.workerNotice !== 'failed') return t('run.preparing');
    if (run.step === 0) return t('run.notBegun');
    const within = run.step - run.epoch * stepsPerEpoch(experiment);
    return within > 0 ? t('run.pausedWithin', { count: within }) : t('run.paused');
  };

  return (
    <>
      <div className={styles.words}>
        <div role="status" aria-live="off" className={styles.epoch}>
          {t('run.epoch', { epoch: String(run.epoch), epochs: String(epochs) })}
        </div>
        <div className={styles.pace}>{words()}</div>
      </div>
      <div
        role="progressbar"
        aria-label={t('run.progress')}
        aria-valuemin={0}
        aria-valuemax={epochs}
        aria-valuenow={Math.min(run.epoch, epochs)}
        className={styles.progress}
      >
        <div className={styles.done} style={{ '--done': share } as object} />
      </div>
    </>
  );
}
