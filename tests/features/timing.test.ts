import { describe, expect, it } from 'vitest';
import { duration } from '../../src/features/timing.ts';
import { t } from '../helpers/texts.ts';

describe('the time left', () => {
  it('is told in the two largest units that say something', () => {
    expect(duration(t, 1.42)).toBe('1.4 s');
    expect(duration(t, 12.3)).toBe('13 s');
    expect(duration(t, 200)).toBe('3 min 20 s');
    expect(duration(t, 7500)).toBe('2 h 5 min');
  });
});
