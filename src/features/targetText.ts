import { digitsOf } from '../charts/template.ts';
import type { Range } from '../core/range.ts';
import { fixed, powered } from '../i18n/numbers.ts';

/** How values of the target are written, wherever they stand. */
export interface TargetText {
  /** A target, a mean: as many decimals as tell apart a thousandth of the figure's range. */
  value(y: number): string;
  /** A width, such as σ: one decimal more, and of a small one two digits that mean something. */
  deviation(width: number): string;
}

/** From here on, and with more decimals than these, values are powers of ten, as at the axis. */
const LARGE = 1e6;
const MOST_DECIMALS = 6;

/** @param range the target's, as the figure has it */
export function targetText(range: Range): TargetText {
  const digits = digitsOf(range);
  const largest = Math.max(...range.map(Math.abs));
  if (largest >= LARGE || digits > MOST_DECIMALS) {
    const apart = Math.ceil(Math.log10(largest / Math.abs(range[1] - range[0]) || 1));
    const shown = Math.min(MOST_DECIMALS, 2 + Math.max(0, apart));
    return { value: (y) => powered(y, shown), deviation: (width) => powered(width, 1) };
  }
  return {
    value: (y) => fixed(y, digits),
    deviation: (width) => {
      const two = width > 0 ? 1 - Math.floor(Math.log10(width)) : 0;
      return fixed(width, Math.min(MOST_DECIMALS, Math.max(digits + 1, two)));
    },
  };
}
