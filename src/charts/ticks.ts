import { decimalMark } from '../core/decimalMark.ts';
import type { Axis } from './figure.ts';

/** Where a figure has its ticks, and what stands there, as Plotly has it. */

/** Stands between thousands, as in texts. */
export const THIN_SPACE = '\u202f';

const STEPS = [1, 2, 5, 10];

/** Round values of a linear axis, at most about `count`, as Plotly chooses them. */
export function ticksOf([from, to]: Axis['range'], count: number): number[] {
  const rough = Math.abs(to - from) / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * STEPS.find((one) => one * power >= rough * (1 - 1e-9))!;
  const first = Math.ceil(from / step - 1e-9);
  const last = Math.floor(to / step + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, i) => (first + i) * step);
}

/** Larger exponents are written as powers; `minexponent` for Plotly. */
export const LEAST_EXPONENT = 5;

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** What stands at a tick, as Plotly writes it: rounded to what its step can tell. */
export function tickLabel(value: number, { range, type }: Pick<Axis, 'range' | 'type'>): string {
  if (type === 'log') {
    const power = Math.round(Math.log10(value));
    return power > 1 ? `10${SUPERSCRIPTS[power]}` : String(value).replace('.', decimalMark());
  }
  const exponent = exponentOf(range);
  if (exponent !== 0 && value !== 0) {
    const power = [...String(Math.abs(exponent))].map((digit) => SUPERSCRIPTS[Number(digit)]);
    const sign = exponent < 0 ? '⁻' : '';
    return `${written(value / 10 ** exponent)}×10${sign}${power.join('')}`;
  }
  const text = written(value);
  return /\d{5}/.test(text) ? text.replace(/\B(?=(\d{3})+$)/g, THIN_SPACE) : text;
}

const written = (value: number) =>
  String(Number(value.toPrecision(6)))
    .replace('-', '\u2212')
    .replace('.', decimalMark());

/** The power of ten that all ticks of an axis share, which Plotly writes from 10⁶ and below 10⁻⁵ on; 0 for none. */
function exponentOf([from, to]: Axis['range']): number {
  const largest = Math.max(Math.abs(from), Math.abs(to));
  const exponent = Math.floor(Math.log10(largest) + 0.01);
  return Math.abs(exponent) > LEAST_EXPONENT ? exponent : 0;
}

/** Width of a character of a tick's label, in font sizes. */
const CHARACTER = 0.6;

/** How wide the labels of a linear axis are at most, in font sizes. */
export function labelWidth(axis: Pick<Axis, 'range' | 'type'>, count: number): number {
  const lengths = ticksOf(axis.range, count).map((value) => tickLabel(value, axis).length);
  return CHARACTER * Math.max(0, ...lengths);
}
