import type { Comparison } from '../../core/comparison.ts';
import type { DataSettings } from '../../core/experiment.ts';
import type { ScoreSet } from '../../core/predictions.ts';
import { type Explained, explained } from '../../i18n/explain.ts';
import { type Translate, useText } from '../../i18n/index.ts';
import { fixed, loss } from '../../i18n/numbers.ts';
import { showsBest } from '../../store/run.ts';
import { Term, TermHeading } from '../../ui/Explain.tsx';
import { useRun, useShownExperiment } from '../lab.ts';
import { measured } from '../measured.ts';
import { useScores } from '../useScores.ts';
import { scoredOn, whyNoBound } from '../whatIsKnown.ts';
import styles from './Scores.module.css';

interface Row {
  readonly name: string;
  /** Empty for the row's that is above. */
  readonly unit: string;
  readonly about: Explained;
  /** Of the points inside of the trained range, and outside; of all in one. */
  readonly values: readonly string[];
}

/** The rows of the table, with a value of each set; a dash stands where nothing is measured yet. */
function rowsOf(t: Translate, sets: readonly (ScoreSet | null)[], data: DataSettings): Row[] {
  const shown = (pick: (scores: ScoreSet) => string) =>
    sets.map((scores) => (scores ? pick(scores) : loss(undefined)));
  const bounded = ({ excess }: Comparison) =>
    excess ? measured(t, excess) : t(`scores.noBound.${whyNoBound(data)}`);
  return [
    {
      name: t('scores.nll'),
      unit: t('scores.nats'),
      about: 'scoreNll',
      values: shown(({ nll }) => measured(t, nll.loss)),
    },
    {
      name: t('scores.excess'),
      unit: '',
      about: 'scoreExcess',
      values: shown(({ nll }) => bounded(nll)),
    },
    {
      name: t('scores.crps'),
      unit: t('scores.units'),
      about: 'scoreCrps',
      values: shown(({ crps }) => measured(t, crps)),
    },
    {
      name: t('scores.meanError'),
      unit: t('scores.squared'),
      about: 'scoreError',
      values: shown(({ squaredError }) => measured(t, squaredError.loss)),
    },
    {
      name: t('scores.excessError'),
      unit: '',
      about: 'scoreExcessError',
      values: shown(({ squaredError }) => bounded(squaredError)),
    },
  ];
}

/** How good the model is on fresh points: both models by the same scores, in the same units. */
export function Scores() {
  const t = useText();
  const found = useScores();
  const best = useRun((run) => (showsBest(run) ? run.shownEpoch : null));
  const scores = found?.value ?? null;
  const { data, model } = useShownExperiment();
  const sets = data.trainedOn ? [scores, scores?.outside ?? null] : [scores];
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
          ? t(`scores.${data.trainedOn ? 'howApart' : 'how'}.${scoredOn(data)}`, {
              count: found.value.nll.loss.count,
              points: fixed(found.value.nll.loss.count),
              outside: fixed(found.value.outside?.nll.loss.count ?? 0),
              epoch: fixed(found.epoch),
            })
          : t(`scores.measuring.${scoredOn(data)}`)}
      </p>
      <table className={styles.table} data-apart={data.trainedOn !== null}>
        <thead className={data.trainedOn ? undefined : 'visually-hidden'}>
          <tr>
            <th scope="col">
              <span className={data.trainedOn ? 'visually-hidden' : undefined}>
                {t('scores.score')}
              </span>
            </th>
            {(data.trainedOn ? (['inside', 'outside'] as const) : (['value'] as const)).map(
              (name) => (
                <th key={name} scope="col" className={styles.name}>
                  {t(`scores.${name}`)}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {rowsOf(t, sets, data).map(({ name, unit, about, values }) => (
            <tr key={name}>
              <th scope="row">
                <Term explanation={explained(t, about, name)}>{name}</Term>{' '}
                {unit !== '' && <span className={styles.unit}>{unit}</span>}
              </th>
              {values.map((value, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a value is its column
                <td key={i}>{value}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.how}>
        {[
          ...(best !== null && found?.epoch === best
            ? [t('run.ofBest', { epoch: fixed(best) })]
            : []),
          ...(model.kind === 'mdn' ? [] : [t('scores.asGaussian')]),
          ...(scores && !scores.nll.excess ? [t(`scores.noBoundWhy.${whyNoBound(data)}`)] : []),
        ].join(' ')}
      </p>
    </section>
  );
}
