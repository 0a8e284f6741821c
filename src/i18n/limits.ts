import type { Limit } from '../core/parsed.ts';
import type { Translate } from './index.ts';
import { significant } from './numbers.ts';

/** Both ends of a limit, as text. */
export function bounds({ min, max }: Limit): { readonly min: string; readonly max: string } {
  return { min: significant(min, 10), max: significant(max, 10) };
}

/** Says what a number field allows and what it goes on with: "Whole number from 1 to 100; 30 stays in use" */
export function limitText(t: Translate, limit: Limit): (inForce: number) => string {
  return (inForce) =>
    t(limit.integer ? 'limit.whole' : 'limit.number', {
      ...bounds(limit),
      value: significant(inForce, 10),
    });
}
