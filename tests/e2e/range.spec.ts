import { button, expect, field, open, status, test } from './fixtures.ts';

test('training on a range of x leaves points out, says so, and scores inside and outside apart', async ({
  page,
}) => {
  await open(page);
  await page.getByRole('checkbox', { name: 'Train on a range of x' }).check();
  await field(page, 'Train on x from').fill('-4');
  await field(page, 'Train on x to').fill('5');
  await expect(page).toHaveURL(/trainx=-4:5/);
  await expect(page.getByText(/on \d+ of 2250 training points/)).toBeVisible();
  await button(page, 'Step').click();
  await expect(status(page)).toHaveText('Epoch 1 of 1000');
  const scores = page.getByRole('region', { name: 'Scores', exact: true });
  await expect(scores).toContainText(/fresh points inside .* and [\d\u202f]+ outside, at epoch 1/);
  for (const name of ['inside', 'outside']) {
    await expect(scores.getByRole('columnheader', { name, exact: true })).toBeVisible();
  }
  // A range that holds too few points is refused, and the last one stays.
  await field(page, 'Train on x from').fill('4.99');
  await expect(page.getByText('“Train on a range of x” holds too few points')).toBeVisible();
  await expect(page).toHaveURL(/trainx=-4:5/);
});
