import type { Estimate } from '../core/estimate.ts';
import type { Translate } from '../i18n/index.ts';
import { errorDigits, fixed, loss, powered } from '../i18n/numbers.ts';

/** There is room for so many decimals. */
const MOST_DECIMALS = 4;
/** A mean below it is told as a power of ten where its error needs more decimals than there is room for. */
const SMALL = 0.01;

/** An estimate with its standard error, no digit of it idle: 1.694 ± 0.005; 1.6943 ± 2e−5; 3.1e−7 ± 4e−9. */
export function measured(t: Translate, { mean, standardError }: Estimate): string {
  if (!(standardError > 0) || !Number.isFinite(mean)) return loss(mean);
  const told = (value: string, error: string) => t('scores.measured', { value, error });
  const size = Math.abs(mean);
  // As large as a diverged run makes it, no more digits than there is room for.
  if (size >= 1e6) return told(loss(mean), loss(standardError));
  const digits = errorDigits(standardError);
  if (digits <= MOST_DECIMALS) return told(fixed(mean, digits), fixed(standardError, digits));
  const value = size < SMALL ? powered(mean, 1) : fixed(mean, MOST_DECIMALS);
  return told(value, powered(standardError, 0));
}
