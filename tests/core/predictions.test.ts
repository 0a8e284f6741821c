import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import {
  PREDICTION_LIMITS,
  type PredictionRequest,
  PredictionRequestSchema,
} from '../../src/core/predictions.ts';
import { UNCHANGED } from '../../src/core/temperature.ts';

const request: PredictionRequest = {
  columns: 257,
  range: [-16, 16],
  samplesPerPoint: 10,
  temperature: UNCHANGED,
  density: { rows: 128, range: [-17, 17] },
  scores: true,
  calibration: false,
};

const isTaken = (value: unknown) => v.is(PredictionRequestSchema, value);

describe('what may be asked of a view', () => {
  it('is anything within the limits', () => {
    expect(isTaken(request)).toBe(true);
    expect(isTaken({ ...request, density: null, samplesPerPoint: 0 })).toBe(true);
    expect(isTaken({ ...request, columns: PREDICTION_LIMITS.columns })).toBe(true);
  });

  it.each([
    ['too many columns', { columns: PREDICTION_LIMITS.columns + 1 }],
    ['a part of a column', { columns: 2.5 }],
    ['too many samples', { samplesPerPoint: PREDICTION_LIMITS.samplesPerPoint + 1 }],
    ['too hot', { temperature: { weights: 1, widths: 5.1 } }],
    ['too many rows', { density: { rows: PREDICTION_LIMITS.rows + 1, range: [0, 1] } }],
    ['no number in the range', { range: [0, Number.NaN] }],
    ['a range without an end', { range: [0] }],
    ['no density at all', { density: undefined }],
  ])('is not %s', (_, change) => {
    expect(isTaken({ ...request, ...change })).toBe(false);
  });

  it.each([null, undefined, 5, 'view', []])('is not %j', (value) => {
    expect(isTaken(value)).toBe(false);
  });
});
