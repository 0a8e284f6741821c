import { useStore } from 'zustand';
import { difference, isCertain } from '../core/comparison.ts';
import { same } from '../core/same.ts';
import { scoredOn } from '../features/whatIsKnown.ts';
import { type Translate, useText } from '../i18n/index.ts';
import { fixed } from '../i18n/numbers.ts';
import { askSweep } from '../store/page.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import styles from './Compare.module.css';
import { hasEnded, type Pair } from './PlayBoth.tsx';
import { sweepOfBoth } from './repeated.ts';
import type { Present } from './subjects.ts';

interface VerdictProps {
  readonly labs: Pair;
  readonly names: readonly [string, string];
  readonly present: Present;
}

/** Which of the two is better, where both were scored on the same points; and how little one run of each can tell. */
export function Verdict({ labs, names, present }: VerdictProps) {
  const t = useText();
  const [left, right] = labs;
  useStore(left.run, () => left.feed.scores);
  useStore(right.run, () => right.feed.scores);
  const ended = [useStore(left.run, hasEnded), useStore(right.run, hasEnded)].every(Boolean);
  const [a, b] = labs.map(({ editor }) => editor.experiment);
  // Before the first step a score says nothing.
  if (!labs.every(({ feed }) => feed.scores?.step)) return null;
  const samePoints = same([a!.data, a!.seed], [b!.data, b!.seed]);
  const words = samePoints ? comparison(t, labs, names) : t('compare.otherPoints');
  if (words === null) return null;
  const { experiment } = present;
  const both = sweepOfBoth(experiment, a!, b!);
  const isHere = [a, b].some((one) => same({ ...one, seed: 0 }, { ...experiment, seed: 0 }));
  return (
    <div className={styles.verdict}>
      <p className={cx(styles.words, !(ended && samePoints) && styles.provisional)}>
        {ended || !samePoints ? words : t('compare.soFar', { text: words })}
      </p>
      <p className={styles.remark}>
        {samePoints && <span>{t('compare.oneSeed', { seed: String(a!.seed) })}</span>}{' '}
        {(both || isHere) && (
          <Button look="link" onClick={() => askSweep(both ?? { settings: [], values: {} })}>
            {t(both ? 'compare.repeatBoth' : 'compare.repeat')}
          </Button>
        )}
      </p>
    </div>
  );
}

/** What is to be said of two runs with scores of the same points; null where these cannot be compared. */
function comparison(t: Translate, [left, right]: Pair, names: readonly [string, string]) {
  const [one, other] = [left.feed.scores!, right.feed.scores!];
  if (one.nll.loss.count !== other.nll.loss.count) return null;
  const found = difference(other.nll, one.nll);
  if (!Number.isFinite(found.by)) return null;
  const told = {
    name: names[found.by > 0 ? 0 : 1],
    by: fixed(Math.abs(found.by), 3),
    error: fixed(found.error, 3),
  };
  const set = scoredOn(left.editor.experiment.data);
  return isCertain(found) ? t(`compare.better.${set}`, told) : t('compare.equal', told);
}
