import { emptyPoints, type Points } from '../data/points.ts';

/**
 * Points as a short text of letters, digits, `-` and `_`, which a link can carry.
 *
 * Each axis is counted in steps of a power of ten, between 10⁻⁵ and 10⁻⁴ of its
 * range, so that numbers of few digits stay what they are. The points are ordered
 * by input, then target; an input is told by how many steps it lies above the one
 * before, in a Rice code (Rice and Plaunt, 1971), a target by how many it lies above
 * the least, in so many bits as the largest takes. Each character holds six bits.
 */

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const VALUES = new Map(Array.from(DIGITS, (digit, value) => [digit, value]));
const DIGIT_BITS = 6;

/** The most points of a set. */
export const MOST_POINTS = 20_000;
/** The longest text of so many points, in characters, generously. */
export const LONGEST_PACKED = 12 * MOST_POINTS;

/** Steps of a range: from 10⁴ to 10⁵ of them. */
const RANGE_DIGITS = 5;
/** Powers of ten that a step may be. */
const EXPONENT = { min: -300, max: 300 } as const;
/** Bits of a difference, and of a Rice code's rest; more than the steps of a range ever take. */
const MOST_BITS = 30;
/** Bits of the numbers at the head, four at a time. */
const GROUP = 4;

/** So many steps of 10^exponent, as the decimal is read: the same bits everywhere. */
function fromSteps(steps: number, exponent: number): number {
  return Number(`${steps}e${exponent}`);
}

function toSteps(value: number, exponent: number): number {
  const scaled = exponent < 0 ? value * Number(`1e${-exponent}`) : value / Number(`1e${exponent}`);
  return Math.round(scaled);
}

/** The least power of ten that is not below a positive number. */
function exponentAbove(number: number): number {
  const [digits, exponent] = number.toExponential().split('e');
  return Number(exponent) + (Number(digits) > 1 ? 1 : 0);
}

interface Axis {
  readonly exponent: number;
  /** Values in steps, [n]. */
  readonly steps: readonly number[];
}

function axisOf(values: Float64Array): Axis {
  const low = values.reduce((a, b) => Math.min(a, b));
  const high = values.reduce((a, b) => Math.max(a, b));
  const size = Math.max(Math.abs(low), Math.abs(high));
  // Of one value alone, its own digits; of values so large that they hold no finer steps, those they hold.
  const range = Math.max(high - low || size || 1, size * 1e-15 * 10 ** RANGE_DIGITS);
  const wanted = exponentAbove(Math.min(range, Number.MAX_VALUE)) - RANGE_DIGITS;
  const exponent = Math.max(EXPONENT.min, Math.min(EXPONENT.max, wanted));
  return { exponent, steps: Array.from(values, (value) => toSteps(value, exponent)) };
}

/** Whole numbers of either sign: the sign in the last bit. */
const signed = (number: number) => (number < 0 ? -2 * number - 1 : 2 * number);
const unsigned = (code: number) => (code % 2 === 1 ? -(code + 1) / 2 : code / 2);

class BitWriter {
  text = '';
  private digit = 0;
  private filled = 0;

  bit(value: number): void {
    this.digit = 2 * this.digit + value;
    if (++this.filled < DIGIT_BITS) return;
    this.text += DIGITS[this.digit];
    this.digit = 0;
    this.filled = 0;
  }

  bits(value: number, count: number): void {
    for (let place = count - 1; place >= 0; place--) this.bit((value >>> place) & 1);
  }

  /** A whole number from 0 to 2⁵³ − 1, in groups that each say whether another follows. */
  number(value: number): void {
    let rest = value;
    do {
      const group = rest % 2 ** GROUP;
      rest = (rest - group) / 2 ** GROUP;
      this.bit(rest > 0 ? 1 : 0);
      this.bits(group, GROUP);
    } while (rest > 0);
  }

  rice(value: number, bits: number): void {
    for (let i = value >>> bits; i > 0; i--) this.bit(1);
    this.bit(0);
    this.bits(value, bits);
  }

  /** The text, its last character filled up. */
  end(): string {
    while (this.filled > 0) this.bit(0);
    return this.text;
  }
}

/** Reads what a `BitWriter` wrote; after the end of the text, or of what is none of its, noughts, and `over` is true. */
class BitReader {
  over = false;
  private readonly text: string;
  private at = 0;
  private digit = 0;
  private left = 0;

  constructor(text: string) {
    this.text = text;
  }

  bit(): number {
    if (this.left === 0) {
      const value = VALUES.get(this.text[this.at++] ?? '');
      if (value === undefined) this.over = true;
      this.digit = value ?? 0;
      this.left = DIGIT_BITS;
    }
    this.left--;
    return (this.digit >>> this.left) & 1;
  }

  bits(count: number): number {
    let value = 0;
    for (let i = 0; i < count; i++) value = 2 * value + this.bit();
    return value;
  }

  number(): number {
    let value = 0;
    for (let place = 1; ; place *= 2 ** GROUP) {
      const more = this.bit();
      value += place * this.bits(GROUP);
      if (more === 0) return value;
    }
  }

  rice(bits: number): number {
    let high = 0;
    while (this.bit() === 1) high++;
    return high * 2 ** bits + this.bits(bits);
  }

  /** Whether all of the text was read, and no more. */
  get ended(): boolean {
    return !this.over && this.at === this.text.length;
  }
}

/** @param points at least one, all finite */
export function packed({ x, y }: Points): string {
  const [input, target] = [axisOf(x), axisOf(y)];
  const pairs = input.steps
    .map((steps, i) => [steps, target.steps[i]!] as const)
    .sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const first = pairs[0]![0];
  const lowest = target.steps.reduce((a, b) => Math.min(a, b));
  const highest = target.steps.reduce((a, b) => Math.max(a, b));
  const rise = (pairs.at(-1)![0] - first) / pairs.length;
  const rest = rise < 1 ? 0 : 31 - Math.clz32(rise);
  const height = 32 - Math.clz32(highest - lowest);
  const writer = new BitWriter();
  for (const number of [input.exponent, target.exponent, first, lowest].map(signed)) {
    writer.number(number);
  }
  for (const number of [pairs.length, rest, height]) writer.number(number);
  let before = first;
  for (const [steps, level] of pairs) {
    writer.rice(steps - before, rest);
    writer.bits(level - lowest, height);
    before = steps;
  }
  return writer.end();
}

/** The points of a text that `packed` made; null for any other, or for fewer than 2 or too many points. Never throws. */
export function unpacked(text: string): Points | null {
  if (text.length > LONGEST_PACKED) return null;
  const reader = new BitReader(text);
  const head = () => unsigned(reader.number());
  const [inputExponent, targetExponent, first, lowest] = [head(), head(), head(), head()];
  const [count, rest, height] = [reader.number(), reader.number(), reader.number()];
  const within = (exponent: number) => exponent >= EXPONENT.min && exponent <= EXPONENT.max;
  if (reader.over || !within(inputExponent) || !within(targetExponent)) return null;
  if (count < 2 || count > MOST_POINTS || rest > MOST_BITS || height > MOST_BITS) return null;
  const points = emptyPoints(count);
  let steps = first;
  for (let i = 0; i < count; i++) {
    steps += reader.rice(rest);
    points.x[i] = fromSteps(steps, inputExponent);
    points.y[i] = fromSteps(lowest + reader.bits(height), targetExponent);
  }
  const finite = (values: Float64Array) => values.every(Number.isFinite);
  return reader.ended && finite(points.x) && finite(points.y) ? points : null;
}
