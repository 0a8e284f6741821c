import { beforeAll, describe, expect, it } from 'vitest';
import { answerAt } from '../../src/core/answers.ts';
import { articleExperiment } from '../../src/core/article.ts';
import type { DataName } from '../../src/core/datasets/datasets.ts';
import type { ModelKind } from '../../src/core/experiment.ts';
import { HALF_LOG_2PI } from '../../src/core/math.ts';
import { cdf, density, variance } from '../../src/core/mixture.ts';
import { type Fitted, mixturesAt } from '../../src/core/model.ts';
import { type Recipe, withRecipe } from '../../src/core/recipes.ts';
import { lossOn } from '../../src/core/scores.ts';
import { usualRecipe } from '../../src/core/usual.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { Trainer } from '../../src/engine/trainer.ts';
import { engineOf } from '../helpers/engines.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await engineOf('fused');
});

const SEEDS = [1, 2, 3, 4, 5, 6];

/** What Live trains with, and what Play does. */
const RECIPES = (name: DataName): readonly Recipe[] => ['quick', usualRecipe(name)];

/** The network of a data set's own beginning, trained by a recipe to its end. */
function trained(name: DataName, kind: ModelKind, recipe: Recipe, seed: number): Fitted {
  const trainer = new Trainer(
    { ...withRecipe(articleExperiment(name, kind), recipe), seed },
    engine,
  );
  while (!trainer.finished) trainer.advance(Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY);
  const fitted = trainer.fitted();
  trainer.dispose();
  return fitted;
}

/** The NLL on the test points, in nats; of a feed-forward network as N(f(x), σ̂²). */
function heldOut(name: DataName, kind: ModelKind, recipe: Recipe, seed: number): number {
  const fitted = trained(name, kind, recipe, seed);
  const loss = lossOn(fitted, fitted.task.data.test);
  if (kind === 'mdn') return loss;
  const { deviation } = fitted;
  return HALF_LOG_2PI + Math.log(deviation) + loss / (2 * deviation * deviation);
}

const mixtureAt = (fitted: Fitted, x: number) => mixturesAt(fitted, Float64Array.of(x))[0]!;
const mean = (values: readonly number[]) => values.reduce((a, b) => a + b) / values.length;

describe('a mixture on held-out points', () => {
  it.each([
    { name: 'bishop', margin: 0.7 },
    { name: 'geyser', margin: 0.5 },
    { name: 'lidar', margin: 0.25 },
    { name: 'mcycle', margin: 0.1 },
  ] as const)(
    'of $name beats the Gaussian of squared error by $margin nats',
    ({ name, margin }) => {
      for (const recipe of RECIPES(name)) {
        const gain = SEEDS.map(
          (seed) => heldOut(name, 'ffnn', recipe, seed) - heldOut(name, 'mdn', recipe, seed),
        );
        expect(mean(gain)).toBeGreaterThan(margin);
      }
    },
  );
});

describe('the picture that a data set begins with', () => {
  it('of Bishop’s has three branches in its middle', () => {
    for (const recipe of RECIPES('bishop')) {
      const answers = SEEDS.map(
        (seed) => answerAt(trained('bishop', 'mdn', recipe, seed), 0.5).answers.length,
      );
      expect(answers.filter((count) => count === 3).length).toBeGreaterThanOrEqual(5);
      expect(Math.max(...answers)).toBe(3);
    }
  });

  it('of Old Faithful has one answer after a short wait, and two after a long one', () => {
    for (const recipe of RECIPES('geyser')) {
      for (const seed of SEEDS) {
        const fitted = trained('geyser', 'mdn', recipe, seed);
        // Eruptions last about 2 or about 4 minutes, hardly ever 3.
        expect(cdf(mixtureAt(fitted, 55), 3)).toBeLessThan(0.05);
        const late = mixtureAt(fitted, 80);
        expect(cdf(late, 3)).toBeGreaterThan(0.3);
        expect(cdf(late, 3)).toBeLessThan(0.8);
        const gap = density(late, 3);
        for (const y of [2, 4]) expect(density(late, y)).toBeGreaterThan(2 * gap);
      }
    }
  });

  it('of the motorcycle has a width that follows the noise', () => {
    for (const recipe of RECIPES('mcycle')) {
      const wider = SEEDS.map((seed) => {
        const fitted = trained('mcycle', 'mdn', recipe, seed);
        const [before, after] = [10, 30].map((x) => variance(mixtureAt(fitted, x)));
        return Math.sqrt(after! / before!);
      });
      expect(mean(wider)).toBeGreaterThan(3);
    }
  });
});
