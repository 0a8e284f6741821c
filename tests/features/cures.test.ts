import { describe, expect, it } from 'vitest';
import { type Experiment, LIMITS, parseExperiment } from '../../src/core/experiment.ts';
import { articleExperiment } from '../../src/core/presets.ts';
import type { TrainerEvent } from '../../src/core/run.ts';
import { cured, cures } from '../../src/features/divergence/cures.ts';

const mdn = articleExperiment('inverted', 'mdn');
const ffnn = articleExperiment('inverted', 'ffnn');
const event = { kind: 'diverged', setRate: 0.01, clipNorm: 5.643 } as TrainerEvent;

const training = (change: Partial<Experiment['training']>, of = mdn): Experiment => ({
  ...of,
  training: { ...of.training, ...change },
});
const kinds = (experiment: Experiment, change: Partial<TrainerEvent> = {}) =>
  cures(experiment, { ...event, ...change }).map(({ kind }) => kind);

describe('the cures of a divergence', () => {
  it('are a third of the rate, a variance floor, clipping to the usual norm, and standardised data', () => {
    expect(cures(mdn, event)).toEqual([
      { kind: 'rate', rate: 0.0033 },
      { kind: 'floor', share: 1e-4 },
      { kind: 'clip', norm: 5.6 },
      { kind: 'standardise' },
    ]);
  });

  it('have no variance floor for a feed-forward network', () => {
    expect(kinds(ffnn, { setRate: 0.1 })).toEqual(['rate', 'clip', 'standardise']);
  });

  it('leave out what is in effect already', () => {
    expect(kinds(training({ clipNorm: 1 }))).not.toContain('clip');
    expect(kinds(mdn, { kind: 'recovered' })).not.toContain('clip');
    expect(kinds(training({ standardise: true }))).not.toContain('standardise');
    expect(kinds(cured(mdn, { kind: 'floor', share: 1e-4 }))).not.toContain('floor');
    expect(kinds(training({ rateChanges: [{ step: 9, rate: 0.0033 }] }))).not.toContain('rate');
    expect(kinds(training({ learningRate: 0.001 }))).not.toContain('rate');
  });

  it('offer a lower rate again when the run has diverged with the lower one too', () => {
    const lowered = training({ rateChanges: [{ step: 9, rate: 0.0033 }] });
    expect(kinds(lowered, { setRate: 0.0033 })).toContain('rate');
  });

  it('have no lower rate than the least one', () => {
    const { min } = LIMITS.learningRate;
    expect(kinds(training({ learningRate: min }), { setRate: min })).not.toContain('rate');
    expect(cures(training({ learningRate: 2 * min }), { ...event, setRate: 2 * min })[0]).toEqual({
      kind: 'rate',
      rate: min,
    });
  });

  it.each([1e-30, 5, 1e30])(
    'make experiments that are allowed, with a usual norm of %f',
    (norm) => {
      for (const cure of cures(mdn, { ...event, clipNorm: norm })) {
        if (cure.kind === 'rate') continue;
        const changed = cured(mdn, cure);
        expect(parseExperiment(changed)).toEqual({ ok: true, value: changed });
        expect(changed).not.toEqual(mdn);
        expect(kinds(changed)).not.toContain(cure.kind);
      }
    },
  );
});
