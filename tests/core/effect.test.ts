import { describe, expect, it } from 'vitest';
import { effectOf } from '../../src/core/effect.ts';
import type { Experiment } from '../../src/core/experiment.ts';
import { DEFAULT_EXPERIMENT as base } from '../../src/core/presets.ts';
import { withModel } from '../../src/core/usual.ts';

const training = (change: Partial<Experiment['training']>): Experiment => ({
  ...base,
  training: { ...base.training, ...change },
});

describe('what a change of the experiment does to the run', () => {
  it.each([
    ['nothing', base, 'none'],
    ['another seed', { ...base, seed: 1 }, 'reopen'],
    ['another noise', { ...base, data: { ...base.data, noise: 2 } }, 'reopen'],
    ['another model', withModel(base, 'ffnn'), 'reopen'],
    ['another batch size', training({ batchSize: 10 }), 'reopen'],
    ['another schedule', training({ schedule: { kind: 'cosine', epochs: 5 } }), 'reopen'],
    ['another rate', training({ learningRate: 0.5 }), 'rate'],
    ['a rate change', training({ rateChanges: [{ step: 9, rate: 0.1 }] }), 'rate'],
    ['more epochs', training({ epochs: 5000 }), 'end'],
    ['fewer epochs, still ahead', training({ epochs: 50 }), 'end'],
    ['a stop at a plateau that may be behind', training({ stopAtPlateau: true }), 'replay'],
    ['fewer epochs than are done', training({ epochs: 49 }), 'replay'],
    ['more epochs and another rate', training({ epochs: 5000, learningRate: 0.5 }), 'reopen'],
    ['more epochs and another seed', { ...training({ epochs: 5000 }), seed: 1 }, 'reopen'],
  ] as const)('%s', (_, changed, effect) => {
    expect(effectOf(base, changed as Experiment, 100)).toBe(effect);
  });

  it('goes on to another end while it looks for a plateau, unless it would look at other epochs', () => {
    const from = training({ stopAtPlateau: true, epochs: 900 });
    expect(effectOf(from, training({ stopAtPlateau: true, epochs: 600 }), 100)).toBe('end');
    expect(effectOf(from, training({ stopAtPlateau: true, epochs: 1000 }), 100)).toBe('replay');
    expect(effectOf(from, training({ stopAtPlateau: false, epochs: 2000 }), 100)).toBe('end');
  });

  it('starts again when the rate changes before the first step', () => {
    expect(effectOf(base, training({ learningRate: 0.5 }), 0)).toBe('reopen');
  });
});
