import { memory } from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { articleExperiment } from '../../src/core/article.ts';
import { ENGINE_NAMES, type Experiment } from '../../src/core/experiment.ts';
import { UNCHANGED } from '../../src/core/temperature.ts';
import { Run } from '../../src/engine/run.ts';
import { engineOf } from '../helpers/engines.ts';

describe.each(ENGINE_NAMES)('tensors of the engine %s', (name) => {
  it('are as many after 1000 steps, a view and a reset as before, and none after disposal', async () => {
    const engine = await engineOf(name);
    const base = articleExperiment('spiral', 'mdn');
    const experiment: Experiment = {
      ...base,
      data: { ...base.data, points: 50 },
      model: {
        ...base.model,
        hidden: [5],
        kind: 'mdn',
        components: 2,
        varianceFloor: 1e-6,
        initialisation: 'pytorch',
      },
      training: { ...base.training, batchSize: 20, order: 'shuffled', epochs: 1000 },
    };
    const outside = memory().numTensors;
    const trainer = new Run(experiment, engine);
    const opened = memory().numTensors;
    while (trainer.step < 1000) trainer.advance();
    trainer.view({
      columns: 20,
      range: [-1, 1],
      samplesPerPoint: 2,
      temperature: UNCHANGED,
      density: { rows: 9, range: [-1, 1] },
      scores: true,
      calibration: true,
    });
    expect(memory().numTensors).toBe(opened);
    trainer.reset();
    expect(memory().numTensors).toBe(opened);
    trainer.dispose();
    expect(memory().numTensors).toBe(outside);
  });
});
