import { describe, expect, it } from 'vitest';
import { swappedTitle } from '../../src/features/swappedTitle.ts';
import { t } from '../helpers/texts.ts';

describe('the title of a set that is turned over', () => {
  it('says so, and is the old one when it is turned over again', () => {
    for (const title of ['Waves', 's', ', swapped', 'My data, swapped']) {
      expect(swappedTitle(t, swappedTitle(t, title)), title).toBe(title);
    }
    expect(swappedTitle(t, 'Waves')).toBe('Waves, swapped');
  });
});
