import { useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { chartTheme, type ThemeName, themeProperties } from '../../charts/theme.ts';
import type { Experiment } from '../../core/experiment.ts';
import { recipeOf } from '../../core/recipes.ts';
import { type Sweep, seedsOf, withSeeds } from '../../core/sweep.ts';
import { groupsOf, measureOf, medianRun, verdictOf } from '../../core/sweepSummary.ts';
import { useText } from '../../i18n/index.ts';
import { fixed } from '../../i18n/numbers.ts';
import { tableLabels } from '../../i18n/tableLabels.ts';
import { type SweepRunner, sweptPlace } from '../../store/sweep.ts';
import { Button } from '../../ui/Button.tsx';
import { TableButton } from '../../ui/TableButton.tsx';
import { useLab } from '../lab.ts';
import { duration } from '../timing.ts';
import { moreSeeds, settingName, valuesText } from './draft.ts';
import { GroupDetail } from './GroupDetail.tsx';
import { HeatMap } from './HeatMap.tsx';
import { Multiples } from './Multiples.tsx';
import { SpreadChart } from './SpreadChart.tsx';
import styles from './SweepResults.module.css';
import { sweepTable } from './sweepTable.ts';
import { verdictText } from './verdictText.ts';

interface SweepResultsProps {
  readonly runner: SweepRunner;
  readonly theme: ThemeName;
  /** A run has been opened on the page. */
  readonly onOpened: () => void;
  /** The same sweep is to go on over more seeds. */
  readonly onMore: (sweep: Sweep) => void;
}

/** What has come of the runs so far. */
export function SweepResults({ runner, theme, ...acts }: SweepResultsProps) {
  const t = useText();
  const sweep = useStore(runner.store, (status) => status.sweep);
  if (!sweep) return <p className={styles.empty}>{t('sweep.purpose')}</p>;
  return (
    <div className={styles.results} style={themeProperties(chartTheme(theme)) as object}>
      <Progress runner={runner} />
      <Compared runner={runner} sweep={sweep} theme={theme} {...acts} />
    </div>
  );
}

/** How far the sweep is, in words and as a bar. */
function Progress({ runner }: { readonly runner: SweepRunner }) {
  const t = useText();
  const status = useStore(runner.store);
  const { state, runs, failed, share, secondsLeft } = status;
  const all = status.sweep?.experiments.length ?? 0;
  const done = fixed(runs.size + failed.length);
  const words = () => {
    if (state === 'cancelled') return t('sweep.cancelled', { done, all: fixed(all) });
    if (state === 'done') return t('sweep.finished', { all });
    const running = t('sweep.running', { done, all: fixed(all) });
    if (secondsLeft === null) return running;
    return `${running} · ${t('sweep.left', { time: duration(t, secondsLeft) })}`;
  };
  return (
    <div className={styles.progress}>
      <div className={styles.head}>
        <span className={styles.words}>{words()}</span>
        {state === 'running' && (
          <Button look="outlined" onClick={() => runner.cancel()}>
            {t('sweep.cancel')}
          </Button>
        )}
      </div>
      {state === 'running' && (
        <div
          role="progressbar"
          aria-label={t('sweep.progress')}
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={Math.round(100 * share)}
          className={styles.track}
        >
          <div className={styles.done} style={{ '--done': share } as object} />
        </div>
      )}
      {failed.length > 0 && (
        <p role="alert" className={styles.failed}>
          {t('sweep.failed', { count: failed.length })}
        </p>
      )}
    </div>
  );
}

interface ComparedProps extends SweepResultsProps {
  readonly sweep: Sweep;
}

/** The runs over what is swept, in a sentence, a chart and a table, and those of the value that is chosen. */
function Compared({ runner, sweep, theme, onOpened, onMore }: ComparedProps) {
  const t = useText();
  const lab = useLab();
  const runs = useStore(runner.store, (status) => status.runs);
  const running = useStore(runner.store, (status) => status.state === 'running');
  const [pointedAt, setChosen] = useState<Experiment | null>(null);
  // Another sweep has other runs to choose from.
  const chosen = pointedAt && runs.has(pointedAt) ? pointedAt : null;
  const { axes, experiments } = sweep;
  const { measure, groups, verdict } = useMemo(() => {
    const results = new Map([...runs].map(([experiment, { result }]) => [experiment, result]));
    const measure = measureOf([...results.values()]);
    const groups = groupsOf(axes, experiments, results, measure);
    return { measure, groups, verdict: verdictOf(groups, measure) };
  }, [runs, axes, experiments]);
  const recipe = useMemo(() => {
    const recipes = new Set(experiments.map(recipeOf));
    return recipes.size === 1 ? recipeOf(experiments[0]!) : null;
  }, [experiments]);
  if (runs.size === 0) return <p className={styles.empty}>{t('sweep.empty')}</p>;

  const settings = axes.map(({ name }) => name);
  const { kind } = experiments[0]!.model;
  const measureName = t(`sweep.measures.${measure}`);
  const unit = t(`sweep.units.${kind}`);
  const holds = (experiment: Experiment) =>
    groups.find(({ results }) => results.some((result) => result.experiment === experiment));
  // Until somebody chooses, what is recommended is looked at.
  const first = verdict?.smallest ?? groups.find(({ results }) => results.length > 0)!;
  const group = (chosen && holds(chosen)) ?? first;
  const recommended = medianRun(first, measure);
  const selected = chosen ?? recommended?.experiment ?? null;
  const valuesOf = (values: readonly string[]) => valuesText(t, settings, values);
  const summary = verdictText(t, { settings, groups, measure, verdict, recipe });
  const more = moreSeeds(seedsOf(sweep).length);
  const open = (experiment: Experiment) => {
    void lab.controller.goTo(sweptPlace(runs.get(experiment)!));
    onOpened();
  };

  return (
    <>
      <div className={styles.head}>
        <div className={styles.verdict}>
          {summary.map((sentence, i) => (
            <p key={sentence}>
              {running && i === 0 ? t('sweep.verdict.soFar', { text: sentence }) : sentence}
            </p>
          ))}
          {!running && (
            <div className={styles.acts}>
              {recommended && (
                <Button look="outlined" onClick={() => open(recommended.experiment)}>
                  {t('sweep.openMedian')}
                </Button>
              )}
              {more && (
                <Button look="outlined" onClick={() => onMore(withSeeds(sweep, more))}>
                  {t('sweep.moreSeeds', { count: fixed(more) })}
                </Button>
              )}
            </div>
          )}
        </div>
        <TableButton
          labels={tableLabels(t, 'sweep')}
          read={(take) => take(sweepTable(t, { settings, groups, measure, unit }))}
        />
      </div>
      {settings.length === 2 ? (
        <HeatMap
          settings={settings}
          groups={groups}
          group={group}
          measure={measure}
          unit={unit}
          onSelect={(one) => setChosen(medianRun(one, measure)?.experiment ?? null)}
        />
      ) : (
        <SpreadChart
          groups={groups}
          measure={measure}
          verdict={verdict}
          name={
            settings[0] === undefined
              ? t('sweep.chart.seeds')
              : t('sweep.chart.name', { setting: settingName(t, settings[0]) })
          }
          xTitle={settings[0] === undefined ? t('sweep.seeds') : settingName(t, settings[0])}
          yTitle={t('sweep.axis', { measure: measureName, unit })}
          labelOf={({ values }) => values[0] ?? ''}
          nameOf={({ values }) => valuesOf(values)}
          selected={selected}
          onSelect={setChosen}
          onOpen={open}
        />
      )}
      <p className={styles.meaning}>{t(`sweep.meanings.${measure}.${kind}`)}</p>
      <Multiples
        groups={groups}
        measure={measure}
        runs={runs}
        group={group}
        theme={theme}
        nameOf={valuesOf}
        selected={selected}
        onSelect={setChosen}
      />
      <GroupDetail
        key={group.values.join()}
        group={group}
        measure={measure}
        measureName={measureName}
        heading={
          settings.length === 0
            ? t('sweep.detail.allHeading')
            : t('sweep.detail.heading', { values: valuesOf(group.values) })
        }
        runs={runs}
        theme={theme}
        selected={selected}
        onSelect={setChosen}
        onOpen={open}
      />
    </>
  );
}
