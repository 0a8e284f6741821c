import type { Comparison } from '../../core/comparison.ts';
import type { DataSettings } from '../../core/experiment.ts';
import type { Scores as ScoreValues } from '../../core/predictions.ts';
import { type Explained, explained } from '../../i18n/explain.ts';
import { type Translate, useText } from '../../i18n/index.ts';
import { fixed, loss } from '../../i18n/numbers.ts';
import { Term, TermHeading } from '../../ui/Explain.tsx';
import { useShownExperiment } from '../lab.ts';
import { measured } from '../measured.ts';
import { useScores } from '../useScores.ts';
import { scoredOn, whyNoBound } from '../whatIsKnown.ts';
import styles from './Scores.module.css';

interface Row {
  readonly name: string;
  /** Empty for the row's that is above. */
  readonly unit: string;
  readonly about: Explained;
  readonly value: string;
}

/** The rows of the table; a dash stands where nothing is measured yet. */
function rowsOf(t: Translate, scores: ScoreValues | null, data: DataSettings): Row[] {
  const shown = (pick: (scores: ScoreValues) => string) =>
    scores ? pick(scores) : loss(undefined);
  const bounded = ({ excess }: Comparison) =>
    excess ? measured(t, excess) : t(`scores.noBound.${whyNoBound(data)}`);
  return [
    {
      name: t('scores.nll'),
      unit: t('scores.nats'),
      about: 'scoreNll',
      value: shown(({ nll }) => measured(t, nll.loss)),
    },
    {
      name: t('scores.excess'),
      unit: '',
      about: 'scoreExcess',
      value: shown(({ nll }) => bounded(nll)),
    },
    {
      name: t('scores.crps'),
      unit: t('scores.units'),
      about: 'scoreCrps',
      value: shown(({ crps }) => measured(t, crps)),
    },
    {
      name: t('scores.meanError'),
      unit: t('scores.squared'),
      about: 'scoreError',
      value: shown(({ squaredError }) => measured(t, squaredError.loss)),
    },
    {
      name: t('scores.excessError'),
      unit: '',
      about: 'scoreExcessError',
      value: shown(({ squaredError }) => bounded(squaredError)),
    },
  ];
}

/** How good the model is on fresh points: both models by the same scores, in the same units. */
export function Scores() {
  const t = useText();
  const found = useScores();
  const scores = found?.value ?? null;
  const { data, model } = useShownExperiment();
  return (
    <section aria-label={t('scores.heading')} className={styles.section}>
      <TermHeading
        className={styles.heading}
        explanation={explained(t, 'scores', t('scores.heading'))}
      >
        {t('scores.heading')}
      </TermHeading>
      <p className={styles.taken}>
        {found
          ? t(`scores.how.${scoredOn(data)}`, {
              points: fixed(found.value.nll.loss.count),
              epoch: fixed(found.epoch),
            })
          : t(`scores.measuring.${scoredOn(data)}`)}
      </p>
      <table className={styles.table}>
        <thead className="visually-hidden">
          <tr>
            <th scope="col">{t('scores.score')}</th>
            <th scope="col">{t('scores.value')}</th>
          </tr>
        </thead>
        <tbody>
          {rowsOf(t, scores, data).map(({ name, unit, about, value }) => (
            <tr key={name}>
              <th scope="row">
                <Term explanation={explained(t, about, name)}>{name}</Term>{' '}
                {unit !== '' && <span className={styles.unit}>{unit}</span>}
              </th>
              <td>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.how}>
        {[
          ...(model.kind === 'mdn' ? [] : [t('scores.asGaussian')]),
          ...(scores && !scores.nll.excess ? [t(`scores.noBoundWhy.${whyNoBound(data)}`)] : []),
        ].join(' ')}
      </p>
    </section>
  );
}
