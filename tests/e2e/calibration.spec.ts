import { button, expect, figure, open, radio, status, test } from './fixtures.ts';

test('“Is it calibrated?” shows four figures, each with its sentence, and the link keeps it open', async ({
  page,
}) => {
  await open(page);
  await button(page, 'Step').click();
  await expect(status(page)).toHaveText('Epoch 1 of 1000');
  await button(page, 'Is it calibrated?').click();
  for (const name of [
    'PIT histogram',
    'Cumulative PIT less uniform',
    'Coverage of regions',
    'Highest-density rank',
  ]) {
    await expect(figure(page, name)).toBeVisible();
  }
  await expect(page.getByText('On 2000 fresh points, at epoch 1.')).toBeVisible();
  // After one epoch it knows little, and some of its regions hold far too few points.
  await expect(page.getByText(/^No(, it is overconfident|: its regions of)/)).toBeVisible();
  await expect(page.getByText(/\d+ of 20 bars lie outside the band; the first/)).toBeVisible();
  await expect(page).toHaveURL(/calibration=1/);
});

test('samples are drawn at a temperature, which the link keeps and the caption says', async ({
  page,
}) => {
  await open(page);
  await radio(page, 'Show', 'Samples').click();
  await button(page, 'Temperature').click();
  const field = page.getByRole('spinbutton', { name: 'Of the widths σ²', exact: true });
  await field.fill('0.25');
  await expect(page).toHaveURL(/twidths=0.25/);
  await expect(
    page.getByText('Drawn at temperature 1 of the weights and 0.25 of the widths'),
  ).toBeVisible();
});
