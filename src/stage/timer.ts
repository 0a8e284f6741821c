import { type Countdown, countdownOf, turned } from '../core/countdown.ts';
import { keepInTab } from '../store/tabStorage.ts';
import { stageStore, TIMER } from './stageStore.ts';

/** What can be asked of the class's timer: so many minutes from now, to hold or go on, to go away. */
export type TimerOrder = number | 'turn' | 'dismiss';

/** Does what the stage or the presenter's window asks; the timer outlives a reload. */
export function obeyTimer(order: TimerOrder): void {
  const { timer } = stageStore.getState();
  const next = ordered(timer, order, Date.now());
  stageStore.setState({ timer: next });
  keepInTab(TIMER, next && JSON.stringify(next));
}

function ordered(timer: Countdown | null, order: TimerOrder, now: number): Countdown | null {
  if (typeof order === 'number') return countdownOf(order, now);
  return order === 'turn' && timer ? turned(timer, now) : null;
}
