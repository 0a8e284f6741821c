import { articleExperiment } from '../core/article.ts';
import type { Experiment } from '../core/experiment.ts';
import { withRecipe } from '../core/recipes.ts';
import { lecture, NOTHING, TO_THE_END, toEpoch } from './ready.ts';

const mixtureOf = (components: number): Experiment => {
  const article = articleExperiment('inverted', 'mdn');
  const network = { ...article, model: { ...article.model, components } } as Experiment;
  return withRecipe(network, 'quick');
};
const one = mixtureOf(1);
const three = mixtureOf(3);
const ten = mixtureOf(10);
const spiral = withRecipe(articleExperiment('spiral', 'mdn'), 'tuned');

/** From one Gaussian to a mixture whose parameters a network gives. 20 minutes. */
export const FROM_BELLS = lecture({
  name: 'bells',
  minutes: 20,
  scenes: [
    { name: 'data', experiment: one, view: { answer: 'data', cursor: 0 }, entering: NOTHING },
    {
      name: 'one',
      experiment: one,
      view: { answer: 'density', cursor: 0, beside: 'slice', guessing: true },
      entering: TO_THE_END,
    },
    {
      name: 'three',
      experiment: three,
      view: { answer: 'density', cursor: 0, beside: 'slice', pace: 300 },
      entering: TO_THE_END,
    },
    {
      name: 'means',
      experiment: three,
      view: { answer: 'means', cursor: 0, beside: 'slice' },
      entering: TO_THE_END,
    },
    {
      name: 'count',
      experiment: ten,
      view: { answer: 'means', cursor: 0, beside: 'slice', pinned: ['components'] },
      entering: TO_THE_END,
    },
    {
      name: 'start',
      experiment: ten,
      view: { answer: 'means', pace: 30, beside: 'loss' },
      entering: toEpoch(1),
    },
    {
      name: 'learning',
      experiment: ten,
      view: { answer: 'means', pace: 30, beside: 'loss' },
      entering: TO_THE_END,
    },
    {
      name: 'samples',
      experiment: ten,
      view: { answer: 'samples', samplesPerPoint: 2 },
      entering: TO_THE_END,
    },
    {
      name: 'spiral',
      experiment: spiral,
      view: { answer: 'density', cursor: 0, beside: 'slice' },
      entering: TO_THE_END,
    },
  ],
});
