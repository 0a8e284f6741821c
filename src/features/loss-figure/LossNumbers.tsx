import type { Estimate } from '../../core/estimate.ts';
import { stepsPerEpoch } from '../../core/experiment.ts';
import { explained } from '../../i18n/explain.ts';
import { type Translate, useText } from '../../i18n/index.ts';
import { errorDigits, fixed, loss } from '../../i18n/numbers.ts';
import { Term } from '../../ui/Explain.tsx';
import { useExperiment, useLab, useRun } from '../lab.ts';
import styles from './LossFigure.module.css';

/** A number as it is shown: large, and one line on how it came about. */
interface Shown {
  readonly value: string;
  readonly note: string;
}

interface Excess {
  readonly estimate: Estimate;
  /** Epoch at which it was taken, where that is not the present one. */
  readonly epoch: number | null;
}

/** How far above the best reachable loss; the first scores of a feed-forward network need an epoch. */
function excessShown(t: Translate, excess: Excess | null | undefined, untrained: boolean): Shown {
  if (excess === null) return { value: t('loss.noBound'), note: t('loss.noBoundWhy') };
  if (excess === undefined) {
    return { value: '\u2013', note: untrained ? t('loss.afterEpoch') : t('loss.measuring') };
  }
  const { estimate, epoch } = excess;
  const digits = errorDigits(estimate.standardError);
  const error = fixed(estimate.standardError, digits);
  return {
    value: fixed(estimate.mean, digits),
    note:
      epoch === null
        ? t('loss.error', { error })
        : t('loss.errorAt', { error, epoch: fixed(epoch) }),
  };
}

/** The excess in the newest scores: undefined before the first, null where there is no bound. */
function useExcess(mixture: boolean): Excess | null | undefined {
  const { feed } = useLab();
  const experiment = useExperiment();
  const step = useRun((run) => run.step);
  const { scores } = feed;
  // Once training has begun, the score of the untrained network is of no use.
  if (!scores || (scores.step === 0 && step > 0)) return undefined;
  const epoch = scores.step === step ? null : Math.floor(scores.step / stepsPerEpoch(experiment));
  if (mixture) return scores.excess && { estimate: scores.excess, epoch };
  const { squaredError, leastSquaredError } = scores;
  if (leastSquaredError === null) return null;
  const mean = squaredError.mean - leastSquaredError;
  return { estimate: { ...squaredError, mean }, epoch };
}

interface LossNumbersProps {
  readonly mixture: boolean;
  /** Null where there is no lowest loss, undefined until it is known. */
  readonly best: number | null | undefined;
}

/** Test loss, best reachable loss and what lies between them, large. */
export function LossNumbers({ mixture, best }: LossNumbersProps) {
  const t = useText();
  // The losses live outside React; a new frame is when they change.
  const untrained = useRun((run) => `${run.frame} ${run.step}`).endsWith(' 0');
  const { train, test } = useLab().feed.losses();
  const excess = useExcess(mixture);
  const numbers = [
    {
      name: t('loss.test'),
      about: mixture ? 'testNll' : 'testMse',
      value: loss(test.loss.at(-1)),
      note: train.loss.length > 0 ? t('loss.trainIs', { loss: loss(train.loss.at(-1)) }) : '',
    },
    {
      name: t('loss.best'),
      about: mixture ? 'bestNll' : 'bestMse',
      value: best === null ? t('loss.noBound') : loss(best),
      note: best === null ? t('loss.noBoundWhy') : '',
    },
    {
      name: t('loss.excess'),
      about: mixture ? 'excessNll' : 'excessMse',
      ...excessShown(t, best === null ? null : excess, untrained && !mixture),
    },
  ] as const;
  return (
    <dl className={styles.numbers}>
      {numbers.map(({ name, about, value, note }) => (
        <div key={name} className={styles.number}>
          <dt>
            <Term explanation={explained(t, about, name)}>{name}</Term>
          </dt>
          <dd className={styles.value}>{value}</dd>
          {note !== '' && <dd className={styles.note}>{note}</dd>}
        </div>
      ))}
    </dl>
  );
}
