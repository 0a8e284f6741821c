/**
 * What stands before the decimals of every number that is shown, in texts and at axes:
 * the page has one language, and its start or a switch sets this.
 */
let mark = '.';

export function decimalMark(): string {
  return mark;
}

/** From now on numbers are written as this language writes them: 0.5 or 0,5. */
export function writeDecimalsIn(locale: string): void {
  mark = decimalMarkOf(locale);
}

function decimalMarkOf(locale: string): string {
  const parts = new Intl.NumberFormat(locale).formatToParts(0.5);
  return parts.find(({ type }) => type === 'decimal')?.value ?? '.';
}
