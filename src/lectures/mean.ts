import { articleExperiment } from '../core/article.ts';
import { withRecipe } from '../core/recipes.ts';
import { lecture, NOTHING, TO_THE_END } from './ready.ts';

const sine = withRecipe(articleExperiment('sine', 'ffnn'), 'quick');
const inverted = withRecipe(articleExperiment('inverted', 'ffnn'), 'quick');
const mixture = withRecipe(articleExperiment('inverted', 'mdn'), 'quick');

/** Why a network that is trained by squared error answers what nobody has observed. 10 minutes. */
export const INVERTED_MEAN = lecture({
  name: 'mean',
  minutes: 10,
  scenes: [
    { name: 'sine', experiment: sine, view: { answer: 'data' }, entering: NOTHING },
    { name: 'curve', experiment: sine, view: { answer: 'means', pace: 300 }, entering: TO_THE_END },
    {
      name: 'inverted',
      experiment: inverted,
      view: { answer: 'means', cursor: 0, pace: 300, guessing: true },
      entering: NOTHING,
    },
    {
      name: 'mean',
      experiment: inverted,
      view: { answer: 'means', cursor: 5, pace: 300 },
      entering: TO_THE_END,
    },
    {
      name: 'bell',
      experiment: inverted,
      view: { answer: 'density', cursor: 5, beside: 'slice' },
      entering: TO_THE_END,
    },
    {
      name: 'mixture',
      experiment: mixture,
      view: { answer: 'density', cursor: 0, beside: 'slice', pace: 300 },
      entering: TO_THE_END,
    },
    {
      name: 'answers',
      experiment: mixture,
      view: { answer: 'means', means: 'modes', cursor: 0, beside: 'slice', truth: true },
      entering: TO_THE_END,
    },
  ],
});
