import { dataSetOf } from '../core/datasets/datasets.ts';
import { truthOf } from '../core/datasets/truthOf.ts';
import type { DataSettings } from '../core/experiment.ts';

/** Why a loss has no lowest to be held against: there is no noise, or nobody knows the truth of the data. */
export type WhyNoBound = 'noiseless' | 'unknown';

export function whyNoBound({ name }: DataSettings): WhyNoBound {
  return dataSetOf(name).truth ? 'noiseless' : 'unknown';
}

/** The points that a model is scored on: the test points, where there are no fresh ones. */
export function scoredOn({ name }: DataSettings): 'fresh' | 'test' {
  return dataSetOf(name).fresh ? 'fresh' : 'test';
}

/** exp(−h), the geometric mean of the true density over the data; null without noise, or without a truth. */
export function typicalDensity({ name, noise }: DataSettings): number | null {
  const entropy = truthOf(name, noise)?.entropy() ?? null;
  return entropy === null ? null : Math.exp(-entropy);
}
