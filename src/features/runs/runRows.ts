import type { Experiment } from '../../core/experiment.ts';
import type { KeptRun } from '../../core/keptRun.ts';
import type { Scores } from '../../core/predictions.ts';
import { differingSettings } from '../../core/settings.ts';
import type { Translate } from '../../i18n/index.ts';
import { fixed, loss } from '../../i18n/numbers.ts';
import { measured } from '../measured.ts';
import { settingTexts } from '../settingTexts.ts';
import { whyNoBound } from '../whatIsKnown.ts';

/** A run as the table has it. */
export interface TabledRun {
  readonly experiment: Experiment;
  /** NaN before the first. */
  readonly testLoss: number;
  /** Null while there are none of these weights. */
  readonly scores: Scores | null;
  /** The whole epochs after which it had its weights. */
  readonly epoch: number;
  readonly seconds: number;
}

export interface RunRow {
  /** The settings in which the runs differ, as this one has them. */
  readonly settings: string;
  /** What is known of it, in the order of the columns. */
  readonly cells: readonly string[];
}

export const COLUMNS = ['test', 'excess', 'crps', 'epochs', 'seconds'] as const;

export function tabled({ place, testLoss, scores, epoch }: KeptRun): TabledRun {
  const { experiment, seconds } = place;
  return { experiment, testLoss, scores, epoch, seconds };
}

/**
 * What is known of a run, in the order of `COLUMNS`.
 *
 * @param units whether the test loss is told with its unit
 */
export function cellsOf(t: Translate, run: TabledRun, units: boolean): string[] {
  const { experiment, testLoss, scores, epoch, seconds } = run;
  const nothing = loss(undefined);
  const unit = t(`runs.units.${experiment.model.kind}`);
  const excess = scores?.nll.excess;
  const bounded = excess ? measured(t, excess) : t(`scores.noBound.${whyNoBound(experiment.data)}`);
  return [
    units && Number.isFinite(testLoss) ? `${loss(testLoss)} ${unit}` : loss(testLoss),
    scores ? bounded : nothing,
    scores ? measured(t, scores.crps) : nothing,
    fixed(epoch),
    fixed(seconds, seconds < 1 ? 2 : seconds < 10 ? 1 : 0),
  ];
}

/** The rows of the table of runs, in their order; a test loss has its unit where they have not all the same. */
export function runRows(t: Translate, runs: readonly TabledRun[]): RunRow[] {
  const experiments = runs.map(({ experiment }) => experiment);
  const differing = differingSettings(experiments);
  const units = differing.includes('model.kind');
  return runs.map((run) => ({
    settings: settingTexts(t, run.experiment)
      .filter(({ path }) => differing.includes(path))
      .map(({ name, text }) => `${name} ${text}`)
      .join(', '),
    cells: cellsOf(t, run, units),
  }));
}
