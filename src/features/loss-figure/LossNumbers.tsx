import type { Comparison } from '../../core/comparison.ts';
import type { DataSettings } from '../../core/experiment.ts';
import { explained } from '../../i18n/explain.ts';
import { type Translate, useText } from '../../i18n/index.ts';
import { errorDigits, fixed, loss } from '../../i18n/numbers.ts';
import { cx } from '../../ui/cx.ts';
import { Term } from '../../ui/Explain.tsx';
import { useShownExperiment } from '../lab.ts';
import { useScores } from '../useScores.ts';
import { scoredOn, whyNoBound } from '../whatIsKnown.ts';
import styles from './LossFigure.module.css';

/** A number as it is shown: large, and what belongs under its name. */
interface Shown {
  readonly value: string;
  readonly note: string;
  /** True where a word stands for a number that there is not. */
  readonly word?: boolean;
}

/** All three with the same decimals, so that they add up as they are read. */
function shown(t: Translate, comparison: Comparison | null, data: DataSettings): readonly Shown[] {
  const nothing = { value: loss(undefined), note: '' };
  if (!comparison) return [nothing, nothing, nothing];
  const { loss: own, truth, excess } = comparison;
  if (truth === null || excess === null) {
    const why = whyNoBound(data);
    const none = { value: t(`loss.noBound.${why}`), note: t(`loss.noBoundWhy.${why}`), word: true };
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

/** What explains each number, for a mixture and for a feed-forward network. */
const ABOUT = {
  loss: ['freshNll', 'freshMse'],
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
  const { data } = useShownExperiment();
  const comparison = found && (mixture ? found.value.nll : found.value.squaredError);
  const numbers = shown(t, comparison, data);
  const names = {
    loss: t(`loss.scored.${scoredOn(data)}`),
    best: t('loss.best'),
    excess: t('loss.excess'),
  };
  const long = numbers.some(({ value, word }) => !word && value.length > MOST_LARGE);
  return (
    <div className={styles.numbers} data-long={long}>
      <p className={styles.epoch}>
        <span>{t('loss.epoch')}</span>
        <span className={styles.epochValue}>{found ? fixed(found.epoch) : loss(undefined)}</span>
      </p>
      <dl>
        {(['loss', 'best', 'excess'] as const).map((name, i) => {
          const { value, note, word } = numbers[i]!;
          const about = explained(t, ABOUT[name][mixture ? 0 : 1], names[name]);
          return (
            <div key={name} className={styles.number}>
              <dt>
                <Term explanation={about}>{names[name]}</Term>
              </dt>
              <dd className={cx(styles.value, word && styles.word)}>{value}</dd>
              {note !== '' && <dd className={styles.note}>{note}</dd>}
            </div>
          );
        })}
      </dl>
    </div>
  );
}
