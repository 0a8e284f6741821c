import { describe, expect, it } from 'vitest';
import { DATA_NAMES, isMeasured } from '../../src/core/datasets/datasets.ts';
import { axisTitles } from '../../src/features/axisTitles.ts';
import { t } from '../helpers/texts.ts';

describe('axes', () => {
  it('say what was measured, and of data that are made only what is input and target', () => {
    for (const name of DATA_NAMES) {
      const { x, y } = axisTitles(t, name);
      expect([x === 'input x', y === 'target y']).toEqual(Array(2).fill(!isMeasured(name)));
      expect(x).toMatch(/ x(, |$)/);
      expect(y).toMatch(/ y(, |$)/);
    }
    expect(axisTitles(t, 'mcycle')).toEqual({
      x: 'time x, ms',
      y: 'acceleration y, g',
    });
  });
});
