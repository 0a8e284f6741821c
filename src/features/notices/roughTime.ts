import type { Translate } from '../../i18n/index.ts';

/** A rough time in words: nobody can tell it more exactly. */
export function roughTime(t: Translate, seconds: number): string {
  const minutes = seconds < 45 ? 0 : Math.max(1, Math.round(seconds / 60));
  if (minutes < 90) return t('notice.minutes', { minutes });
  return t('notice.hours', { hours: Math.round(minutes / 60) });
}
