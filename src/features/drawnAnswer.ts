import type { PointSets } from '../charts/mainFigure.ts';
import type { Ranges } from '../charts/ranges.ts';
import { componentCount, type ModelSettings } from '../core/experiment.ts';
import type { MixtureGrid, PredictionRequest } from '../core/predictions.ts';
import { oneOfEvenly } from '../core/range.ts';
import { ANSWER_KINDS, type AnswerKind, asksCalibration, type View } from '../core/view.ts';

/** A model, as far as the kinds of its answers go. */
export type OfKind = Pick<ModelSettings, 'kind'>;

/** The kinds of answer that a model has; a feed-forward network's means are its predictions. */
export function answerKinds({ kind }: OfKind): readonly AnswerKind[] {
  return kind === 'mdn' ? ANSWER_KINDS : ANSWER_KINDS.filter((answer) => answer !== 'samples');
}

/** The kind of answer that is chosen, as far as the model has it. */
export function chosenAnswer(model: OfKind, { answer }: View): AnswerKind {
  return answerKinds(model).includes(answer) ? answer : 'means';
}

/** The kind of answer that is shown: what was chosen, or nothing but data while it is guessed. */
export function shownAnswer(model: OfKind, view: View): AnswerKind {
  return view.guessing ? 'data' : chosenAnswer(model, view);
}

/** A kind of answer as it is drawn: means may be a single prediction, or modes. */
type DrawnAnswer = AnswerKind | 'prediction' | 'modes';

/** What is drawn of the answer, in the playground and in the article. */
export function drawnAnswer(model: OfKind, view: View): DrawnAnswer {
  const answer = shownAnswer(model, view);
  if (answer !== 'means') return answer;
  if (model.kind === 'ffnn') return 'prediction';
  return view.means === 'modes' ? 'modes' : 'means';
}

/** How many of the heaviest means are drawn at each input; Infinity for all. */
export function mostMeans({ means }: View): number {
  return means === '2' || means === '4' ? Number(means) : Number.POSITIVE_INFINITY;
}

/**
 * Inputs at which the answer is computed, from one end of the figure to the
 * other. All are multiples of 64 and one more, so that they have 65 in common.
 */
const COLUMNS: Readonly<Record<DrawnAnswer, number>> = {
  data: 65,
  means: 257,
  prediction: 257,
  modes: 193,
  samples: 129,
  density: 193,
  bands: 129,
};
const DENSITY_ROWS = 128;

/** What the worker has to compute for what is drawn. */
export function requestOf(model: ModelSettings, view: View, ranges: Ranges): PredictionRequest {
  const drawn = drawnAnswer(model, view);
  return {
    columns: COLUMNS[drawn],
    range: ranges.x,
    samplesPerPoint: drawn === 'samples' ? view.samplesPerPoint : 0,
    temperature: { weights: view.weightTemperature, widths: view.widthTemperature },
    density: drawn === 'density' ? { rows: DENSITY_ROWS, range: ranges.y } : null,
    scores: true,
    calibration: asksCalibration(view),
  };
}

/** False for a grid of the run before, as for a moment after the experiment has changed. */
export function isOwnGrid(grid: MixtureGrid, model: ModelSettings, ranges: Ranges): boolean {
  const count = grid.x.length;
  return (
    grid.components === Math.max(1, componentCount(model)) &&
    grid.x[0] === ranges.x[0] &&
    grid.x[count - 1] === oneOfEvenly(ranges.x, count, count - 1)
  );
}

/** Which points are shown. */
export function pointsShown({ trainingPoints, testPoints }: View): PointSets {
  return { train: trainingPoints, test: testPoints };
}
