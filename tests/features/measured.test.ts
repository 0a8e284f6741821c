import { describe, expect, it } from 'vitest';
import { lowest } from '../../src/core/lowest.ts';
import { measured } from '../../src/features/measured.ts';
import { explanations } from '../../src/i18n/en/lab/explanations.ts';
import { explained } from '../../src/i18n/explain.ts';
import { t } from '../helpers/texts.ts';

const say = (mean: number, standardError: number) =>
  measured(t, { mean, standardError, count: 20_000 });

describe('an estimate in words', () => {
  it.each([
    [1.69412, 0.00512, '1.694 ± 0.005'],
    [1.69412, 0.00112, '1.6941 ± 0.0011'],
    [0.0589, 0.0031, '0.059 ± 0.003'],
    [41.268, 0.614, '41.3 ± 0.6'],
    [1520.4, 38, '1520 ± 38'],
    [-0.31, 0.02, '\u22120.31 ± 0.02'],
    [532_809_021_056, 1.4e9, '5.33e11 ± 1.40e9'],
    // With more decimals it would run out of its column.
    [-4.612345, 0.0000212, '\u22124.6123 ± 2e\u22125'],
    [3.14e-7, 4.2e-9, '3.1e\u22127 ± 4e\u22129'],
  ])('%d with an error of %d is %s', (mean, error, text) => {
    expect(say(mean, error)).toBe(text);
  });

  it('has no error where there is none to tell', () => {
    expect(say(1.694, Number.NaN)).toBe('1.694');
    expect(say(Number.POSITIVE_INFINITY, 1)).toBe('∞');
  });
});

describe('the lowest loss', () => {
  const series = (loss: number[]) => ({
    epoch: Float64Array.from(loss, (_, i) => i),
    loss: Float64Array.from(loss),
  });

  it('is the first smallest after training began', () => {
    expect(lowest(series([0, 3, 2, 2, 5]))).toEqual({ epoch: 2, loss: 2 });
  });

  it('is nothing before the first epoch', () => {
    expect(lowest(series([]))).toBeNull();
    expect(lowest(series([4]))).toBeNull();
  });
});

describe('the explanations', () => {
  it.each(Object.keys(explanations) as (keyof typeof explanations)[])(
    'of %s say something',
    (what) => {
      const { about, paragraphs, unit } = explained(t, what, 'It');
      expect(about).toBe('About It');
      expect(paragraphs.length).toBeGreaterThan(0);
      for (const text of [...paragraphs, ...(unit === '' ? [] : [unit])]) {
        expect(text).toMatch(/^[A-Zσπμt].*\.$/);
        expect(text).not.toMatch(/[{}]|explain\./);
      }
    },
  );
});
