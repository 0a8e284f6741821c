import { button, expect, field, open, status, test } from '../fixtures.ts';
import { SHORT_FFNN } from '../links.ts';

test('the 301st change of the learning rate is refused: it is told, and the field shows the rate that holds', async ({
  page,
}) => {
  const rates = Array.from({ length: 299 }, (_, i) => `${i + 1}:0.01`).join();
  await open(page, `${SHORT_FFNN.replace('epochs=3&', 'epochs=400&')}&rates=${rates}&epoch=101`);
  await expect(status(page)).toHaveText('Epoch 101 of 400');
  const rate = field(page, 'Learning rate');
  await rate.fill('0.02');
  await expect(page.getByText('from step 303 on 0.02')).toBeVisible();
  await button(page, 'Step').click();
  await expect(status(page)).toHaveText('Epoch 102 of 400');
  await rate.fill('0.03');
  const told = page.getByRole('alert');
  await expect(told).toContainText('stays at 0.02: it was changed 300 times');
  await expect(rate).toHaveValue('0.02');
  await expect(page.getByText(/ on 0.03/)).toHaveCount(0);
  await button(page, 'Forget them').click();
  await expect(told).toHaveCount(0);
  await expect(rate).toHaveValue('0.01');
  await expect(status(page)).toHaveText('Epoch 0 of 400');
});
