import type { Comparison } from '../../core/comparison.ts';
import { stepsPerEpoch } from '../../core/experiment.ts';
import { explained } from '../../i18n/explain.ts';
import { type Translate, useText } from '../../i18n/index.ts';
import { errorDigits, fixed, loss } from '../../i18n/numbers.ts';
import { Term } from '../../ui/Explain.tsx';
import { useLab, useRun, useShownExperiment } from '../lab.ts';
import styles from './LossFigure.module.css';

interface Found {
  readonly comparison: Comparison;
  /** The epoch at which it was made, where that is not the present one. */
  readonly epoch: number | null;
}

/** The newest comparison on fresh points; null while there is none of this run. */
function useComparison(mixture: boolean): Found | null {
  const { feed } = useLab();
  const experiment = useShownExperiment();
  const step = useRun((run) => run.step);
  // They live outside React; a frame is when they change.
  useRun((run) => run.frame);
  const { scores } = feed;
  // Once training has begun, the score of the untrained network is of no use.
  if (!scores || (scores.step === 0 && step > 0)) return null;
  const epoch = scores.step === step ? null : Math.floor(scores.step / stepsPerEpoch(experiment));
  return { comparison: mixture ? scores.nll : scores.squaredError, epoch };
}

/** A number as it is shown: large, and what belongs beside it. */
interface Shown {
  readonly value: string;
  readonly note: string;
}

/** All three with the same decimals, so that they add up as they are read. */
function shown(t: Translate, found: Found | null): readonly Shown[] {
  const nothing = { value: loss(undefined), note: '' };
  if (!found) return [{ ...nothing, note: t('loss.measuring') }, nothing, nothing];
  const { loss: own, truth, excess } = found.comparison;
  const at = found.epoch === null ? '' : t('loss.atEpoch', { epoch: fixed(found.epoch) });
  if (truth === null || excess === null) {
    const none = { value: t('loss.noBound'), note: t('loss.noBoundWhy') };
    return [{ value: loss(own.mean), note: at }, none, none];
  }
  const digits = errorDigits(excess.standardError);
  const write = (value: number) => (Math.abs(own.mean) < 1e5 ? fixed(value, digits) : loss(value));
  return [
    { value: write(own.mean), note: at },
    { value: write(truth), note: t('loss.samePoints') },
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

/**
 * The model's loss on fresh points, the best that can be reached on the same
 * points, and what lies between them, large.
 */
export function LossNumbers({ mixture }: { readonly mixture: boolean }) {
  const t = useText();
  const numbers = shown(t, useComparison(mixture));
  return (
    <dl className={styles.numbers}>
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
  );
}
