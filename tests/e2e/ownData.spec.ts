import type { Page } from '@playwright/test';
import { button, expect, field, open, radio, status, test } from './fixtures.ts';
import { SHORT_FFNN } from './links.ts';

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Your data' });
const about = (page: Page) => dialog(page).getByRole('list', { name: 'About these points' });

/** A table of so many points, spread so that each takes many digits. */
const table = (count: number) =>
  [
    'x;y',
    ...Array.from({ length: count }, (_, i) =>
      [104_729, 7919].map((by) => (i * by) % 99_991).join(';'),
    ),
  ].join('\n');
const file = (name: string, text: string) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(text),
});

test('a table is pasted, its points take the place of the data, are turned over and kept', async ({
  page,
}) => {
  await open(page, SHORT_FFNN);
  await button(page, 'Your data').click();
  await dialog(page)
    .getByLabel('Or choose a file')
    .setInputFiles([file('Waves.csv', table(100))]);
  await expect(about(page)).toContainText('100 points');
  await expect(dialog(page).getByRole('textbox', { name: 'Name' })).toHaveValue('Waves');
  await dialog(page)
    .getByRole('textbox', { name: 'Table' })
    .fill(`${table(100)}\nNA;3\n7\n9;10`);
  await expect(about(page)).toContainText('101 points');
  await expect(about(page)).toContainText('lines 102–103');
  await dialog(page).getByRole('textbox', { name: 'Name' }).fill('Waves');
  await button(page, 'Use these points').click();
  await expect(dialog(page)).toBeHidden();
  await expect(radio(page, 'Dataset', 'Waves')).toBeChecked();
  await button(page, 'Step').click();
  await expect(status(page)).toContainText('Epoch 1 of');

  await button(page, 'Swap axes').click();
  await expect(radio(page, 'Dataset', 'Waves, swapped')).toBeChecked();
  await page.reload();
  await expect(radio(page, 'Dataset', 'Waves, swapped')).toBeChecked();
  await button(page, 'Swap axes').click();
  await expect(radio(page, 'Dataset', 'Waves')).toBeChecked();

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
  const large = table(4000);
  await open(page, SHORT_FFNN);
  // It waits for the controls, which come once the figure is seen.
  const taken = await page.evaluate((text) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], 'Large.csv', { type: 'text/csv' }));
    const dropped = { dataTransfer: transfer, bubbles: true, cancelable: true };
    return !document.body.dispatchEvent(new DragEvent('drop', dropped));
  }, large);
  expect(taken).toBe(true);
  await expect(about(page)).toContainText('4000 points');
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
    .getByLabel('Or choose a file')
    .setInputFiles([file('Mine.csv', large)]);
  await button(page, 'Use these points').click();
  await expect(radio(page, 'Dataset', 'Mine')).toBeChecked();
  await expect(field(page, 'Seed')).toHaveValue('12');

  await page.goto('about:blank');
  await page.goto(link);
  await expect(radio(page, 'Dataset', 'Mine')).toBeChecked();
  await expect(field(page, 'Seed')).toHaveValue('12');
});

test('what is written in a dialog stays while the window becomes as narrow as a phone’s, and wide again', async ({
  page,
}) => {
  const [wide, narrow] = [
    { width: 1000, height: 800 },
    { width: 390, height: 800 },
  ];
  await page.setViewportSize(wide);
  await open(page, SHORT_FFNN);
  await button(page, 'Your data').click();
  const pasted = dialog(page).getByRole('textbox', { name: 'Table' });
  await pasted.fill(table(20));
  for (const size of [narrow, wide]) {
    await page.setViewportSize(size);
    await expect(about(page)).toContainText('20 points');
    await expect(pasted).toHaveValue(table(20));
  }
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toBeHidden();

  await button(page, 'Export').click();
  const taken = page.getByRole('dialog', { name: 'Export' });
  await taken.getByRole('radio', { name: 'Embed' }).check();
  const site = taken.getByRole('textbox', { name: 'Address of your site' });
  await site.fill('https://example.org');
  for (const size of [narrow, wide]) {
    await page.setViewportSize(size);
    await expect(site).toHaveValue('https://example.org');
  }
});
