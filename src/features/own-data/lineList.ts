import type { Translate } from '../../i18n/index.ts';
import { fixed } from '../../i18n/numbers.ts';

/** Stretches of lines that are told. */
const MOST = 20;

/** Numbers of lines as in “3, 5–7, 12”, the rest of a long list as how many they are. */
export function lineList(t: Translate, lines: readonly number[]): string {
  const stretches: { from: number; to: number }[] = [];
  for (const line of lines) {
    const last = stretches.at(-1);
    if (last && line === last.to + 1) last.to = line;
    else stretches.push({ from: line, to: line });
  }
  const told = stretches.slice(0, MOST);
  const left = stretches.slice(MOST).reduce((sum, { from, to }) => sum + to - from + 1, 0);
  const texts = told.map(({ from, to }) => (from === to ? `${from}` : `${from}–${to}`));
  return [...texts, ...(left > 0 ? [t('ownData.more', { count: fixed(left) })] : [])].join(', ');
}
