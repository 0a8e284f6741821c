import { execFileSync } from 'node:child_process';
import { articleExperiment } from '../../src/core/article.ts';
import { sweepCommand } from '../../src/core/command.ts';
import { writeLink } from '../../src/core/link.ts';
import { button, expect, open, status, test } from './fixtures.ts';

const article = articleExperiment('sine', 'ffnn');
const SMALL = {
  ...article,
  data: { ...article.data, points: 100 },
  training: { ...article.training, epochs: 4 },
};

test('a sweep on the page is the headless one, hash by hash, and its runs open', async ({
  page,
}) => {
  await open(page, `#/?${writeLink(SMALL)}`);
  await button(page, 'Sweep').click();
  const dialog = page.getByRole('dialog', { name: 'Sweep', exact: true });
  const text = (name: string) => dialog.getByRole('textbox', { name, exact: true });
  await dialog.getByRole('combobox', { name: 'Setting', exact: true }).selectOption('Width');
  await text('Values of “Width”').fill('3, 500');
  await expect(dialog.getByRole('alert')).toContainText('“Hidden layers”: 500 is too large');
  await expect(dialog.getByRole('button', { name: 'Start', exact: true })).toBeDisabled();
  await text('Values of “Width”').fill('3, 5');
  await text('Seeds').fill('1..2');
  const command = sweepCommand(SMALL, { settings: ['width=3,5'], seeds: '1..2' });
  await dialog.getByRole('button', { name: 'The same without a browser' }).click();
  await expect(dialog.getByText(command, { exact: true })).toBeVisible();
  await dialog.getByRole('button', { name: 'Start', exact: true }).click();
  await expect(dialog.getByText('All 4 runs have ended.')).toBeVisible();

  await dialog.getByRole('button', { name: 'Table of the sweep' }).click();
  const table = page.getByRole('table', { name: 'Runs' });
  const hashes = await table.locator('tbody tr td:last-child').allTextContents();
  const [, flags = ''] = command.split(' headless -- ');
  const lines = execFileSync('sh', ['-c', `node build/main.js ${flags}`], { encoding: 'utf8' });
  const headless = lines
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line).parametersHash.slice(0, 12));
  expect(hashes.toSorted()).toEqual(headless.toSorted());

  await page.keyboard.press('Escape');
  await expect(dialog).toBeVisible();
  await dialog.getByRole('button', { name: 'More seeds: 5' }).click();
  await expect(dialog.getByText('All 10 runs have ended.')).toBeVisible();
  await expect(text('Seeds')).toHaveValue('1..5');
  await expect(dialog.getByText('All 10 runs are already done')).toBeVisible();
  await dialog.getByRole('button', { name: /^Open the run with seed 2/ }).click();
  await expect(dialog).toBeHidden();
  await expect(status(page)).toHaveText('Epoch 4 of 4');
  await expect(button(page, 'Undo')).toBeEnabled();
  await expect(page).toHaveURL(/seed=2/);
  await button(page, 'Undo').click();
  await expect(status(page)).toHaveText('Epoch 0 of 4');
});

test('“How many?” beside the components opens the sweep over them', async ({ page }) => {
  await open(page);
  await button(page, 'How many?').click();
  const dialog = page.getByRole('dialog', { name: 'Sweep', exact: true });
  await expect(dialog.getByRole('combobox', { name: 'Setting', exact: true })).toHaveValue(
    'components',
  );
  await expect(dialog.getByRole('button', { name: 'Start', exact: true })).toBeEnabled();
});
