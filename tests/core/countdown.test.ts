import { describe, expect, it } from 'vitest';
import {
  clockText,
  countdownOf,
  leftOf,
  parseCountdown,
  turned,
} from '../../src/core/countdown.ts';

describe('the time that a class is given', () => {
  it('runs down to nothing, and no further', () => {
    const two = countdownOf(2, 1000);
    expect(leftOf(two, 1000)).toBe(120_000);
    expect(leftOf(two, 61_000)).toBe(60_000);
    expect(leftOf(two, 1e9)).toBe(0);
  });

  it('stands still while it is held, and goes on with what was left', () => {
    const held = turned(countdownOf(1, 0), 20_000);
    expect(leftOf(held, 500_000)).toBe(40_000);
    expect(leftOf(turned(held, 500_000), 510_000)).toBe(30_000);
  });

  it('is read as a clock is: its first second is whole, and 0:00 is the end', () => {
    expect([120_000, 119_999, 60_000, 9_001, 1, 0].map(clockText)).toEqual([
      '2:00',
      '2:00',
      '1:00',
      '0:10',
      '0:01',
      '0:00',
    ]);
  });

  it('outlives a reload as text, and nothing else is taken for one', () => {
    const one = countdownOf(1, 5);
    expect(parseCountdown(JSON.stringify(one))).toEqual(one);
    for (const text of [
      null,
      '',
      '{',
      '{"kind":"held","left":-1}',
      '{"kind":"held","left":1e99}',
    ]) {
      expect(parseCountdown(text)).toBeNull();
    }
  });
});
