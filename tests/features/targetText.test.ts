import { describe, expect, it } from 'vitest';
import { targetText } from '../../src/features/targetText.ts';

describe('numbers of the target', () => {
  it('have as many digits as the figure tells apart, a width one more', () => {
    const { value, deviation } = targetText([-17, 17]);
    expect([value(1.3449), deviation(0.6149)]).toEqual(['1.3', '0.61']);
    expect(targetText([-0.5, 0.5]).deviation(0.06149)).toBe('0.061');
  });

  it('are never nothing where a width is small, and never too long', () => {
    const { value, deviation } = targetText([-17, 17]);
    expect(deviation(0.000_421)).toBe('0.00042');
    expect(deviation(Number.NaN)).toBe('–');
    expect(value(1e47)).toBe('1.00e47');
    expect(deviation(3e47)).toBe('3.00e47');
  });
});
