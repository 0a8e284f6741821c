/** What may stand in a number field. */
export interface NumberLimit {
  readonly min: number;
  readonly max: number;
  readonly integer?: boolean;
}

/** A number as it stands in a field, with the mark before its decimals. */
export function numberText(value: number, mark: string): string {
  return String(value).replace('.', mark);
}

const SPACES = /[\s\u00a0\u2009\u202f_']/g;
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/i;

/**
 * Reads what a person types: spaces in thousands, a true minus and a decimal
 * comma are understood. Undefined where it is no number within the limit.
 */
export function parseNumber(text: string, limit: NumberLimit): number | undefined {
  const plain = commas(text.trim().replace(SPACES, '').replace('\u2212', '-'), limit);
  if (!NUMBER.test(plain)) return undefined;
  const value = Number(plain);
  if (limit.integer && !Number.isInteger(value)) return undefined;
  return value >= limit.min && value <= limit.max ? value : undefined;
}

/** In a whole number commas group thousands; otherwise a single one is the decimal comma. */
function commas(text: string, { integer }: NumberLimit): string {
  if (integer) return /^\d{1,3}(,\d{3})+$/.test(text) ? text.replaceAll(',', '') : text;
  return text.includes('.') ? text : text.replace(',', '.');
}
