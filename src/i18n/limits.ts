import type { Limit } from '../core/experiment.ts';
import type { Translate } from './index.ts';
import { significant } from './numbers.ts';

/** What a number field allows, in words: "Whole number from 50 to 20 000". */
export function limitText(t: Translate, limit: Limit): string {
  const range = { min: significant(limit.min, 10), max: significant(limit.max, 10) };
  return limit.integer ? t('limit.whole', range) : t('limit.number', range);
}
