import { readFileSync } from 'node:fs';
import { button, expect, field, open, radio, test } from './fixtures.ts';
import { SHORT_FFNN } from './links.ts';

test('the experiment is shown as a program whose lines light up with their control, and taken away as it stands', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page, SHORT_FFNN);
  await button(page, 'Code').click();
  const begun = {
    PyTorch: 'import torch',
    'TensorFlow.js': '@tensorflow/tfjs',
    'Keras 3': 'keras',
  };
  for (const [framework, text] of Object.entries(begun)) {
    await radio(page, 'Framework', framework).click();
    await expect(page.getByRole('region', { name: framework, exact: true })).toContainText(text);
  }
  await field(page, 'Learning rate').fill('0.0123');
  await field(page, 'Learning rate').press('Enter');
  const listing = page.getByRole('region', { name: 'Keras 3' });
  const decided = listing.getByRole('listitem').filter({ hasText: 'keras.optimizers.Adam' });
  await expect(decided).toContainText('0.0123');
  await expect(decided).toHaveAttribute('data-lit');
  await expect(
    listing.getByRole('listitem').filter({ hasText: 'import keras' }),
  ).not.toHaveAttribute('data-lit');

  await button(page, 'Copy').click();
  await expect(button(page, 'Copied')).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied.split('\n').filter((line) => line.includes('0.0123'))).toHaveLength(1);
  const download = page.waitForEvent('download');
  await button(page, 'Download .py').click();
  expect(readFileSync(await (await download).path(), 'utf8')).toBe(copied);
});
