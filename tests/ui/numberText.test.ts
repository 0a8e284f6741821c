import { describe, expect, it } from 'vitest';
import { parseNumber } from '../../src/ui/numberText.ts';

const POINTS = { min: 50, max: 20_000, integer: true };
const RATE = { min: 1e-5, max: 1 };

describe('reading a typed number', () => {
  it('takes plain numbers within the limit, both ends included', () => {
    expect(parseNumber('3000', POINTS)).toBe(3000);
    expect(parseNumber(' 50 ', POINTS)).toBe(50);
    expect(parseNumber('20000', POINTS)).toBe(20_000);
    expect(parseNumber('0.002', RATE)).toBe(0.002);
    expect(parseNumber('.5', RATE)).toBe(0.5);
    expect(parseNumber('1e-4', RATE)).toBe(1e-4);
  });

  it('understands grouped thousands', () => {
    for (const text of ['3 000', '3\u202f000', '3\u2009000', '3,000', "3'000"]) {
      expect(parseNumber(text, POINTS)).toBe(3000);
    }
  });

  it('understands a decimal comma and a true minus', () => {
    expect(parseNumber('0,25', RATE)).toBe(0.25);
    expect(parseNumber('\u22122', { min: -5, max: 5 })).toBe(-2);
  });

  it('refuses what is no number', () => {
    for (const text of ['', 'abc', '1.2.3', '0x10', 'Infinity', 'NaN', '1e', '--1', '12px', '٣']) {
      expect(parseNumber(text, { min: -1e9, max: 1e9 })).toBeUndefined();
    }
  });

  it('refuses what is out of the limit or not whole', () => {
    expect(parseNumber('49', POINTS)).toBeUndefined();
    expect(parseNumber('20001', POINTS)).toBeUndefined();
    expect(parseNumber('1000.5', POINTS)).toBeUndefined();
    expect(parseNumber('12,5', POINTS)).toBeUndefined();
    expect(parseNumber('1e999', POINTS)).toBeUndefined();
    expect(parseNumber('0', RATE)).toBeUndefined();
  });

  it('takes a whole number in any notation', () => {
    expect(parseNumber('1000.0', POINTS)).toBe(1000);
    expect(parseNumber('1e3', POINTS)).toBe(1000);
  });
});
