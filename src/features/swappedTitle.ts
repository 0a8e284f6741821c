import type { Translate } from '../i18n/index.ts';

/** Stands in for a title; no title holds it. */
const TITLE = '\u0000';

/** What a set is called turned over; turned over twice, it is called what it was. */
export function swappedTitle(t: Translate, title: string): string {
  const [before, after] = t('controls.swapped', { title: TITLE }).split(TITLE) as [string, string];
  const own = title.slice(before.length, title.length - after.length);
  return own !== '' && title === `${before}${own}${after}` ? own : `${before}${title}${after}`;
}
