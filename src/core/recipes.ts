import { articleExperiment } from './article.ts';
import { trainingCount } from './data/data.ts';
import type { Experiment, ModelSettings, TrainingSettings } from './experiment.ts';
import { clamped } from './range.ts';
import { same } from './same.ts';

/**
 * Ways to train a given model on given data: as the article does, as soon as
 * possible, or as well as is known. How they were found and what they reach is
 * in docs/performance.md.
 */
export const RECIPES = ['article', 'quick', 'tuned'] as const;
export type Recipe = (typeof RECIPES)[number];

type Found = Exclude<Recipe, 'article'>;

/** Wide layers learn at a rate that falls with their width; the rates were found at this one. */
const USUAL_WIDTH = 50;

/** The rate of the first step: the usual one for such a network. */
export function rateOf({ kind, hidden, activation }: ModelSettings, recipe: Found): number {
  const share = Math.min(1, USUAL_WIDTH / Math.max(...hidden));
  if (kind === 'mdn') return (recipe === 'quick' ? 0.02 : 0.01) * share;
  if (activation === 'relu') return 0.02 * share;
  return hidden.length === 1 ? 0.1 : 0.05;
}

/** Optimizer steps, which count more than epochs. */
function stepsOf({ kind, hidden }: ModelSettings, recipe: Found): number {
  if (recipe === 'tuned') return kind === 'mdn' ? 2000 : 2300;
  return kind === 'ffnn' && hidden.length === 1 ? 600 : 300;
}

/** The most epochs on `n` training points: beyond them a mixture learns few points by heart. */
function mostEpochs({ kind }: ModelSettings, recipe: Found, n: number): number {
  if (kind === 'ffnn') return Number.POSITIVE_INFINITY;
  return recipe === 'quick' ? 30 : clamped(Math.round(n / 4), [30, 100]);
}

/** The experiment trained by a recipe; data, network and seed stay. */
export function withRecipe(experiment: Experiment, recipe: Recipe): Experiment {
  const { data, model } = experiment;
  const { training } = articleExperiment(data.name, model.kind);
  if (recipe === 'article') return { ...experiment, ...begun(model, 'pytorch'), training };
  const n = trainingCount(data, experiment.seed);
  const batchSize = clamped(Math.round(n / 8), [
    10,
    model.kind === 'ffnn' && recipe === 'quick' ? 50 : 100,
  ]);
  const wanted = Math.max(1, Math.round(stepsOf(model, recipe) / Math.ceil(n / batchSize)));
  const epochs = Math.min(wanted, mostEpochs(model, recipe, n));
  const found: TrainingSettings = {
    ...training,
    epochs,
    batchSize,
    order: 'shuffled',
    learningRate: rateOf(model, recipe),
    schedule: { kind: 'cosine', epochs },
    standardise: true,
    keepBest: recipe === 'tuned',
  };
  return { ...experiment, ...begun(model, 'spread'), training: found };
}

/** The model with another start, where it has a choice. */
function begun(model: ModelSettings, initialisation: 'pytorch' | 'spread') {
  return { model: model.kind === 'mdn' ? { ...model, initialisation } : model };
}

/** The recipe that the experiment is trained by, if any. */
export function recipeOf(experiment: Experiment): Recipe | null {
  return RECIPES.find((recipe) => same(withRecipe(experiment, recipe), experiment)) ?? null;
}
