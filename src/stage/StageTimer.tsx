import { useEffect, useReducer } from 'react';
import { useStore } from 'zustand';
import { type Countdown, clockText, leftOf } from '../core/countdown.ts';
import { useText } from '../i18n/index.ts';
import { Announcer } from '../ui/Announcer.tsx';
import { Button } from '../ui/Button.tsx';
import styles from './StageTimer.module.css';
import { stageStore } from './stageStore.ts';
import { obeyTimer, type TimerOrder } from './timer.ts';

/** How much of it is left, in milliseconds, followed second by second. */
function useLeft(countdown: Countdown): number {
  const [, tick] = useReducer((count: number) => count + 1, 0);
  const left = leftOf(countdown, Date.now());
  useEffect(() => {
    if (countdown.kind === 'held' || left === 0) return;
    // Woken as the number that is seen changes.
    const timer = setTimeout(tick, left % 1000 || 1000);
    return () => clearTimeout(timer);
  }, [countdown, left]);
  return left;
}

interface TimerProps {
  readonly countdown: Countdown;
  readonly onOrder: (order: TimerOrder) => void;
}

/** A countdown with what can be done with it: held, gone on with, sent away. */
export function Timer({ countdown, onOrder }: TimerProps) {
  const t = useText();
  const left = useLeft(countdown);
  const over = left === 0;
  return (
    <section aria-label={t('stage.timer.name')} className={styles.timer} data-over={over}>
      <span role="timer" className={styles.left}>
        {clockText(left)}
      </span>
      <Announcer text={over ? t('stage.timer.over') : ''} />
      {!over && (
        <Button look="link" onClick={() => onOrder('turn')}>
          {t(countdown.kind === 'held' ? 'stage.timer.goOn' : 'stage.timer.hold')}
        </Button>
      )}
      <Button look="link" onClick={() => onOrder('dismiss')}>
        {t('stage.timer.dismiss')}
      </Button>
    </section>
  );
}

/** The class's timer on the stage. */
export function StageTimer() {
  const timer = useStore(stageStore, (stage) => stage.timer);
  return timer && <Timer countdown={timer} onOrder={obeyTimer} />;
}
