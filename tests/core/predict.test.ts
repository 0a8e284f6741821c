import { describe, expect, it } from 'vitest';
import { articleExperiment } from '../../src/core/article.ts';
import { predict, predictInParts } from '../../src/core/predict.ts';
import type { PredictionRequest } from '../../src/core/predictions.ts';
import { untrained } from '../../src/core/untrained.ts';
import { VIEW } from '../helpers/viewRequest.ts';

describe('predictions made in parts', () => {
  it.each(['ffnn', 'mdn'] as const)('are those made at once, of the kind %s', (kind) => {
    const experiment = articleExperiment('inverted', kind);
    const fitted = untrained(experiment);
    // Not a multiple of what one part holds.
    const request: PredictionRequest = {
      ...VIEW,
      columns: 77,
      range: [-5, 5],
      samplesPerPoint: 2,
      density: { rows: 9, range: [-10, 10] },
    };
    const work = predictInParts(fitted, request, experiment.seed);
    let parts = 0;
    let step = work.next();
    for (; !step.done; step = work.next()) parts++;
    expect(parts).toBeGreaterThan(10);
    expect(step.value).toEqual(predict(fitted, request, experiment.seed));
  });
});
