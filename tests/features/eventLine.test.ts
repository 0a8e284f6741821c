import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TrainerEvent } from '../../src/core/run.ts';
import { eventLine } from '../../src/features/diagnosis/eventLine.ts';
import { t } from '../helpers/texts.ts';

const EVENT: TrainerEvent = {
  kind: 'recovered',
  number: 1,
  step: 1234,
  epoch: 154,
  cause: 'explosion',
  loss: 957_569,
  gradientNorm: 6.951e6,
  typicalNorm: 5.43,
  smallestDeviation: { before: 0.5213, after: 0.0031 },
  setRate: 1,
  backTo: 1200,
  backToEpoch: 150,
  rateFactor: 0.5,
  nextRate: 0.5,
  clipNorm: 5.64,
};

const line = (change: Partial<TrainerEvent> = {}) =>
  eventLine(t, { ...EVENT, ...change }).replaceAll('\u202f', ' ');

describe('a line of the run’s log', () => {
  it('tells which quantity failed where, what led to it and what was done', () => {
    expect(line()).toBe(
      'Step 1234, epoch 154: the loss of the batch rose to 958 000, more than a thousand times what the run began with. ' +
        'The gradient’s norm was 6.95e6; typical before was 5.4. ' +
        'Since the last checkpoint the smallest σ fell from 0.52 to 0.0031 target units. ' +
        'Training went back to step 1200, halved the learning rate to 0.5 and clipped the gradient to 5.6.',
    );
  });

  it('says of what is not a number that it was not a finite number', () => {
    const lost = line({ cause: 'loss', loss: Number.NaN, gradientNorm: Number.NaN });
    expect(lost).toContain('the loss of the batch was not a finite number');
    expect(lost).toContain('norm was not a finite number');
    expect(line({ smallestDeviation: { before: 0.5, after: null } })).toContain(
      'smallest σ was not a finite number',
    );
  });

  it('says of a gradient that failed only once that it was not a finite number', () => {
    const lost = line({ cause: 'gradient', gradientNorm: Number.POSITIVE_INFINITY });
    expect(lost).toContain('the gradient was not a finite number');
    expect(lost).not.toContain('norm');
  });

  it('compares the gradient with what was usual, and in the first step with nothing', () => {
    expect(line({ gradientNorm: 5.9 })).toContain('norm was 5.9, about as usual (5.4).');
    expect(line({ typicalNorm: 0 })).toContain('norm was 6.95e6. ');
  });

  it('tells whether the smallest σ rose, fell or stayed', () => {
    const width = (before: number, after: number) => line({ smallestDeviation: { before, after } });
    expect(width(0.5, 2)).toContain('rose from 0.5 to 2 target units');
    expect(width(0.5, 0.5001)).toContain('was 0.5 target units, as at the last checkpoint');
  });

  it('leaves σ out for a feed-forward network', () => {
    expect(line({ smallestDeviation: null })).not.toContain('σ');
  });

  it('says where a run has stopped that it stopped, and of no way back', () => {
    const stopped = line({ kind: 'diverged' });
    expect(stopped).toMatch(/Training stopped\.$/);
    expect(stopped).not.toContain('went back');
  });

  it('never shows NaN, an infinity or a bare exponent, whatever the numbers', () => {
    const any = fc.double();
    const finite = fc.double({ noNaN: true, noDefaultInfinity: true, min: 0 });
    const upTo = (max: number) => fc.double({ noNaN: true, min: 0, max });
    const width = fc.option(finite);
    fc.assert(
      fc.property(
        fc.constantFrom('loss', 'gradient', 'explosion'),
        any,
        finite,
        fc.tuple(width, width),
        fc.record({ loss: finite, nextRate: upTo(1), clipNorm: upTo(1e38) }),
        (cause, gradientNorm, typicalNorm, [before, after], rest) => {
          const text = line({
            ...rest,
            cause,
            gradientNorm,
            typicalNorm,
            smallestDeviation: { before, after },
          });
          expect(text).not.toMatch(/NaN|Infinity|∞|undefined|null|e\+|–/);
        },
      ),
    );
  });
});
