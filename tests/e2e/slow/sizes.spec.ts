import { expect, test } from '../fixtures.ts';
import { serveLongWords } from '../longWords.ts';
import { ARTICLE, faultsOf, PLAYGROUND, SHEET, type Size, TOUCHED_PLAYGROUND } from '../places.ts';

// `npm run test:sizes` looks at every state in every window; these are the ones that broke before.
const STATES = PLAYGROUND.filter(
  ({ name }) =>
    !/^the view (Data|Means|Density|Bands)|explanation|table|about|keys|finished|looked|Live/.test(
      name,
    ),
);
const WINDOWS: readonly Size[] = [
  [320, 568],
  [856, 1024],
  [1366, 768],
];
const TOUCHED_STATES = TOUCHED_PLAYGROUND.filter(({ name }) => /fresh|paused|point/.test(name));
const TOUCHED_WINDOWS: readonly Size[] = [
  [320, 568],
  [844, 390],
  [768, 1024],
];

test('nothing of the playground is cut or lies over anything else, whatever it shows', async ({
  page,
}) => {
  test.setTimeout(180_000);
  expect(await faultsOf(page, STATES, WINDOWS)).toEqual([]);
});

test('nothing of the article is cut or lies over anything else', async ({ page }) => {
  test.setTimeout(120_000);
  expect(await faultsOf(page, ARTICLE, [[320, 568]])).toEqual([]);
});

for (const language of ['Russian', 'a language of long words']) {
  test(`nothing is cut or lies over anything else in ${language}`, async ({ page }) => {
    test.setTimeout(240_000);
    if (language !== 'Russian') await serveLongWords(page);
    const places = [
      ...PLAYGROUND.filter(({ name }) => /fresh|paused|chosen|keys/.test(name)),
      ...ARTICLE.filter(({ name }) => /contents|chapter [179]|nowhere/.test(name)),
    ];
    expect(await faultsOf(page, places, WINDOWS, 'ru')).toEqual([]);
  });
}

test.describe('under a finger', () => {
  test.use({ hasTouch: true, viewport: { width: 1024, height: 768 } });

  test('every target of the playground is large enough, and no field is zoomed into', async ({
    page,
  }) => {
    test.setTimeout(120_000);
    expect(await faultsOf(page, [...TOUCHED_STATES, ...SHEET], TOUCHED_WINDOWS)).toEqual([]);
  });

  test('every target of the article is large enough', async ({ page }) => {
    test.setTimeout(120_000);
    expect(await faultsOf(page, ARTICLE, [[390, 844]])).toEqual([]);
  });
});
