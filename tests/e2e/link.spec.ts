import { button, expect, field, open, preset, radio, scored, status, test } from './fixtures.ts';
import { SHORT_FFNN } from './links.ts';

/** The first of the large numbers: the test loss with the training loss under it. */
const losses = 'dl > div';

test('the copied address gives the same run elsewhere', async ({ page, context }) => {
  await open(page);
  await field(page, 'Points').fill('300');
  await field(page, 'Epochs').fill('5');
  await field(page, 'Seed').fill('123');
  await field(page, 'Noise').fill('0.5');
  await expect.poll(() => page.url()).toMatch(/noise=0\.5/);
  await button(page, 'Play').click();
  await expect(status(page)).toHaveText('Epoch 5 of 5');
  await scored(page, 5);
  const expected = await page.locator(losses).first().textContent();

  const other = await context.newPage();
  await other.goto(page.url());
  await expect(field(other, 'Seed')).toHaveValue('123');
  await button(other, 'Play').click();
  await expect(status(other)).toHaveText('Epoch 5 of 5');
  await expect(other.locator(losses).first()).toHaveText(expected as string);
});

test('a bad link opens the default experiment and says what was wrong', async ({ page }) => {
  await open(page, '#/?v=1&data=inverted&points=7');
  await expect(page.getByRole('alert')).toContainText(/is missing/);
  await expect(preset(page)).toHaveValue('Inverted · MDN');
  await expect(field(page, 'Seed')).toHaveValue('7');
});

test('a reload brings back what was seen, the run where it stood', async ({ page }) => {
  await open(page);
  await radio(page, 'Show', 'Density').click();
  await button(page, 'Step').click();
  await expect(status(page)).toHaveText('Epoch 1 of 1000');
  await expect.poll(() => page.url()).toMatch(/&show=density&epoch=1$/);
  await scored(page, 1);
  const loss = await page.locator(losses).first().textContent();
  await page.reload();
  await expect(status(page)).toHaveText('Epoch 1 of 1000');
  await expect(radio(page, 'Show', 'Density')).toBeChecked();
  await expect(page.locator(losses).first()).toHaveText(loss as string);
});

test('a reload within a moment of an edit keeps the edit', async ({ page }) => {
  await open(page);
  await radio(page, 'Dataset', 'Spiral').evaluate((spiral: HTMLElement) => {
    spiral.click();
    location.reload();
  });
  await expect(radio(page, 'Dataset', 'Spiral')).toBeChecked();
  await expect.poll(() => page.url()).toContain('data=spiral');
});

test('settings that stand before the # are taken, and stand behind it from then on', async ({
  page,
}) => {
  await page.goto(SHORT_FFNN.replace('#/', './').replace('seed=1', 'seed=77'));
  await expect(field(page, 'Seed')).toHaveValue('77');
  await expect(page.getByRole('alert')).toHaveCount(0);
  const { search, hash } = new URL(page.url());
  expect(search).toBe('');
  expect(hash).toContain('seed=77');
});

test('a link in a running page', async ({ page }) => {
  await open(page);
  await test.step('a bad link in a running page leaves the present run as it is', async () => {
    await field(page, 'Seed').fill('9');
    await button(page, 'Step').click();
    await expect(status(page)).toHaveText('Epoch 1 of 1000');
    await page.evaluate(() => {
      location.hash = '#/?v=1&data=inverted&points=7';
    });
    await expect(page.getByRole('alert')).toBeVisible();
    await expect(status(page)).toHaveText('Epoch 1 of 1000');
    await expect(field(page, 'Seed')).toHaveValue('9');
  });
  await test.step('a good link in a running page starts its run', async () => {
    await field(page, 'Seed').fill('9');
    await expect.poll(() => page.url()).toContain('seed=9');
    await page.evaluate(() => {
      location.hash = location.hash.replace('seed=9', 'seed=10').replace('k=30', 'k=4');
    });
    await expect(field(page, 'Seed')).toHaveValue('10');
    await expect(field(page, 'Components')).toHaveValue('4');
  });
});

test('an unknown route says so and leads back', async ({ page }) => {
  await page.goto('./#/nowhere');
  await page
    .getByRole('link', { name: /playground/i })
    .last()
    .click();
  await expect(button(page, 'Play')).toBeEnabled();
});
