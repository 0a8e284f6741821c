import { useStore } from 'zustand';
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
  const by = other.nll.loss.mean - one.nll.loss.mean;
  if (!Number.isFinite(by)) return null;
  const told = fixed(Math.abs(by), 2);
  const words =
    Number(told) === 0
      ? t('compare.equal')
      : t(`compare.better.${scoredOn(a.data)}`, { name: names[by > 0 ? 0 : 1], by: told });
  return <p className={styles.verdict}>{words}</p>;
}
