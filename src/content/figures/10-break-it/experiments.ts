import type { Experiment } from '../../../core/experiment.ts';
import { components } from '../07-mixture/components.ts';

/** The experiments that are made to fail, and what they are compared with. */

const ARTICLE = components(30);

/** So many training points, and nine times as many to test on. */
function trainedOn(points: number): Experiment['data'] {
  return { ...ARTICLE.data, points: 10 * points, testFraction: 0.9 };
}

const EPOCHS = 3000;

/** Twelve points and as many components, without anything that keeps a width from 0. */
export const TWELVE: Experiment = {
  ...ARTICLE,
  data: trainedOn(12),
  model: { ...components(12).model, initialisation: 'spread' } as Experiment['model'],
  training: {
    ...ARTICLE.training,
    epochs: EPOCHS,
    learningRate: 0.005,
    schedule: { kind: 'cosine', epochs: EPOCHS },
    clipNorm: 1,
    standardise: true,
  },
};

/** The same with a floor under every variance, as high as there is. */
export const FLOORED: Experiment = {
  ...TWELVE,
  model: { ...TWELVE.model, varianceFloor: 0.01 } as Experiment['model'],
};

/** The article's network on few points, on some more, and on as many as the article has. */
export const FEW: Experiment = { ...ARTICLE, data: trainedOn(75) };
export const SOME: Experiment = { ...ARTICLE, data: trainedOn(200) };
export const MANY: Experiment = ARTICLE;
