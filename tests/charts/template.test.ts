import { describe, expect, it } from 'vitest';
import { digitsOf, formatOf, hoverSentence } from '../../src/charts/template.ts';

describe('numbers in a figure', () => {
  it('have as many digits as the axis can tell apart', () => {
    expect(digitsOf([-15, 15])).toBe(1);
    expect(digitsOf([1.6, 3.6])).toBe(2);
    expect(digitsOf([0, 5000])).toBe(0);
  });

  it('stand in the sentence of a hover', () => {
    expect(hoverSentence('x {x}, mean {y} ({share} %)', '.1f', ',.2f')).toBe(
      'x %{x:.1f}, mean %{y:,.2f} (%{customdata:.0f} %)<extra></extra>',
    );
  });

  it('have their thousands apart where the axis reaches five digits', () => {
    expect(formatOf([-9000, 9999])).toBe('.0f');
    expect(formatOf([-10_000, 0])).toBe(',.0f');
    expect(formatOf([0, 2], 3)).toBe('.3f');
  });
});
