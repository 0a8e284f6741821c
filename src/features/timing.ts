import type { Translate } from '../i18n/index.ts';
import { fixed } from '../i18n/numbers.ts';

/** A duration in the two largest units that say something: 9 s, 3 min 20 s, 2 h 5 min. */
export function duration(t: Translate, seconds: number): string {
  const whole = Math.ceil(seconds);
  if (whole < 60)
    return t('run.seconds', { count: seconds < 10 ? fixed(seconds, 1) : fixed(whole) });
  const minutes = Math.floor(whole / 60);
  if (minutes < 60)
    return t('run.minutes', { minutes: fixed(minutes), seconds: fixed(whole % 60) });
  return t('run.hours', { hours: fixed(Math.floor(minutes / 60)), minutes: fixed(minutes % 60) });
}
