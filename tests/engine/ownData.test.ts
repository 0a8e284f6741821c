import { beforeAll, describe, expect, it } from 'vitest';
import { dataRanges } from '../../src/charts/ranges.ts';
import { articleExperiment } from '../../src/core/article.ts';
import { takePoints } from '../../src/core/datasets/own.ts';
import { mixtureGrid } from '../../src/core/model.ts';
import { densityField } from '../../src/core/predict.ts';
import { evenly } from '../../src/core/range.ts';
import { withRecipe } from '../../src/core/recipes.ts';
import { lossOn } from '../../src/core/scores.ts';
import { withData } from '../../src/core/usual.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { Trainer } from '../../src/engine/trainer.ts';
import { pictogramPath } from '../../src/features/pictogram.ts';
import { engineOf } from '../helpers/engines.ts';

const wave = (i: number) => Math.sin(i / 5) + ((i * 7) % 5) / 10;

/** x and y of so many points. */
const SETS: [string, number, (i: number) => readonly [number, number]][] = [
  ['targets in millions', 60, (i) => [i / 10, 5e6 + 1e6 * wave(i)]],
  ['inputs in billionths', 60, (i) => [i * 1e-9, wave(i)]],
  ['inputs far from 0, and close together', 60, (i) => [1e9 + i, wave(i)]],
  ['one target', 60, (i) => [i / 10, 3]],
  ['one input', 60, (i) => [2, wave(i)]],
  ['one point, over and over', 20, () => [2, 3]],
  ['three rows', 3, (i) => [i, wave(i)]],
  ['two rows', 2, (i) => [i, wave(i)]],
];

let engine: Engine;
beforeAll(async () => {
  engine = await engineOf('fused');
});

describe.each(['mdn', 'ffnn'] as const)('a %s on data of the user’s own', (kind) => {
  it.each(SETS)('is finite and is drawn, with %s', (_, count, point) => {
    const points = Array.from({ length: count }, (_, i) => point(i));
    const name = takePoints(
      { x: Float64Array.from(points, ([x]) => x), y: Float64Array.from(points, ([, y]) => y) },
      null,
    );
    const article = withData(articleExperiment('inverted', kind), name);
    expect(article.training.standardise).toBe(true);
    const experiment = withRecipe(article, 'quick');
    const trainer = new Trainer(experiment, engine);
    while (!trainer.finished && !trainer.diverged) trainer.advance(1e9, 1e9);
    expect(trainer.diverged).toBe(false);
    const fitted = trainer.fitted();
    const { data } = fitted.task;
    expect(lossOn(fitted, data.test)).toSatisfy(Number.isFinite);
    const { x, y } = dataRanges(data);
    for (const [low, high] of [x, y]) expect(high - low).toBeGreaterThan(0);
    const grid = mixtureGrid(fitted, evenly(x, 9));
    expect(grid.means.every(Number.isFinite)).toBe(true);
    expect(densityField(grid, y, 9).density.every(Number.isFinite)).toBe(true);
    expect(pictogramPath(name, 60, 34, 2)).not.toMatch(/NaN|Infinity/);
    trainer.dispose();
  });
});
