import { expect, test } from './fixtures.ts';
import {
  ARTICLE,
  faultsOf,
  PLAYGROUND,
  SHEET,
  SIZES,
  TOUCHED,
  TOUCHED_PLAYGROUND,
  ZOOMED,
} from './places.ts';

const EVERY = [...SIZES, ...ZOOMED];

test.describe.configure({ timeout: 3_600_000 });

for (const place of ['playground', 'article'] as const) {
  const places = place === 'playground' ? PLAYGROUND : ARTICLE;

  test(`the ${place} in every window and at every zoom`, async ({ page }) => {
    expect(await faultsOf(page, places, EVERY)).toEqual([]);
  });

  test.describe('under a finger', () => {
    test.use({ hasTouch: true, viewport: { width: 1024, height: 768 } });

    test(`the ${place} on every phone and tablet`, async ({ page }) => {
      const touched = place === 'playground' ? [...TOUCHED_PLAYGROUND, ...SHEET] : places;
      expect(await faultsOf(page, touched, TOUCHED)).toEqual([]);
    });
  });
}
