import { describe, expect, it } from 'vitest';
import { articleExperiment } from '../../src/core/article.ts';
import { changes, cured, divergenceCures } from '../../src/core/cures.ts';
import { type Experiment, LIMITS, parseExperiment } from '../../src/core/experiment.ts';
import type { TrainerEvent } from '../../src/core/run.ts';
import { withSetting } from '../../src/core/settings.ts';

const mdn = articleExperiment('inverted', 'mdn');
const ffnn = articleExperiment('inverted', 'ffnn');
const event = { kind: 'diverged', setRate: 0.01, clipNorm: 5.643 } as TrainerEvent;

const training = (change: Partial<Experiment['training']>, of = mdn): Experiment => ({
  ...of,
  training: { ...of.training, ...change },
});
const offered = (experiment: Experiment, change: Partial<TrainerEvent> = {}) =>
  divergenceCures(experiment, { ...event, ...change }).map(({ of }) => of);

describe('the cures of a divergence', () => {
  it('are a third of the rate, a variance floor, clipping to the usual norm, and standardised data', () => {
    expect(divergenceCures(mdn, event)).toEqual([
      { of: 'training.learningRate', value: 0.0033 },
      { of: 'model.varianceFloor', value: 1e-4 },
      { of: 'training.clipNorm', value: 5.6 },
      { of: 'training.standardise', value: true },
    ]);
  });

  it('have no variance floor for a feed-forward network', () => {
    expect(offered(ffnn, { setRate: 0.1 })).toEqual([
      'training.learningRate',
      'training.clipNorm',
      'training.standardise',
    ]);
  });

  it('leave out what is in effect already', () => {
    expect(offered(training({ clipNorm: 1 }))).not.toContain('training.clipNorm');
    expect(offered(mdn, { kind: 'recovered' })).not.toContain('training.clipNorm');
    expect(offered(training({ standardise: true }))).not.toContain('training.standardise');
    expect(offered(withSetting(mdn, 'model.varianceFloor', 1e-4))).not.toContain(
      'model.varianceFloor',
    );
    expect(offered(training({ rateChanges: [{ step: 9, rate: 0.0033 }] }))).not.toContain(
      'training.learningRate',
    );
    expect(offered(training({ learningRate: 0.001 }))).not.toContain('training.learningRate');
  });

  it('offer a lower rate again when the run has diverged with the lower one too', () => {
    const lowered = training({ rateChanges: [{ step: 9, rate: 0.0033 }] });
    expect(offered(lowered, { setRate: 0.0033 })).toContain('training.learningRate');
  });

  it('have no lower rate than the least one', () => {
    const { min } = LIMITS.learningRate;
    expect(offered(training({ learningRate: min }), { setRate: min })).not.toContain(
      'training.learningRate',
    );
    expect(
      divergenceCures(training({ learningRate: 2 * min }), { ...event, setRate: 2 * min })[0],
    ).toEqual({
      of: 'training.learningRate',
      value: min,
    });
  });

  it.each([1e-30, 5, 1e30])(
    'make experiments that are allowed, with a usual norm of %f',
    (norm) => {
      for (const cure of divergenceCures(mdn, { ...event, clipNorm: norm })) {
        const changed = cured(mdn, cure);
        expect(changes(mdn, cure)).toBe(true);
        expect(changes(changed, cure)).toBe(false);
        expect(parseExperiment(changed)).toEqual({ ok: true, value: changed });
        expect(changed).not.toEqual(mdn);
        expect(offered(changed)).not.toContain(cure.of);
      }
    },
  );
});
