import { articleExperiment } from '../core/article.ts';
import type { Experiment } from '../core/experiment.ts';
import { withRecipe } from '../core/recipes.ts';
import { lecture, TO_THE_END } from './ready.ts';

const bell = withRecipe(articleExperiment('inverted', 'ffnn'), 'quick');
const mixture = withRecipe(articleExperiment('inverted', 'mdn'), 'quick');
/** So few points that a network learns them by heart. */
const few: Experiment = withRecipe(
  { ...mixture, data: { ...mixture.data, points: 100 } },
  'article',
);
const inside: Experiment = { ...mixture, data: { ...mixture.data, trainedOn: [-8, 8] } };

/** Whether the probabilities that a network gives are to be believed. 15 minutes. */
export const TRUST = lecture({
  name: 'trust',
  minutes: 15,
  scenes: [
    { name: 'bands', experiment: mixture, view: { answer: 'bands' }, entering: TO_THE_END },
    { name: 'pit', experiment: mixture, view: { stage: 'pit' }, entering: TO_THE_END },
    {
      name: 'bell',
      experiment: bell,
      view: { answer: 'bands', beside: 'ranks' },
      entering: TO_THE_END,
    },
    {
      name: 'coverage',
      experiment: mixture,
      view: { stage: 'coverage' },
      entering: TO_THE_END,
    },
    {
      name: 'few',
      experiment: few,
      view: { answer: 'density', beside: 'loss', pace: 300 },
      entering: TO_THE_END,
    },
    { name: 'heart', experiment: few, view: { stage: 'coverage' }, entering: TO_THE_END },
    {
      name: 'outside',
      experiment: inside,
      view: { answer: 'density', truth: true, guessing: true },
      entering: TO_THE_END,
    },
  ],
});
