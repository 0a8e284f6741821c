import { describe, expect, it } from 'vitest';
import { template } from '../../src/charts/template.ts';
import { chartTheme } from '../../src/charts/theme.ts';
import { writeDecimalsWith } from '../../src/core/decimalMark.ts';
import { fixed, loss, percent, significant } from '../../src/i18n/numbers.ts';

describe('writing numbers', () => {
  it('groups thousands with thin spaces that do not break', () => {
    expect(fixed(20_000)).toBe('20\u202f000');
    expect(fixed(123_456.789, 2)).toBe('123\u202f456.79');
    expect(fixed(4_294_967_295)).toBe('4\u202f294\u202f967\u202f295');
    expect(fixed(999)).toBe('999');
  });

  it('finds room for numbers of any size', () => {
    for (const size of [1e6, 1e12, 1e21, 1e47, 1e300]) {
      for (const write of [fixed, loss, significant]) {
        expect(write(size).length).toBeLessThan(14);
        expect(write(-size).length).toBeLessThan(15);
      }
      expect(fixed(1.25 * size, 2)).toMatch(/^1\.25e\d+$/);
    }
  });

  it('writes numbers along an axis in the same way', () => {
    const axis = { range: [0, 1] } as const;
    const { separators } = template({ theme: chartTheme('light'), scale: 12, x: axis, y: axis });
    expect(fixed(10_000.5, 1)).toBe(`10${`${separators}`[1]}000${`${separators}`[0]}5`);
  });

  it('writes a decimal comma where the language does', () => {
    writeDecimalsWith(',');
    try {
      expect([fixed(-0.5, 2), significant(0.001), loss(2.5e9)]).toEqual([
        '\u22120,50',
        '0,001',
        '2,50e9',
      ]);
    } finally {
      writeDecimalsWith('.');
    }
    expect(fixed(0.5, 1)).toBe('0.5');
  });

  it('writes a true minus, and none before zero', () => {
    expect(fixed(-0.059, 3)).toBe('\u22120.059');
    expect(fixed(-0.0004, 3)).toBe('0.000');
    expect(significant(-1e-9)).toBe('\u22121e\u22129');
  });

  it('keeps as many digits as mean something', () => {
    expect(significant(0.0012345)).toBe('0.00123');
    expect(significant(0.00001)).toBe('0.00001');
    expect(significant(20_000, 10)).toBe('20\u202f000');
    expect(significant(412)).toBe('412');
  });

  it('shows a loss with about four digits', () => {
    expect(loss(1.6944)).toBe('1.694');
    expect(loss(41.274)).toBe('41.27');
    expect(loss(152.04)).toBe('152.0');
    expect(loss(1520.4)).toBe('1520');
    expect(loss(2.5e9)).toBe('2.50e9');
  });

  it('has a sign for what is not there or not finite', () => {
    expect(loss(undefined)).toBe('–');
    expect(loss(Number.NaN)).toBe('–');
    expect(loss(Number.POSITIVE_INFINITY)).toBe('∞');
    expect(fixed(Number.NEGATIVE_INFINITY)).toBe('\u2212∞');
  });

  it('writes a share as per cent', () => {
    expect(percent(0.25)).toBe('25\u202f%');
    expect(percent(0.0625, 1)).toBe('6.3\u202f%');
  });
});
