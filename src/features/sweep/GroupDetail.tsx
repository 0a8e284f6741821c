import { useMemo, useState } from 'react';
import type { ThemeName } from '../../charts/theme.ts';
import type { Experiment } from '../../core/experiment.ts';
import type { RunResult } from '../../core/runResult.ts';
import type { Group, Measure } from '../../core/sweepSummary.ts';
import { useText } from '../../i18n/index.ts';
import { fixed, loss } from '../../i18n/numbers.ts';
import { keptRuns } from '../../store/keptRuns.ts';
import { type SweptRun, sweptKeepsake, sweptNetwork } from '../../store/sweep.ts';
import { Announcer } from '../../ui/Announcer.tsx';
import { Button } from '../../ui/Button.tsx';
import { cx } from '../../ui/cx.ts';
import { EnsembleView } from '../EnsembleView.tsx';
import { measured } from '../measured.ts';
import { runName } from '../runName.ts';
import { duration } from '../timing.ts';
import styles from './GroupDetail.module.css';

interface GroupDetailProps {
  readonly group: Group;
  readonly measure: Measure;
  readonly measureName: string;
  readonly heading: string;
  readonly runs: ReadonlyMap<Experiment, SweptRun>;
  readonly theme: ThemeName;
  readonly selected: Experiment | null;
  readonly onSelect: (experiment: Experiment) => void;
  readonly onOpen: (experiment: Experiment) => void;
}

/** The runs with one value: each can be opened, all of them taken together. */
export function GroupDetail(props: GroupDetailProps) {
  const { group, measure, measureName, heading, runs, theme, selected, onSelect, onOpen } = props;
  const t = useText();
  const [together, setTogether] = useState(false);
  const [said, setSaid] = useState('');
  const { results } = group;
  // The same list until another of these runs ends, whatever else does.
  const ended = results.map(({ experiment }) => experiment.seed).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: all else is new with every run that ends
  const members = useMemo(
    () =>
      results.flatMap(({ experiment }) => {
        const fitted = sweptNetwork(runs.get(experiment)!);
        return fitted ? [{ experiment, fitted }] : [];
      }),
    [ended],
  );
  const written = (result: RunResult) => {
    if (result.diverged) return t('sweep.chart.diverged');
    if (measure === 'testLoss' || result.excess === null) return loss(result.testLoss ?? undefined);
    const { excess: mean, excessError: standardError, freshPoints: count } = result;
    return measured(t, { mean, standardError: standardError ?? Number.NaN, count });
  };
  const keep = (experiment: Experiment) => {
    const found = sweptKeepsake(runs.get(experiment)!);
    if (!found) return setSaid(t('sweep.detail.notThere'));
    const name = runName(t, experiment, found.epoch, keptRuns.items);
    const kept = keptRuns.keep(found, name);
    if (kept === 'full') return setSaid(t('runs.full'));
    setSaid(t(kept.how === 'new' ? 'runs.kept' : 'runs.already', { name: kept.run.name }));
  };
  return (
    <section aria-label={heading} className={styles.section}>
      <h2 className={styles.heading}>{heading}</h2>
      <p className={styles.hint}>{t('sweep.detail.opened')}</p>
      <div className={styles.scrolling}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('sweep.detail.seed')}</th>
              <th scope="col" className={styles.measure}>
                {measureName}
              </th>
              {measure !== 'testLoss' && (
                <th scope="col" className={styles.more}>
                  {t('sweep.detail.test')}
                </th>
              )}
              <th scope="col" className={styles.more}>
                {t('sweep.detail.seconds')}
              </th>
              <td />
            </tr>
          </thead>
          <tbody>
            {results.map((result) => {
              const { experiment, seconds, recoveries } = result;
              const seed = t('sweep.seed', { seed: String(experiment.seed) });
              return (
                <tr
                  key={experiment.seed}
                  className={cx(experiment === selected && styles.chosen)}
                  onPointerDown={() => onSelect(experiment)}
                >
                  <th scope="row">{experiment.seed}</th>
                  <td>{written(result)}</td>
                  {measure !== 'testLoss' && (
                    <td className={styles.more}>{loss(result.testLoss ?? undefined)}</td>
                  )}
                  <td className={styles.more}>{duration(t, Math.max(0.1, seconds))}</td>
                  <td className={styles.actions}>
                    {recoveries > 0 && (
                      <span className={styles.hint}>
                        {t('sweep.detail.recovered', { count: recoveries })}
                      </span>
                    )}
                    <Button
                      look="link"
                      aria-label={t('sweep.detail.openName', { seed })}
                      onClick={() => onOpen(experiment)}
                    >
                      {t('sweep.detail.open')}
                    </Button>
                    <Button
                      look="link"
                      aria-label={t('sweep.detail.keepName', { seed })}
                      onClick={() => keep(experiment)}
                    >
                      {t('sweep.detail.keep')}
                    </Button>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <p className={styles.hint}>{said}</p>
      <Announcer text={said} />
      {members.length > 1 && (
        <Button look="outlined" aria-expanded={together} onClick={() => setTogether(!together)}>
          {t('ensemble.show', { count: fixed(members.length) })}
        </Button>
      )}
      {together && <EnsembleView members={members} theme={theme} />}
    </section>
  );
}
