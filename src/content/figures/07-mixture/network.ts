import { articleExperiment } from '../../../core/article.ts';
import { ArticleLab } from '../../lab/ArticleLab.ts';
import { useStoreValue } from '../../lab/useStoreValue.ts';
import { endOf } from '../recorded/ends.ts';

const ARTICLE = articleExperiment('inverted', 'mdn');

export const network = new ArticleLab(ARTICLE, { answer: 'means', means: 'all' });
network.foresee(async () =>
  endOf(ARTICLE, (await import('../recorded/ends/inverted-mdn.json')).default),
);

/** What the check asks for: a test NLL below this, with at most so many components. */
export const GOOD = 1.75;
export const FEW_COMPONENTS = 5;

export function useFewComponents(): boolean {
  const loss = useStoreValue(network, ({ lab }) => lab.feed.losses().test.loss.at(-1));
  const { model } = network.lab.editor.experiment;
  return (
    model.kind === 'mdn' && model.components <= FEW_COMPONENTS && loss !== undefined && loss < GOOD
  );
}
