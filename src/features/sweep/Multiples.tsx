import { useMemo } from 'react';
import type { LayerSpec } from '../../charts/mainFigure.ts';
import { QuickFigure } from '../../charts/QuickFigure.tsx';
import { dataRanges } from '../../charts/ranges.ts';
import { chartTheme, type ThemeName } from '../../charts/theme.ts';
import type { Experiment } from '../../core/experiment.ts';
import { mixtureGrid } from '../../core/model.ts';
import { evenly } from '../../core/range.ts';
import { type Group, type Measure, medianRun } from '../../core/sweepSummary.ts';
import { useText } from '../../i18n/index.ts';
import { type SweptRun, sweptNetwork } from '../../store/sweep.ts';
import { cx } from '../../ui/cx.ts';
import { useRootFontSize } from '../../ui/useRootFontSize.ts';
import {
  commonPeak,
  type DensityPicture,
  densityFigure,
  densityPicture,
} from '../densityPicture.ts';
import { labelsOf } from '../mainLabels.ts';
import styles from './Multiples.module.css';

interface MultiplesProps {
  readonly groups: readonly Group[];
  readonly measure: Measure;
  readonly runs: ReadonlyMap<Experiment, SweptRun>;
  /** The value that is looked at. */
  readonly group: Group;
  readonly theme: ThemeName;
  readonly nameOf: (values: readonly string[]) => string;
  readonly selected: Experiment | null;
  readonly onSelect: (experiment: Experiment) => void;
}

/** A run's answer is computed at so many inputs and targets. */
const COLUMNS = 65;
const ROWS = 64;
/** Densities that are drawn at most: beyond them, evenly chosen values. */
const MOST = 24;

const pictures = new WeakMap<SweptRun, DensityPicture>();

/** The density that a run has learned, computed once; null where its weights were not kept. */
function pictureOf(run: SweptRun): DensityPicture | null {
  const fitted = sweptNetwork(run);
  if (!fitted) return null;
  const ranges = dataRanges(fitted.task.data);
  const made =
    pictures.get(run) ??
    densityPicture(mixtureGrid(fitted, evenly(ranges.x, COLUMNS)), ranges, ROWS);
  pictures.set(run, made);
  return made;
}

/** What each value's run in the middle has learned; without values, what each run has. */
export function Multiples(props: MultiplesProps) {
  const { groups, measure, runs, group, theme, nameOf, selected, onSelect } = props;
  const t = useText();
  const scale = 0.6 * useRootFontSize();
  const alone = groups.length === 1;
  const drawn = useMemo(() => {
    const chosen = alone
      ? groups[0]!.results.map(({ experiment }) => ({ experiment, of: groups[0]! }))
      : groups.flatMap((of) => {
          // The weights of late runs may not be there: the one in the middle of the others stands in.
          const kept = of.results.filter(({ experiment }) => runs.get(experiment)?.kept);
          const run = medianRun({ ...of, results: kept }, measure);
          return run ? [{ experiment: run.experiment, of }] : [];
        });
    const every = Math.ceil(chosen.length / MOST);
    return chosen
      .filter((_, i) => i % every === 0)
      .flatMap(({ experiment, of }) => {
        const run = runs.get(experiment)!;
        const picture = pictureOf(run);
        return picture ? [{ experiment, of, picture, data: sweptNetwork(run)!.task.data }] : [];
      });
  }, [groups, measure, runs, alone]);
  const figures = useMemo(() => {
    const [first] = drawn;
    if (!first) return [];
    const all = drawn.map(({ picture }) => picture);
    const peak = commonPeak(all, first.experiment.data);
    return drawn.map(({ experiment, picture, data }) => {
      const spec: LayerSpec = {
        ranges: dataRanges(data),
        theme: chartTheme(theme),
        labels: labelsOf(t, experiment.data.name),
        scale,
      };
      return densityFigure(spec, picture, peak, data, false);
    });
  }, [drawn, theme, t, scale]);
  return (
    <section aria-label={t('sweep.multiples.heading')} className={styles.section}>
      <h2 className={styles.heading}>{t('sweep.multiples.heading')}</h2>
      <p className={styles.caption}>
        {t(alone ? 'sweep.multiples.seedsCaption' : 'sweep.multiples.caption')}
      </p>
      <div className={styles.grid}>
        {drawn.map(({ experiment, of }, i) => {
          const name = alone
            ? t('sweep.seed', { seed: String(experiment.seed) })
            : nameOf(of.values);
          return (
            <button
              key={name}
              type="button"
              className={cx(
                styles.tile,
                (alone ? experiment === selected : of === group) && styles.chosen,
              )}
              onClick={() => onSelect(experiment)}
            >
              <span className={styles.picture}>
                <QuickFigure
                  name={t('sweep.multiples.name', { values: name })}
                  figure={figures[i]!}
                />
              </span>
              <span>{name}</span>
            </button>
          );
        })}
      </div>
    </section>
  );
}
