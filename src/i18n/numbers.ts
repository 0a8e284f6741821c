import { decimalMark } from '../core/decimalMark.ts';

/**
 * How the interface writes numbers: the language's decimal mark, thin spaces in thousands
 * from five digits on, a true minus, no idle digits.
 */

/** U+202F, a thin space at which a line does not break. */
const THIN_SPACE = '\u202f';
const MINUS = '\u2212';
const NOTHING = '\u2013';

function dress(plain: string): string {
  const [whole = '', ...rest] = plain.replace('-', '').split('.');
  const grouped = whole.length < 5 ? whole : whole.replace(/\B(?=(\d{3})+$)/g, THIN_SPACE);
  return (plain.startsWith('-') ? MINUS : '') + [grouped, ...rest].join(decimalMark());
}

function unusual(value: number): string | undefined {
  if (Number.isNaN(value)) return NOTHING;
  if (!Number.isFinite(value)) return value > 0 ? '∞' : `${MINUS}∞`;
  return undefined;
}

/** 2.50e+9 as 2.50e9, with true minus signs. */
function exponent(plain: string): string {
  return plain.replace('.', decimalMark()).replace('+', '').replaceAll('-', MINUS);
}

/** Drops a minus that stands before nothing but zeros. */
function unsignedZero(plain: string): string {
  return /^-0(\.0*)?$/.test(plain) ? plain.slice(1) : plain;
}

/** A text with its numbers as a spreadsheet of the page's language reads them: -1200.5 for −1 200.5, nothing for nothing. */
export function plain(text: string): string {
  return text === NOTHING
    ? ''
    : text.replaceAll(THIN_SPACE, '').replaceAll('\u00a0', ' ').replaceAll(MINUS, '-');
}

/** From these sizes on a number is not written out, whole or with decimals: there is no room for it. */
const TOO_LONG = { whole: 1e12, decimal: 1e6 } as const;
/** Nor is it with more decimals than these. */
const MOST_DECIMALS = 6;

/** A number as a power of ten with `digits` decimals: 5.95e6, −2.0e−9. */
export function powered(value: number, digits: number): string {
  return unusual(value) ?? (value === 0 ? '0' : exponent(value.toExponential(digits)));
}

/** A number with exactly `digits` decimals: 1.694, −0.059, 12 000; with an exponent where that is too long: 2.50e9, 2.00e−9. */
export function fixed(value: number, digits = 0): string {
  const special = unusual(value);
  if (special) return special;
  const tooLong = Math.abs(value) >= (digits > 0 ? TOO_LONG.decimal : TOO_LONG.whole);
  if (tooLong || digits > MOST_DECIMALS) return powered(value, 2);
  return dress(unsignedZero(value.toFixed(digits)));
}

/** Writes numbers with exactly `digits` decimals. */
export function decimals(digits: number): (value: number) => string {
  return (value) => fixed(value, digits);
}

/** At most `digits` significant digits, written out from 10⁻⁶ to 10¹²: 0.002, 412, 1.24. */
export function significant(value: number, digits = 3): string {
  const special = unusual(value);
  if (special) return special;
  const rounded = Number(value.toPrecision(digits));
  const size = Math.abs(rounded);
  if (rounded !== 0 && (size < 1e-6 || size >= TOO_LONG.whole))
    return exponent(rounded.toExponential());
  return dress(unsignedZero(decimal(rounded)));
}

/** The shortest plain text that reads back as the same number, without an exponent. */
function decimal(value: number): string {
  const text = String(value);
  if (!/e-/.test(text)) return text;
  const [mantissa = '', exponent = '0'] = text.split('e-');
  const digits = (mantissa.split('.')[1]?.length ?? 0) + Number(exponent);
  return value.toFixed(Math.min(digits, 100));
}

/** A loss with about four digits that mean something: 1.694, 41.27, 1 520. */
export function loss(value: number | undefined): string {
  if (value === undefined) return NOTHING;
  const size = Math.abs(value);
  if (size >= TOO_LONG.decimal && Number.isFinite(size)) return exponent(value.toExponential(2));
  return fixed(value, lossDigits(value));
}

/** Decimals of a loss, so that about four digits are left. */
export function lossDigits(value: number): number {
  const size = Math.abs(value);
  return size < 10 ? 3 : size < 100 ? 2 : size < 1000 ? 1 : 0;
}

/** Decimals at which a standard error shows one digit that means something, or two if the first is a 1. */
export function errorDigits(error: number): number {
  const power = Math.floor(Math.log10(error));
  const first = Math.floor(error / 10 ** power + 1e-9);
  return Math.min(6, Math.max(0, (first === 1 ? 1 : 0) - power));
}

/** A share as per cent: 25 %. */
export function percent(share: number, digits = 0): string {
  return `${fixed(100 * share, digits)}${THIN_SPACE}%`;
}
