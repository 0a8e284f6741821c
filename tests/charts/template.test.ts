import { describe, expect, it } from 'vitest';
import { digitsOf, formatNumber, hoverSentence } from '../../src/charts/template.ts';

describe('numbers in a figure', () => {
  it('have a minus sign and thin spaces between thousands', () => {
    expect(formatNumber(-4.06, 1)).toBe('\u22124.1');
    expect(formatNumber(-0.01, 1)).toBe('0.0');
    expect(formatNumber(20_000, 0)).toBe('20\u2009000');
    expect(formatNumber(1500, 0)).toBe('1500');
  });

  it('have as many digits as the axis can tell apart', () => {
    expect(digitsOf([-15, 15])).toBe(1);
    expect(digitsOf([1.6, 3.6])).toBe(2);
    expect(digitsOf([0, 5000])).toBe(0);
  });

  it('stand in the sentence of a hover', () => {
    expect(hoverSentence('x {x}, mean {y} ({share} %)', 1, 2)).toBe(
      'x %{x:,.1f}, mean %{y:,.2f} (%{customdata:.0f} %)<extra></extra>',
    );
  });
});
