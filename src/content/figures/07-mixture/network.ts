import { articleExperiment } from '../../../core/article.ts';
import type { Experiment } from '../../../core/experiment.ts';
import { ArticleLab } from '../../lab/ArticleLab.ts';
import { useStoreValue } from '../../lab/useStoreValue.ts';

const ARTICLE = articleExperiment('inverted', 'mdn');

/** The article's network with another number of components. */
export function components(count: number): Experiment {
  return { ...ARTICLE, model: { ...ARTICLE.model, components: count } as Experiment['model'] };
}

export const network = new ArticleLab(ARTICLE, { answer: 'means', means: 'all' });

const LIMIT = 1.75;
const MOST = 5;

/** A test NLL below 1.75 with at most 5 components. */
export function useFewComponents(): boolean {
  const loss = useStoreValue(network, ({ lab }) => lab.feed.losses().test.loss.at(-1));
  const { model } = network.lab.editor.experiment;
  return model.kind === 'mdn' && model.components <= MOST && loss !== undefined && loss < LIMIT;
}
