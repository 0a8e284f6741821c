import { beforeAll, describe, expect, it } from 'vitest';
import { articleExperiment } from '../../src/core/article.ts';
import type { Experiment } from '../../src/core/experiment.ts';
import { density } from '../../src/core/mixture.ts';
import { mixturesAt } from '../../src/core/model.ts';
import type { PredictionRequest } from '../../src/core/predictions.ts';
import { lossOn } from '../../src/core/scores.ts';
import { UNCHANGED } from '../../src/core/temperature.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { Run } from '../../src/engine/run.ts';
import { engineOf } from '../helpers/engines.ts';
import { onOwnPoints } from '../helpers/ownPoints.ts';
import { knownTruth } from '../helpers/truth.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await engineOf('fused');
});

const base = articleExperiment('inverted', 'mdn');
const mdn: Experiment = {
  ...base,
  model: {
    kind: 'mdn',
    hidden: [8],
    activation: 'tanh',
    components: 4,
    varianceFloor: 1e-4,
    initialisation: 'pytorch',
  },
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
  temperature: UNCHANGED,
  density: { rows: 400, range: [-40, 40] },
  scores: true,
  calibration: false,
};

function trained(experiment: Experiment): Run {
  const trainer = new Run(experiment, engine);
  while (trainer.advance() !== 'end');
  return trainer;
}

describe('what a run shows', () => {
  it('shows the mixture that the flat parameters stand for, in the data’s own units', () => {
    const trainer = trained(mdn);
    const { grid } = trainer.view(request);
    const mixtures = mixturesAt(trainer.fitted(), grid.x);
    for (let row = 0; row < grid.x.length; row++) {
      const expected = mixtures[row]!;
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
    const { grid, density: field } = trainer.view(request);
    const mixtures = mixturesAt(trainer.fitted(), grid.x);
    const spacing = field!.y[1]! - field!.y[0]!;
    for (let column = 0; column < 9; column++) {
      const mixture = mixtures[column]!;
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
    const first = trainer.view(request).samples!;
    expect(first.x).toHaveLength(3 * 750);
    expect(trainer.view(request).samples).toEqual(first);
    expect(trainer.view({ ...request, samplesPerPoint: 50 }).samples!.x.length).toBe(15_000);
    trainer.dispose();
  });

  it('says how much each component is used: shares that add up to one', () => {
    const trainer = trained(mdn);
    const { usage } = trainer.view(request);
    expect(usage.reduce((a, b) => a + b)).toBeCloseTo(1, 5);
    trainer.dispose();
  });

  it('shows a feed-forward network as one Gaussian about its answer', () => {
    const trainer = trained(ffnn);
    const { grid, samples } = trainer.view(request);
    expect(samples).toBeNull();
    expect(grid.components).toBe(1);
    const mse = lossOn(trainer.fitted(), trainer.task.data.train, trainer.forward);
    expect(grid.deviations[0]).toBeCloseTo(Math.sqrt(mse), 4);
    // The last epoch's running mean is of earlier parameters.
    expect(mse).not.toBeCloseTo(trainer.losses.last.train!, 6);
    expect(grid.means[3]).toBeCloseTo(trainer.forward(trainer.fitted(), grid.x)[3]!, 5);
    trainer.dispose();
  });
});

describe('the scores of a run', () => {
  it('scores the network as it was when it began, while training goes on', () => {
    const trainer = trained({ ...mdn, training: { ...mdn.training, epochs: 10 } });
    const scoreNow = () => {
      const scoring = trainer.scoring(20_000)!;
      for (;;) {
        const scores = scoring.advance();
        if (scores) return scores;
      }
    };
    const undisturbed = scoreNow();
    const scoring = trainer.scoring(20_000)!;
    scoring.advance();
    trainer.setEnd({ epochs: 12, stopAtPlateau: false, keepBest: false });
    let scores = null;
    while (!scores) {
      trainer.advance();
      scores = scoring.advance();
    }
    expect(scores).toEqual(undisturbed);
    expect(scoreNow().nll.loss.mean).not.toBe(undisturbed.nll.loss.mean);
    trainer.dispose();
  });

  it('gives the loss on fresh points, and the truth’s own numbers beside it', () => {
    const trainer = trained(mdn);
    const scoring = trainer.scoring(20_000)!;
    let scores = null;
    while (!scores) scores = scoring.advance();
    const truth = knownTruth('inverted', 1);
    const { nll, squaredError } = scores;
    expect([nll.loss.count, squaredError.loss.count]).toEqual([20_000, 20_000]);
    // Their expectations, from which 20 000 points are a little off.
    expect(Math.abs(nll.truth! - truth.entropy()!)).toBeLessThan(0.03);
    expect(Math.abs(squaredError.truth! - truth.meanSquaredError())).toBeLessThan(2);
    for (const { loss, truth: best, excess } of [nll, squaredError]) {
      expect(best! + excess!.mean).toBeCloseTo(loss.mean, 9);
    }
    expect(scores.crps.count).toBe(2000);
    trainer.dispose();
  });

  it('scores an untrained network too, a feed-forward one with σ̂ of its first weights', () => {
    const trainer = new Run(ffnn, engine);
    const { deviation } = trainer.fitted();
    expect(deviation).toBeGreaterThan(1);
    expect(trainer.scoring(1000)).not.toBeNull();
    while (trainer.epoch < 1) trainer.advance();
    expect(trainer.fitted().deviation).not.toBe(deviation);
    trainer.dispose();
  });
});

describe('a look back', () => {
  it.each([
    ['a mixture', mdn],
    ['a feed-forward network', ffnn],
  ])(
    'shows of %s what a run of so many epochs shows, and leaves the run alone',
    (_, experiment) => {
      const run = new Run(experiment, engine);
      while (run.epoch < 7) run.advance();
      const state = run.state();
      while (run.advance() !== 'end');
      const last = run.view(request);
      const short = trained({
        ...experiment,
        training: { ...experiment.training, epochs: 7 },
      });
      expect(run.look(state)).toBe(true);
      expect(run.view(request)).toEqual(short.view(request));
      expect(run.shown()).toEqual(state);
      expect(run.shownStep).toBe(7 * run.stepsPerEpoch);
      expect(run.epoch).toBe(20);
      expect(run.look(null)).toBe(true);
      expect(run.view(request)).toEqual(last);
    },
  );

  it('shows the weights of the least test loss, and none of another network', () => {
    const run = new Run(mdn, engine);
    expect(run.look('best')).toBe(false);
    while (run.advance() !== 'end');
    const { test } = run.takeLosses();
    expect(run.look('best')).toBe(true);
    const least = test.loss.indexOf(Math.min(...test.loss.slice(1)));
    expect(run.shown().epoch).toBe(test.epoch[least]);
    expect(run.look({ epoch: 1, parameters: new Float32Array(3) })).toBe(false);
    expect(run.shown().epoch).toBe(20);
  });

  it('is calibrated on the test points where the data are somebody’s own', () => {
    const own = onOwnPoints(200);
    const run = trained({ ...own, training: { ...own.training, epochs: 3 } });
    const calibrating = run.calibrating()!;
    let found = null;
    while (!found) found = calibrating.advance();
    expect(found.count).toBe(50);
    run.dispose();
  });
});
