import { useStore } from 'zustand';
import { difference, isCertain } from '../core/comparison.ts';
import { same } from '../core/same.ts';
import { scoredOn } from '../features/whatIsKnown.ts';
import { useText } from '../i18n/index.ts';
import { fixed } from '../i18n/numbers.ts';
import styles from './Compare.module.css';
import type { Pair } from './PlayBoth.tsx';

interface VerdictProps {
  readonly labs: Pair;
  readonly names: readonly [string, string];
}

/** Which of the two is better, where both were scored on the same points. */
export function Verdict({ labs: [left, right], names }: VerdictProps) {
  const t = useText();
  const one = useStore(left.run, () => left.feed.scores);
  const other = useStore(right.run, () => right.feed.scores);
  const [a, b] = [left.editor.experiment, right.editor.experiment];
  // Before the first step a score says nothing.
  if (!one?.step || !other?.step) return null;
  if (!same([a.data, a.seed], [b.data, b.seed])) return null;
  if (one.nll.loss.count !== other.nll.loss.count) return null;
  const found = difference(other.nll, one.nll);
  if (!Number.isFinite(found.by)) return null;
  const told = {
    name: names[found.by > 0 ? 0 : 1],
    by: fixed(Math.abs(found.by), 3),
    error: fixed(found.error, 3),
  };
  const words = isCertain(found)
    ? t(`compare.better.${scoredOn(a.data)}`, told)
    : t('compare.equal', told);
  return <p className={styles.verdict}>{words}</p>;
}
