/** Mixtures as extreme as float32 training makes them, in every engine. */
import { beforeAll, describe, expect, it } from 'vitest';
import { articleExperiment } from '../../src/core/article.ts';
import { ENGINE_NAMES } from '../../src/core/experiment.ts';
import type { Network } from '../../src/core/network.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { Trainer } from '../../src/engine/trainer.ts';
import { engineOf } from '../helpers/engines.ts';
import { relativeError } from '../helpers/golden.ts';
import { gradientSum } from '../helpers/kernelCases.ts';

/** [logits, means, log variances], the target and the variance floor. */
const CASES: [string, number[], number, number][] = [
  ['a component too wide for its variance in float32, with a floor', [0, 0, 0, 0, 0, 89], 1, 0.01],
  ['one a good deal wider still, with a floor', [0, 0, 0, 1, 500, 300], 1, 0.01],
  ['a single such component, with a floor', [0, 3, 120], 1, 0.01],
  ['a component too narrow to reach its row', [0, 0, 1e4, 1, -80, 0], 0, 0],
  ['a component too wide for its variance in float32', [0, 0, 0, 0, 0, 89], 1, 0],
];

describe.each(ENGINE_NAMES)('the engine %s', (name) => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await engineOf(name);
  });

  it.each(CASES)('has the loss and the gradient right for %s', (_, raw, y, varianceFloor) => {
    const components = raw.length / 3;
    const network: Network = { hidden: [1], activation: 'relu', components, varianceFloor };
    // One dead unit: the raw outputs are the biases of the last layer.
    const parameters = Float32Array.from([0, 0, ...raw.map(() => 0), ...raw]);
    const rows = { x: Float32Array.of(0), y: Float32Array.of(y) };
    const session = engine.open({ network, train: rows, test: rows });
    const zeros = new Float32Array(parameters.length);
    session.setState({ parameters, firstMoment: zeros, secondMoment: zeros });
    session.accumulate(0, 1);
    const expected = gradientSum(network, parameters, rows.x, rows.y);
    expect(relativeError(session.gradient(), expected.gradient)).toBeLessThan(1e-5);
    expect(relativeError([session.testLoss(0, 1, 0)], [expected.loss])).toBeLessThan(1e-5);
    session.dispose();
  });
});

it('a variance floor makes no run recover where nothing diverges', async () => {
  const { model, ...article } = articleExperiment('inverted', 'mdn');
  const floored = { ...model, varianceFloor: 1e-4 } as typeof model;
  const trainer = new Trainer({ ...article, seed: 412, model: floored }, await engineOf('fused'));
  while (trainer.step < 40) trainer.advance();
  expect(trainer.takeEvents()).toEqual([]);
  trainer.dispose();
});
