import { articleExperiment } from '../../../core/article.ts';
import { ArticleLab } from '../../lab/ArticleLab.ts';
import { useStoreValue } from '../../lab/useStoreValue.ts';

export const PLAIN = articleExperiment('spiral', 'ffnn');
export const MIXTURE = articleExperiment('spiral', 'mdn');

export const network = new ArticleLab(PLAIN, { answer: 'samples', samplesPerPoint: 2 });

export function useLearned(): boolean {
  const loss = useStoreValue(network, ({ lab }) => lab.feed.losses().test.loss.at(-1));
  const { model } = network.lab.editor.experiment;
  return model.kind === 'mdn' && loss !== undefined && loss < 2.2;
}
