import type { Page } from '@playwright/test';
import { counterpart } from '../../src/core/counterpart.ts';
import { parseLink, writeLink } from '../../src/core/link.ts';
import { loss } from '../../src/i18n/numbers.ts';
import { button, expect, open, preset, scored, status, test } from './fixtures.ts';
import { headless } from './headless.ts';

const runs = (page: Page) => page.getByRole('region', { name: 'Runs', exact: true });
const row = (page: Page, name: string) => runs(page).getByRole('row').filter({ hasText: name });
const ghosts = (page: Page) => page.getByRole('list', { name: 'Kept runs, test loss' });

/** The numbers of a run in the table, but for its seconds. */
async function numbers(page: Page, name: string): Promise<string[]> {
  const cells = await row(page, name).getByRole('cell').allTextContents();
  return cells.slice(0, 4);
}

/** A mixture whose run is over within a second. */
const SHORT_MDN =
  '#/?v=1&data=inverted&points=400&noise=1&test=0.25&seed=3&model=mdn&hidden=20&act=tanh&k=5&floor=0&epochs=40&batch=100&order=shuffled&lr=0.01&clip=0&decay=0&std=1&recover=1&engine=fused';

const NAME = 'Inverted · MDN, Points 400, Seed 3';

test('a kept run outlasts a reload, is drawn beside others, and opens again where it was', async ({
  page,
}) => {
  await open(page, SHORT_MDN);
  await expect(button(page, 'Keep run')).toBeDisabled();
  await button(page, 'Play').click();
  await expect(status(page)).toHaveText('Epoch 40 of 40');
  await scored(page, 40);
  await button(page, 'Keep run').click();
  await expect(row(page, NAME)).toContainText('±');
  await button(page, 'Show it').click();
  await expect(button(page, NAME)).toBeFocused();
  await expect(button(page, NAME)).toBeInViewport();
  const kept = await numbers(page, NAME);
  expect(kept[3]).toBe('40');
  // The same weights on the same points, by the page and by the worker.
  expect(await numbers(page, 'Present run')).toEqual(kept);

  await page.goto('about:blank');
  await open(page);
  await expect.poll(() => numbers(page, NAME)).toEqual(kept);
  await expect(ghosts(page)).toHaveText(NAME);
  await preset(page).selectOption({ label: 'Inverted · FFNN' });
  await expect(ghosts(page)).toBeHidden();
  await expect(runs(page)).toContainText(`not drawn with the present one: ${NAME}`);

  await button(page, NAME).click();
  await expect(status(page)).toHaveText('Epoch 40 of 40');
  await scored(page, 40);
  await expect.poll(() => numbers(page, 'Present run')).toEqual(kept);
  await button(page, `More for ${NAME}`).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await expect(row(page, NAME)).toBeHidden();
  await expect(button(page, 'Show it')).toHaveCount(0);
  await button(page, 'Bring it back').click();
  expect(await numbers(page, NAME)).toEqual(kept);
});

test('the FFNN beside the MDN is one press away, and each ends as its own run does', async ({
  page,
}) => {
  await open(page, SHORT_MDN);
  const link = parseLink(page.url());
  if (!link.ok) throw new Error('The page has no experiment.');
  const workers = page.workers().length;
  await button(page, 'Compare').click();
  const dialog = page.getByRole('dialog', { name: 'Two runs side by side' });
  const side = (name: string) => dialog.getByRole('region', { name, exact: true });
  await expect(side('Left run').getByRole('combobox')).toHaveValue('present');
  await expect(side('Right run').getByRole('combobox')).toHaveValue('ffnn');
  await dialog.getByRole('button', { name: 'Step', exact: true }).click();
  await expect(dialog.getByText(/^So far – /)).toBeVisible();
  await dialog.getByRole('button', { name: 'Play', exact: true }).click();
  const ended = { 'Left run': link.value, 'Right run': counterpart(link.value, 'ffnn') };
  for (const [name, experiment] of Object.entries(ended)) {
    const { epochs } = experiment.training;
    await expect(side(name).getByRole('status')).toHaveText(`Epoch ${epochs} of ${epochs}`);
    const { testLoss } = headless(`#/?${writeLink(experiment)}`);
    await expect(side(name).locator('dd').first()).toContainText(loss(testLoss));
  }
  await expect(
    dialog.getByText(/^Present run: better by .* on the same fresh points/),
  ).toBeVisible();
  const cursors = dialog.getByRole('slider', { name: 'Slice at x' });
  await cursors.first().press('ArrowRight');
  await expect(cursors.last()).toHaveAttribute(
    'aria-valuetext',
    (await cursors.first().getAttribute('aria-valuetext'))!,
  );
  await expect(dialog.getByText('That is one run of each, from seed 3;')).toBeVisible();
  await dialog.getByRole('button', { name: 'Repeat the present run over seeds' }).click();
  await expect(dialog).toBeHidden();
  const sweep = page.getByRole('dialog', { name: 'Sweep', exact: true });
  await expect(sweep.getByRole('combobox', { name: 'Setting', exact: true })).toHaveValue('none');
  await page.keyboard.press('Escape');
  await expect(sweep).toBeHidden();
  await expect.poll(() => page.workers().length).toBe(workers);
  await expect(status(page)).toHaveText('Epoch 0 of 40');
});
