import { button, expect, open, test } from './fixtures.ts';
import { SHORT_FFNN } from './links.ts';

test('a formula is written, told what is wrong with it, taken with its truth, and turned over', async ({
  page,
}) => {
  await open(page, SHORT_FFNN);
  await button(page, 'Your data').click();
  const dialog = page.getByRole('dialog', { name: 'Your data' });
  await dialog.getByText('A formula', { exact: true }).click();
  const written = dialog.getByLabel('y = formula of x');
  await written.fill('2*sinn(x)');
  await expect(written).toHaveAccessibleDescription(/“sinn” is not known here/);
  await expect(dialog.locator('mark')).toHaveText('sinn');
  await expect(dialog.getByRole('button', { name: 'Use this formula' })).toBeDisabled();
  await written.fill('2*sin(x)');
  await expect(dialog.getByText('Its exact truth is known')).toBeVisible();
  await dialog.getByRole('button', { name: 'Use this formula' }).click();
  await expect(page.getByRole('radio', { name: 'Formula' })).toBeChecked();
  await expect(page.getByText('y = 2·sin(x)', { exact: true })).toBeVisible();
  await expect(page.getByRole('checkbox', { name: 'Truth' })).toBeEnabled();
  await button(page, 'Swap axes').click();
  await expect(page.getByText('x = 2·sin(y)', { exact: true })).toBeVisible();
});
