import { UNCHANGED } from '../../src/core/temperature.ts';

/** The least that a page may ask of a view. */
export const VIEW = {
  columns: 8,
  range: [0, 1],
  samplesPerPoint: 0,
  temperature: UNCHANGED,
  density: null,
  scores: false,
  calibration: false,
} as const;
