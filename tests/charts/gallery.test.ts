import { describe, expect, it } from 'vitest';
import { chartTheme } from '../../src/charts/theme.ts';
import { galleryFigures } from '../helpers/gallery/figures.ts';
import { rounded } from './fixtures.ts';

const SIZE = { points: 60, columns: 16, rows: 12, epochs: 20 };

/**
 * Traces and layouts are compared as rounded JSON. Pictures are not: fonts and
 * smoothing differ from one machine to the next by more than a mistake would.
 */
describe('the gallery', () => {
  it.each(galleryFigures(SIZE, 'light', 12))('draws “$name” as before', ({ layers }) => {
    expect(rounded(layers)).toMatchSnapshot();
  });

  it('has the same figures in the dark, in its colours', () => {
    const dark = galleryFigures(SIZE, 'dark', 12);
    expect(dark.map(({ name }) => name)).toEqual(
      galleryFigures(SIZE, 'light', 12).map(({ name }) => name),
    );
    const text = JSON.stringify(dark);
    for (const color of ['ink', 'model', 'truth'] as const) {
      expect(text).not.toContain(chartTheme('light')[color]);
    }
  });
});
