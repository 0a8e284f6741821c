import { describe, expect, it } from 'vitest';
import { articleExperiment } from '../../src/core/article.ts';
import { type Experiment, LIMITS, parseExperiment } from '../../src/core/experiment.ts';
import type { TrainerEvent } from '../../src/core/run.ts';
import { withSetting } from '../../src/core/settings.ts';
import { cures } from '../../src/features/divergence/cures.ts';

const mdn = articleExperiment('inverted', 'mdn');
const ffnn = articleExperiment('inverted', 'ffnn');
const event = { kind: 'diverged', setRate: 0.01, clipNorm: 5.643 } as TrainerEvent;

const training = (change: Partial<Experiment['training']>, of = mdn): Experiment => ({
  ...of,
  training: { ...of.training, ...change },
});
const cured = (experiment: Experiment, change: Partial<TrainerEvent> = {}) =>
  cures(experiment, { ...event, ...change }).map(({ of }) => of);

describe('the cures of a divergence', () => {
  it('are a third of the rate, a variance floor, clipping to the usual norm, and standardised data', () => {
    expect(cures(mdn, event)).toEqual([
      { of: 'training.learningRate', value: 0.0033 },
      { of: 'model.varianceFloor', value: 1e-4 },
      { of: 'training.clipNorm', value: 5.6 },
      { of: 'training.standardise', value: true },
    ]);
  });

  it('have no variance floor for a feed-forward network', () => {
    expect(cured(ffnn, { setRate: 0.1 })).toEqual([
      'training.learningRate',
      'training.clipNorm',
      'training.standardise',
    ]);
  });

  it('leave out what is in effect already', () => {
    expect(cured(training({ clipNorm: 1 }))).not.toContain('training.clipNorm');
    expect(cured(mdn, { kind: 'recovered' })).not.toContain('training.clipNorm');
    expect(cured(training({ standardise: true }))).not.toContain('training.standardise');
    expect(cured(withSetting(mdn, 'model.varianceFloor', 1e-4))).not.toContain(
      'model.varianceFloor',
    );
    expect(cured(training({ rateChanges: [{ step: 9, rate: 0.0033 }] }))).not.toContain(
      'training.learningRate',
    );
    expect(cured(training({ learningRate: 0.001 }))).not.toContain('training.learningRate');
  });

  it('offer a lower rate again when the run has diverged with the lower one too', () => {
    const lowered = training({ rateChanges: [{ step: 9, rate: 0.0033 }] });
    expect(cured(lowered, { setRate: 0.0033 })).toContain('training.learningRate');
  });

  it('have no lower rate than the least one', () => {
    const { min } = LIMITS.learningRate;
    expect(cured(training({ learningRate: min }), { setRate: min })).not.toContain(
      'training.learningRate',
    );
    expect(cures(training({ learningRate: 2 * min }), { ...event, setRate: 2 * min })[0]).toEqual({
      of: 'training.learningRate',
      value: min,
    });
  });

  it.each([1e-30, 5, 1e30])(
    'make experiments that are allowed, with a usual norm of %f',
    (norm) => {
      for (const cure of cures(mdn, { ...event, clipNorm: norm })) {
        const changed = withSetting(mdn, cure.of, cure.value);
        expect(parseExperiment(changed)).toEqual({ ok: true, value: changed });
        expect(changed).not.toEqual(mdn);
        expect(cured(changed)).not.toContain(cure.of);
      }
    },
  );
});
