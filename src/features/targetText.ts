import { digitsOf } from '../charts/template.ts';
import type { Range } from '../core/range.ts';
import { fixed } from '../i18n/numbers.ts';

/** How values of the target are written, wherever they stand. */
export interface TargetText {
  /** A target, a mean: as many decimals as tell apart a thousandth of the figure's range. */
  value(y: number): string;
  /** A width, such as σ: one decimal more, and of a small one two digits that mean something. */
  deviation(width: number): string;
}

/** @param range the target's, as the figure has it */
export function targetText(range: Range): TargetText {
  const digits = digitsOf(range);
  return {
    value: (y) => fixed(y, digits),
    deviation: (width) => {
      const two = width > 0 ? 1 - Math.floor(Math.log10(width)) : 0;
      return fixed(width, Math.max(digits + 1, Math.min(6, two)));
    },
  };
}
