import { runInStints } from '../charts/stints.ts';
import { FIRST_POINTS } from '../core/data/data.ts';
import { type Fitted, mixturesAt } from '../core/model.ts';
import { predict } from '../core/predict.ts';
import type { Scores } from '../core/predictions.ts';
import { evenly } from '../core/range.ts';
import { rememberedTask } from '../core/rememberedTask.ts';
import { canBeScored, scoresOf } from '../core/scoring.ts';
import { pointTable } from '../export/points.ts';
import {
  answerTable,
  componentTable,
  densityTable,
  lossTable,
  type NumberTable,
  sampleTable,
  scoreTable,
} from '../export/tables.ts';
import { rangesOf } from '../features/labRanges.ts';
import { ledgerRows } from '../features/ledger/rows.ts';
import type { Lab } from '../store/lab.ts';
import { fittedNow } from '../store/mixturesNow.ts';

/** The tables that a run can be taken away as. */
export const TABLE_NAMES = [
  'data',
  'losses',
  'answers',
  'density',
  'samples',
  'scores',
  'components',
] as const;
export type TableName = (typeof TABLE_NAMES)[number];

/** Inputs and targets at which an answer is taken, from one end of the figure to the other. */
const GRID = { columns: 257, rows: 129 } as const;

/**
 * A table of what a lab shows now; null where there is nothing of that kind.
 *
 * @param signal ends the scoring, which may take seconds; then it is null
 */
export async function tableOf(
  lab: Lab,
  name: TableName,
  signal: AbortSignal,
): Promise<NumberTable | null> {
  const { shown: experiment, feed } = lab;
  const task = rememberedTask(experiment);
  if (name === 'data') return pointTable(task.data);
  if (name === 'losses') {
    const { train, test } = feed.losses();
    return train.epoch.length > 0 ? lossTable(train, test, experiment.model.kind) : null;
  }
  const fitted = fittedNow(lab, task);
  if (!fitted || !canBeScored(fitted)) return null;
  const ranges = rangesOf(lab, task.data);
  const x = evenly(ranges.x, GRID.columns);
  const mixture = task.network.components > 0;
  const view = lab.view.getState();
  const predictions = () =>
    predict(
      fitted,
      {
        columns: GRID.columns,
        range: ranges.x,
        samplesPerPoint: view.samplesPerPoint,
        temperature: { weights: view.weightTemperature, widths: view.widthTemperature },
        density: null,
        scores: false,
        calibration: false,
      },
      experiment.seed,
    );
  switch (name) {
    case 'answers':
      return answerTable(x, mixturesAt(fitted, x));
    case 'density':
      return densityTable(x, mixturesAt(fitted, x), evenly(ranges.y, GRID.rows));
    case 'samples': {
      const { samples } = predictions();
      return samples && sampleTable(samples);
    }
    case 'components': {
      const { grid, usage } = predictions();
      return mixture ? componentTable(ledgerRows(grid, usage)) : null;
    }
    case 'scores': {
      const scores = await scoresNow(lab, fitted, signal);
      return scores && scoreTable(scores);
    }
  }
}

/** The scores of the weights that are shown, on all points; null where that was ended. */
function scoresNow(lab: Lab, fitted: Fitted, signal: AbortSignal): Promise<Scores | null> {
  const { scores, frame } = lab.feed;
  const known = scores && frame?.step === scores.step && frame.shownEpoch === frame.epoch;
  if (known && scores.nll.loss.count > FIRST_POINTS) return Promise.resolve(scores);
  return new Promise((resolve) => {
    const work = scoresOf(fitted, lab.shown, frame?.step ?? 0);
    const stop = runInStints(work, resolve);
    signal.addEventListener('abort', () => {
      stop();
      resolve(null);
    });
  });
}
