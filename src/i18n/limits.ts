import type { Limit } from '../core/experiment.ts';
import type { Translate } from './index.ts';
import { significant } from './numbers.ts';

/** Says what a number field allows and what it goes on with: "Whole number from 1 to 100; 30 stays in use" */
export function limitText(t: Translate, limit: Limit): (inForce: number) => string {
  const range = { min: significant(limit.min, 10), max: significant(limit.max, 10) };
  return (inForce) =>
    t(limit.integer ? 'limit.whole' : 'limit.number', {
      ...range,
      value: significant(inForce, 10),
    });
}
