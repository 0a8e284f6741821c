import { expect, it } from 'vitest';
import { articleExperiment } from '../../src/core/article.ts';
import { predict } from '../../src/core/predict.ts';
import { UNCHANGED } from '../../src/core/temperature.ts';
import { untrained } from '../../src/core/untrained.ts';
import { Run } from '../../src/engine/run.ts';
import { engineOf } from '../helpers/engines.ts';

const REQUEST = {
  columns: 17,
  range: [-10, 10],
  samplesPerPoint: 0,
  temperature: UNCHANGED,
  density: null,
  scores: false,
  calibration: false,
} as const;

for (const kind of ['mdn', 'ffnn'] as const) {
  it(`the ${kind} that the page shows before the worker’s first frame is the one that the run begins with`, async () => {
    const experiment = articleExperiment('inverted', kind);
    const run = new Run(experiment, await engineOf('fused'));
    const fitted = untrained(experiment);
    expect(fitted.parameters).toEqual(run.parameters());
    const { grid } = predict(fitted, REQUEST, experiment.seed);
    const first = run.view(REQUEST).grid;
    for (const name of ['weights', 'means', 'deviations'] as const) {
      first[name].forEach((value, i) => void expect(grid[name][i]).toBeCloseTo(value, 4));
    }
    expect(untrained(experiment)).toBe(fitted);
    run.dispose();
  });
}
