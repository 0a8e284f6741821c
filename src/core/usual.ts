import { articleExperiment } from './article.ts';
import { type DataName, isArticle } from './datasets/datasets.ts';
import type { Experiment, ModelKind, ModelSettings } from './experiment.ts';
import { type Recipe, recipeOf, withRecipe } from './recipes.ts';
import { same } from './same.ts';

/**
 * How an experiment on these data is trained to begin with. The article's way is made
 * for its thousands of points; on few it learns them by heart (docs/performance.md).
 */
export function usualRecipe(name: DataName): Recipe {
  return isArticle(name) ? 'article' : 'tuned';
}

/** For each setting still at the old article's value, takes the new one's. */
function rebase<T extends object>(value: T, from: T, to: T): T {
  const entries = Object.entries(to).map(([key, target]) => {
    const own = value[key as keyof T];
    const kept = own !== undefined && !same(own, from[key as keyof T]);
    return [key, kept ? own : target];
  });
  return Object.fromEntries(entries) as T;
}

/**
 * The experiment on another data set. A recipe follows, the usual one as what is usual
 * there; what the user had changed stays, but for raw units where they do not serve.
 */
export function withData(experiment: Experiment, name: DataName): Experiment {
  const { kind } = experiment.model;
  const from = articleExperiment(experiment.data.name, kind);
  const to = articleExperiment(name, kind);
  // A range of inputs is one of those data.
  const data = { ...rebase(experiment.data, from.data, to.data), name, trainedOn: null };
  const model = rebase(experiment.model, from.model, to.model);
  const changed = { ...experiment, data, model };
  const recipe = recipeOf(experiment);
  if (recipe) {
    const usual = recipe === usualRecipe(experiment.data.name);
    return withRecipe(changed, usual ? usualRecipe(name) : recipe);
  }
  const { training } = experiment;
  const standardise = training.standardise || to.training.standardise;
  return { ...changed, training: { ...training, standardise } };
}

/** The experiment with another model; a recipe follows, and what the user had changed stays. */
export function withModel(experiment: Experiment, kind: ModelKind): Experiment {
  const { data, model } = experiment;
  if (kind === model.kind) return experiment;
  const from = articleExperiment(data.name, model.kind);
  const to = articleExperiment(data.name, kind);
  const changed: Experiment = {
    ...experiment,
    model: { ...rebase<ModelSettings>(model, from.model, to.model), kind } as ModelSettings,
    training: rebase(experiment.training, from.training, to.training),
  };
  const recipe = recipeOf(experiment);
  return recipe ? withRecipe(changed, recipe) : changed;
}
