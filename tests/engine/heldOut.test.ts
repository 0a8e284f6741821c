import { beforeAll, describe, expect, it } from 'vitest';
import { articleExperiment } from '../../src/core/article.ts';
import type { DataName } from '../../src/core/datasets/datasets.ts';
import type { ModelKind } from '../../src/core/experiment.ts';
import { HALF_LOG_2PI } from '../../src/core/math.ts';
import { type Recipe, withRecipe } from '../../src/core/recipes.ts';
import { lossOn } from '../../src/core/scores.ts';
import { withSetting } from '../../src/core/settings.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { Trainer } from '../../src/engine/trainer.ts';
import { engineOf } from '../helpers/engines.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await engineOf('fused');
});

interface Case {
  readonly name: DataName;
  readonly recipe: Recipe;
  readonly components: number;
}

/** The NLL on the test points, in nats; of a feed-forward network as N(f(x), σ̂²). */
function heldOut({ name, recipe, components }: Case, kind: ModelKind, seed: number): number {
  const article = withSetting(articleExperiment(name, kind), 'model.components', components);
  const experiment = { ...withRecipe(article, recipe), seed };
  const trainer = new Trainer(experiment, engine);
  trainer.advance(Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY);
  while (trainer.epoch < experiment.training.epochs) {
    trainer.advance(Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY);
  }
  const fitted = trainer.fitted();
  const loss = lossOn(fitted, fitted.task.data.test);
  trainer.dispose();
  if (kind === 'mdn') return loss;
  const { deviation } = fitted;
  return HALF_LOG_2PI + Math.log(deviation) + loss / (2 * deviation * deviation);
}

describe('a mixture on held-out points', () => {
  it.each([
    { name: 'bishop', recipe: 'quick', components: 30, margin: 0.5 },
    { name: 'geyser', recipe: 'quick', components: 30, margin: 0.4 },
    { name: 'lidar', recipe: 'quick', components: 30, margin: 0.2 },
    // A hundred points are too few for thirty.
    { name: 'mcycle', recipe: 'tuned', components: 3, margin: 0.1 },
  ] as const)('of $name beats the Gaussian of squared error by $margin nats', (of) => {
    const seeds = [1, 2, 3, 4, 5, 6];
    const gain = seeds.map((seed) => heldOut(of, 'ffnn', seed) - heldOut(of, 'mdn', seed));
    expect(gain.reduce((a, b) => a + b) / seeds.length).toBeGreaterThan(of.margin);
  });
});
