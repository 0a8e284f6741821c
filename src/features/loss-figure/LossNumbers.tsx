import type { Comparison } from '../../core/comparison.ts';
import { explained } from '../../i18n/explain.ts';
import { type Translate, useText } from '../../i18n/index.ts';
import { errorDigits, fixed, loss } from '../../i18n/numbers.ts';
import { Term } from '../../ui/Explain.tsx';
import { useScores } from '../useScores.ts';
import styles from './LossFigure.module.css';

/** A number as it is shown: large, and what belongs under its name. */
interface Shown {
  readonly value: string;
  readonly note: string;
}

/** All three with the same decimals, so that they add up as they are read. */
function shown(t: Translate, comparison: Comparison | null): readonly Shown[] {
  const nothing = { value: loss(undefined), note: '' };
  if (!comparison) return [nothing, nothing, nothing];
  const { loss: own, truth, excess } = comparison;
  if (truth === null || excess === null) {
    const none = { value: t('loss.noBound'), note: t('loss.noBoundWhy') };
    return [{ value: loss(own.mean), note: '' }, none, none];
  }
  const digits = errorDigits(excess.standardError);
  const write = (value: number) => (Math.abs(own.mean) < 1e5 ? fixed(value, digits) : loss(value));
  return [
    { value: write(own.mean), note: '' },
    { value: write(truth), note: '' },
    { value: write(excess.mean), note: t('loss.error', { error: write(excess.standardError) }) },
  ];
}

const NAMES = ['fresh', 'best', 'excess'] as const;

/** What explains each number, for a mixture and for a feed-forward network. */
const ABOUT = {
  fresh: ['freshNll', 'freshMse'],
  best: ['bestNll', 'bestMse'],
  excess: ['excessNll', 'excessMse'],
} as const;

/** Numbers of more characters than this are written smaller. */
const MOST_LARGE = 5;

/**
 * The model's loss on fresh points, the best that can be reached on the same
 * points, and what lies between them, large; before them the epoch that all
 * three are of.
 */
export function LossNumbers({ mixture }: { readonly mixture: boolean }) {
  const t = useText();
  const found = useScores();
  const numbers = shown(t, found && (mixture ? found.scores.nll : found.scores.squaredError));
  const long = numbers.some(({ value }) => value.length > MOST_LARGE);
  return (
    <div className={styles.numbers} data-long={long}>
      <p className={styles.epoch}>
        <span>{t('loss.epoch')}</span>
        <span className={styles.epochValue}>{found ? fixed(found.epoch) : loss(undefined)}</span>
      </p>
      <dl>
        {NAMES.map((name, i) => {
          const { value, note } = numbers[i]!;
          const about = explained(t, ABOUT[name][mixture ? 0 : 1], t(`loss.${name}`));
          return (
            <div key={name} className={styles.number}>
              <dt>
                <Term explanation={about}>{t(`loss.${name}`)}</Term>
              </dt>
              <dd className={styles.value}>{value}</dd>
              {note !== '' && <dd className={styles.note}>{note}</dd>}
            </div>
          );
        })}
      </dl>
    </div>
  );
}
