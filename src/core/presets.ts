import { articleExperiment } from './article.ts';
import type { DataName } from './datasets/datasets.ts';
import type { Experiment } from './experiment.ts';
import { withRecipe } from './recipes.ts';

/** The article's network on its data, with more hidden layers if told, trained by the tuned recipe for so many epochs. */
function tuned(name: DataName, epochs: number, hidden: readonly number[]): Experiment {
  const article = articleExperiment(name, 'mdn');
  const network = { ...article, model: { ...article.model, hidden: [...hidden] } };
  const { training, ...experiment } = withRecipe(network, 'tuned');
  return { ...experiment, training: { ...training, epochs, schedule: { kind: 'cosine', epochs } } };
}

export interface Preset {
  readonly label: string;
  /** Whose settings it trains with. */
  readonly recipe: 'article' | 'tuned';
  readonly experiment: Experiment;
}

/** The article's five runs, to the letter, and two that do better on the same data. */
export const PRESETS: readonly Preset[] = [
  { label: 'Sine · FFNN', recipe: 'article', experiment: articleExperiment('sine', 'ffnn') },
  {
    label: 'Inverted · FFNN',
    recipe: 'article',
    experiment: articleExperiment('inverted', 'ffnn'),
  },
  { label: 'Inverted · MDN', recipe: 'article', experiment: articleExperiment('inverted', 'mdn') },
  { label: 'Spiral · FFNN', recipe: 'article', experiment: articleExperiment('spiral', 'ffnn') },
  { label: 'Spiral · MDN', recipe: 'article', experiment: articleExperiment('spiral', 'mdn') },
  { label: 'Inverted, tuned', recipe: 'tuned', experiment: tuned('inverted', 40, [50, 50]) },
  { label: 'Spiral, tuned', recipe: 'tuned', experiment: tuned('spiral', 150, [50, 50, 50]) },
];

/** All that a preset settles, as text: it is compared with every change of a setting. */
const settingsOf = ({ data, model, training }: Experiment) =>
  JSON.stringify([data, model, training]);

const PRESET_SETTINGS = PRESETS.map(({ experiment }) => settingsOf(experiment));

export const DEFAULT_EXPERIMENT: Experiment = articleExperiment('inverted', 'mdn');

/** The preset of this label, if there is one. */
export function presetOf(label: string): Preset | undefined {
  return PRESETS.find((preset) => preset.label === label);
}

/**
 * The preset that the experiment is a run of, if any. Seed and engine may
 * differ: another seed of the same settings is still the same preset.
 */
export function matchingPreset(experiment: Experiment): Preset | undefined {
  const settings = settingsOf(experiment);
  return PRESETS.find((_, i) => PRESET_SETTINGS[i] === settings);
}
