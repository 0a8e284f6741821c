import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { button, expect, field, open, radio, status, test } from './fixtures.ts';

const TABLES = new URL('../fixtures/tables/', import.meta.url);
const dialog = (page: Page) => page.getByRole('dialog', { name: 'Your data' });
const about = (page: Page) => dialog(page).getByRole('list', { name: 'About these points' });

/** A table of so many points that no two are alike. */
const table = (count: number) =>
  ['x;y', ...Array.from({ length: count }, (_, i) => `${i};${((i * 7919) % 9973) + (i % 7)}`)].join(
    '\n',
  );
const file = (name: string, text: string) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(text),
});

test('a table is read in whatever format it comes, and its points take the place of the data', async ({
  page,
}) => {
  await open(page);
  await button(page, 'Your data').click();
  for (const name of readdirSync(TABLES)) {
    await dialog(page)
      .getByLabel('Or a file')
      .setInputFiles(fileURLToPath(new URL(name, TABLES)));
    await expect(dialog(page).getByRole('textbox', { name: 'Name' })).toHaveValue(
      name.replace(/\.\w+$/, ''),
    );
    await expect(about(page)).toContainText('4 points');
  }
  await dialog(page)
    .getByLabel('Or a file')
    .setInputFiles([file('Waves.csv', table(200))]);
  await dialog(page)
    .getByRole('textbox', { name: 'Table' })
    .fill(`${table(200)}\nNA;3\n7\n9;10`);
  await expect(about(page)).toContainText('201 points');
  await expect(about(page)).toContainText('lines 202–203');
  await dialog(page).getByRole('textbox', { name: 'Name' }).fill('Waves');
  await button(page, 'Use these points').click();
  await expect(dialog(page)).toBeHidden();
  await expect(radio(page, 'Dataset', 'Waves')).toBeChecked();
  await button(page, 'Step').click();
  await expect(status(page)).toContainText('Epoch 1 of');

  await button(page, 'Swap axes').click();
  await expect(radio(page, 'Dataset', 'Waves, swapped')).toBeChecked();
  await button(page, 'Swap axes').click();
  await expect(radio(page, 'Dataset', 'Waves')).toBeChecked();
  await button(page, 'Undo').click();
  await expect(radio(page, 'Dataset', 'Waves, swapped')).toBeChecked();
  await page.reload();
  await expect(radio(page, 'Dataset', 'Waves, swapped')).toBeChecked();

  await button(page, 'Your data').click();
  await button(page, 'Delete Waves').click();
  await expect(button(page, 'Delete Waves')).toBeHidden();
  await button(page, 'Bring it back').click();
  await dialog(page).getByRole('textbox', { name: 'Name of Waves', exact: true }).fill('Tides');
  await button(page, 'Delete Waves, swapped').focus();
  await expect(button(page, 'Delete Tides')).toBeVisible();
});

test('a set that is too large for its link is kept here, and asked for by name where it is not', async ({
  page,
}) => {
  const large = table(6000);
  await open(page);
  await page.evaluate((text) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], 'Large.csv', { type: 'text/csv' }));
    const dropped = { dataTransfer: transfer, bubbles: true, cancelable: true };
    document.body.dispatchEvent(new DragEvent('drop', dropped));
  }, large);
  await expect(about(page)).toContainText('6000 points');
  await button(page, 'Use these points').click();
  await expect(page.getByText('do not fit into a link')).toBeVisible();
  await field(page, 'Seed').fill('12');
  await expect(page).toHaveURL(/data=own\..*seed=12.*title=Large/);
  const link = page.url();
  expect(link).not.toContain('own=');
  await button(page, 'Your data').click();
  await button(page, 'Delete Large').click();
  await expect(button(page, 'Bring it back')).toBeVisible();

  await page.goto('about:blank');
  await page.goto(link);
  await expect(page.getByRole('alert')).toContainText('Large');
  await expect(radio(page, 'Dataset', 'Inverted')).toBeChecked();
  await button(page, 'Your data').click();
  await dialog(page)
    .getByLabel('Or a file')
    .setInputFiles([file('Mine.csv', large)]);
  await button(page, 'Use these points').click();
  await expect(radio(page, 'Dataset', 'Mine')).toBeChecked();
  await expect(field(page, 'Seed')).toHaveValue('12');

  await page.goto('about:blank');
  await page.goto(link);
  await expect(radio(page, 'Dataset', 'Mine')).toBeChecked();
  await expect(field(page, 'Seed')).toHaveValue('12');
});
