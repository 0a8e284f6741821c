import { articleExperiment } from '../../../core/article.ts';
import type { Experiment } from '../../../core/experiment.ts';
import { isPrinting } from '../../../ui/printing.ts';
import { ArticleLab } from '../../lab/ArticleLab.ts';
import { useStoreValue } from '../../lab/useStoreValue.ts';
import end from '../recorded/ends/spiral-ffnn.json';
import { endOf } from '../recorded/ends.ts';

export const PLAIN = articleExperiment('spiral', 'ffnn');
export const MIXTURE = articleExperiment('spiral', 'mdn');

/** The same, with the points in a new order in every epoch. */
export function shuffled(experiment: Experiment): Experiment {
  return { ...experiment, training: { ...experiment.training, order: 'shuffled' } };
}

export const network = new ArticleLab(PLAIN, { answer: 'samples', samplesPerPoint: 2 });
// The reader is asked first what it will be.
network.foresee(endOf(PLAIN, end), isPrinting);

/** The test NLL that the check asks for. */
export const LEARNED = 2.2;

export function useLearned(): boolean {
  const loss = useStoreValue(network, ({ lab }) => lab.feed.losses().test.loss.at(-1));
  const { model } = network.lab.editor.experiment;
  return model.kind === 'mdn' && loss !== undefined && loss < LEARNED;
}
