import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { button, expect, open, test } from '../fixtures.ts';

const TABLES = new URL('../../fixtures/tables/', import.meta.url);

test('a table is read in whatever format it comes', async ({ page }) => {
  await open(page);
  await button(page, 'Your data').click();
  const dialog = page.getByRole('dialog', { name: 'Your data' });
  for (const name of readdirSync(TABLES)) {
    await dialog.getByLabel('Or choose a file').setInputFiles(fileURLToPath(new URL(name, TABLES)));
    await expect(dialog.getByRole('textbox', { name: 'Name' })).toHaveValue(
      name.replace(/\.\w+$/, ''),
    );
    await expect(dialog.getByRole('list', { name: 'About these points' })).toContainText(
      '4 points',
    );
    // What is shown next is of the next table.
    await dialog.getByRole('textbox', { name: 'Table' }).fill('x');
    await expect(dialog.getByRole('alert')).toBeVisible();
  }
});

test('a large table is read beside the page, which can stop it', async ({ page }) => {
  await open(page);
  await button(page, 'Your data').click();
  const dialog = page.getByRole('dialog', { name: 'Your data' });
  const rows = Array.from({ length: 300_000 }, (_, i) => `${i};${(i * 7919) % 99_991}`);
  const large = { name: 'Large.csv', mimeType: 'text/csv', buffer: Buffer.from(rows.join('\n')) };
  const choose = () => dialog.getByLabel('Or choose a file').setInputFiles([large]);
  await choose();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(dialog.getByRole('progressbar')).toBeHidden();
  await expect(dialog.getByRole('textbox', { name: 'Name' })).toBeHidden();
  await choose();
  await expect(dialog.getByRole('list', { name: 'About these points' })).toContainText(
    /The table has 300.000 points; 20.000 of them are taken/,
  );
});
