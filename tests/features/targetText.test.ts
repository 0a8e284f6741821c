import { describe, expect, it } from 'vitest';
import { targetText } from '../../src/features/targetText.ts';

describe('numbers of the target', () => {
  it('have as many digits as the figure tells apart, a width one more', () => {
    const { value, deviation } = targetText([-17, 17]);
    expect([value(1.3449), deviation(0.6149)]).toEqual(['1.3', '0.61']);
    expect(targetText([-0.5, 0.5]).deviation(0.06149)).toBe('0.061');
  });

  it('are powers of ten where they are very large or very small', () => {
    const large = targetText([4e6, 6.5e6]);
    expect([large.value(5_949_067), large.deviation(39_218)]).toEqual(['5.949e6', '3.9e4']);
    const small = targetText([0, 6e-8]);
    expect([small.value(2.345e-8), small.value(0)]).toEqual(['2.35e\u22128', '0']);
  });

  it('are never nothing where a width is small, and never too long', () => {
    const { value, deviation } = targetText([-17, 17]);
    expect(deviation(0.000_421)).toBe('0.00042');
    expect(deviation(Number.NaN)).toBe('–');
    expect(value(1e47)).toBe('1.00e47');
    expect(deviation(3e47)).toBe('3.00e47');
  });
});
