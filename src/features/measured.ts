import type { Estimate } from '../core/estimate.ts';
import type { Translate } from '../i18n/index.ts';
import { errorDigits, fixed, loss } from '../i18n/numbers.ts';

/** An estimate with its standard error, no digit of it idle: 1.694 ± 0.005. */
export function measured(t: Translate, { mean, standardError }: Estimate): string {
  if (!(standardError > 0) || !Number.isFinite(mean)) return loss(mean);
  const digits = errorDigits(standardError);
  // As large as a diverged run makes it, no more digits than there is room for.
  const write = (value: number) => (Math.abs(mean) < 1e6 ? fixed(value, digits) : loss(value));
  return t('scores.measured', { value: write(mean), error: write(standardError) });
}
