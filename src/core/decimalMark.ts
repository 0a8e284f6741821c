/**
 * What stands before the decimals of every number that is shown, in texts and at axes:
 * the page has one language, and its start or a switch sets this.
 */
let mark: DecimalMark = '.';

export type DecimalMark = '.' | ',';

export function decimalMark(): DecimalMark {
  return mark;
}

/** From now on numbers are written with this mark: 0.5 or 0,5. */
export function writeDecimalsWith(next: DecimalMark): void {
  mark = next;
}
