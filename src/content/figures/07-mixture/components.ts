import { articleExperiment } from '../../../core/article.ts';
import type { Experiment } from '../../../core/experiment.ts';

const ARTICLE = articleExperiment('inverted', 'mdn');

/** The article's network with another number of components. */
export function components(count: number): Experiment {
  return { ...ARTICLE, model: { ...ARTICLE.model, components: count } as Experiment['model'] };
}
