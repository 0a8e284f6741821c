import { beforeAll, describe, expect, it } from 'vitest';
import type { Experiment } from '../../src/core/experiment.ts';
import { density, mixtureOf } from '../../src/core/mixture.ts';
import { forward } from '../../src/core/network.ts';
import type { PredictionRequest } from '../../src/core/predictions.ts';
import { articleExperiment } from '../../src/core/presets.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { predict } from '../../src/engine/predictions.ts';
import { Scoring, ScoringPoints } from '../../src/engine/scoring.ts';
import { Trainer } from '../../src/engine/trainer.ts';
import { engineOf } from '../helpers/engines.ts';
import { knownTruth } from '../helpers/truth.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await engineOf('fused');
});

const base = articleExperiment('inverted', 'mdn');
const mdn: Experiment = {
  ...base,
  model: { kind: 'mdn', hidden: [8], activation: 'tanh', components: 4, varianceFloor: 1e-4 },
  training: { ...base.training, standardise: true, epochs: 20 },
};
const ffnn: Experiment = {
  ...articleExperiment('inverted', 'ffnn'),
  training: { ...articleExperiment('inverted', 'ffnn').training, epochs: 20 },
};
const request: PredictionRequest = {
  columns: 9,
  range: [-8, 8],
  samplesPerPoint: 3,
  density: { rows: 400, range: [-40, 40] },
  scores: true,
};

function trained(experiment: Experiment): Trainer {
  const trainer = new Trainer(experiment, engine);
  while (trainer.advance() !== 'end');
  return trainer;
}

describe('predict', () => {
  it('shows the mixture that the flat parameters stand for, in the data’s own units', () => {
    const trainer = trained(mdn);
    const { grid } = predict(trainer, request);
    const { network, scaling } = trainer;
    const z = grid.x.map((x) => (x - scaling.input.offset) / scaling.input.factor);
    const raw = forward(network, trainer.parameters(), z);
    for (let row = 0; row < grid.x.length; row++) {
      const expected = mixtureOf(network, raw, row, scaling.target);
      for (let k = 0; k < 4; k++) {
        expect(grid.weights[4 * row + k]).toBeCloseTo(expected.weights[k]!, 4);
        expect(grid.means[4 * row + k]).toBeCloseTo(expected.means[k]!, 3);
        expect(grid.deviations[4 * row + k]).toBeCloseTo(expected.deviations[k]!, 3);
      }
    }
    trainer.dispose();
  });

  it('gives a density that is the mixture’s and integrates to one', () => {
    const trainer = trained(mdn);
    const { grid, density: field } = predict(trainer, request);
    const { network, scaling } = trainer;
    const z = grid.x.map((x) => (x - scaling.input.offset) / scaling.input.factor);
    const raw = forward(network, trainer.parameters(), z);
    const spacing = field!.y[1]! - field!.y[0]!;
    for (let column = 0; column < 9; column++) {
      const mixture = mixtureOf(network, raw, column, scaling.target);
      let mass = 0;
      field!.y.forEach((y, row) => {
        const value = field!.density[9 * row + column]!;
        expect(Math.abs(value - density(mixture, y))).toBeLessThan(1e-3);
        mass += value * spacing;
      });
      expect(mass).toBeCloseTo(1, 2);
    }
    trainer.dispose();
  });

  it('draws the samples that were asked for, the same ones each time', () => {
    const trainer = trained(mdn);
    const first = predict(trainer, request).samples!;
    expect(first.x).toHaveLength(3 * 750);
    expect(predict(trainer, request).samples).toEqual(first);
    expect(predict(trainer, { ...request, samplesPerPoint: 50 }).samples!.x.length).toBe(15_000);
    trainer.dispose();
  });

  it('says how much each component is used: shares that add up to one', () => {
    const trainer = trained(mdn);
    const { usage } = predict(trainer, request);
    expect(usage.reduce((a, b) => a + b)).toBeCloseTo(1, 5);
    trainer.dispose();
  });

  it('shows a feed-forward network as one Gaussian about its answer', () => {
    const trainer = trained(ffnn);
    const { grid, samples } = predict(trainer, request);
    expect(samples).toBeNull();
    expect(grid.components).toBe(1);
    expect(grid.deviations[0]).toBeCloseTo(Math.sqrt(trainer.trainLoss!), 4);
    expect(grid.means[3]).toBeCloseTo(trainer.forward(grid.x)[3]!, 5);
    trainer.dispose();
  });
});

describe('Scoring', () => {
  it('scores the network as it was when it began, while training goes on', () => {
    const trainer = trained({ ...mdn, training: { ...mdn.training, epochs: 10 } });
    const scoreNow = () => {
      const scoring = new Scoring(trainer, new ScoringPoints(trainer));
      for (;;) {
        const scores = scoring.advance();
        if (scores) return scores;
      }
    };
    const undisturbed = scoreNow();
    const scoring = new Scoring(trainer, new ScoringPoints(trainer));
    scoring.advance();
    trainer.setEnd({ epochs: 12, stopAtPlateau: false });
    let scores = null;
    while (!scores) {
      trainer.advance();
      scores = scoring.advance();
    }
    expect(scores).toEqual(undisturbed);
    expect(scoreNow().nll.mean).not.toBe(undisturbed.nll.mean);
    trainer.dispose();
  });

  it('gives the loss on fresh points, and the truth’s own numbers beside it', () => {
    const trainer = trained(mdn);
    const scoring = new Scoring(trainer, new ScoringPoints(trainer));
    let scores = null;
    while (!scores) scores = scoring.advance();
    const truth = knownTruth('inverted', 1);
    expect(scores.entropy).toBe(truth.entropy());
    expect(scores.leastSquaredError).toBe(truth.meanSquaredError());
    expect(scores.nll.count).toBe(20_000);
    expect(scores.excess!.mean).toBeCloseTo(scores.nll.mean - truth.entropy()!, 1);
    expect(scores.crps.count).toBe(2000);
    trainer.dispose();
  });

  it('has nothing to say of a feed-forward network before its first epoch', () => {
    const trainer = new Trainer(ffnn, engine);
    expect(Scoring.possible(trainer)).toBe(false);
    while (trainer.epoch < 1) trainer.advance();
    expect(Scoring.possible(trainer)).toBe(true);
    trainer.dispose();
  });
});
