import type { Points } from './points.ts';

/** A change of unit: value = offset + factor · z. */
export interface Scale {
  readonly offset: number;
  /** Positive. */
  readonly factor: number;
}

/** The units that a network is trained in. */
export interface Scaling {
  readonly input: Scale;
  readonly target: Scale;
}

export const IDENTITY: Scale = { offset: 0, factor: 1 };

/** Mean and (population) standard deviation; a factor of 1 where all values are the same. */
export function scaleOf(values: Float64Array): Scale {
  const offset = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance =
    values.reduce((sum, value) => sum + (value - offset) * (value - offset), 0) / values.length;
  return { offset, factor: variance > 0 ? Math.sqrt(variance) : 1 };
}

/** The training set's own scales, or none. */
export function scalingOf(train: Points, standardise: boolean): Scaling {
  return standardise
    ? { input: scaleOf(train.x), target: scaleOf(train.y) }
    : { input: IDENTITY, target: IDENTITY };
}

/** The values in the unit of training, z = (value − offset) / factor, in float32. */
export function toTrainingUnit(values: Float64Array, { offset, factor }: Scale): Float32Array {
  return Float32Array.from(values, (value) => (value - offset) / factor);
}
