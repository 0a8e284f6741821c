import { articleExperiment } from '../../../core/article.ts';
import type { Experiment } from '../../../core/experiment.ts';
import { ArticleLab } from '../../lab/ArticleLab.ts';
import { useStoreValue } from '../../lab/useStoreValue.ts';
import end from '../recorded/ends/sine-ffnn.json';
import { endOf } from '../recorded/ends.ts';

const ARTICLE = articleExperiment('sine', 'ffnn');

/** The article's network with another number of hidden units. */
export function units(count: number): Experiment {
  return { ...ARTICLE, model: { ...ARTICLE.model, hidden: [count] } };
}

/** The same on inputs and targets of mean 0 and standard deviation 1. */
export function standardised(count: number): Experiment {
  const { training, ...rest } = units(count);
  return { ...rest, training: { ...training, standardise: true } };
}

/** The article's run with a rate that falls to nearly nothing. */
export function cooled(): Experiment {
  const { training } = ARTICLE;
  return {
    ...ARTICLE,
    training: { ...training, schedule: { kind: 'cosine', epochs: training.epochs } },
  };
}

export const network = new ArticleLab(ARTICLE);
network.foresee(endOf(ARTICLE, end));

function useRunOf(): { loss: number | undefined; hidden: readonly number[] } {
  const loss = useStoreValue(network, ({ lab }) => lab.feed.losses().test.loss.at(-1));
  return { loss, hidden: network.lab.editor.experiment.model.hidden };
}

/** Test MSEs, and a number of hidden units, that the checks ask for. */
export const NEAR_FLOOR = 1.15;
export const FEW = 1.3;
export const FEW_UNITS = 25;

export function useNearFloor(): boolean {
  const { loss } = useRunOf();
  return loss !== undefined && loss < NEAR_FLOOR;
}

export function useFewUnits(): boolean {
  const { loss, hidden } = useRunOf();
  return loss !== undefined && loss < FEW && hidden.length === 1 && hidden[0]! <= FEW_UNITS;
}
