import { button, expect, field, open, reached, status, test } from './fixtures.ts';

const BAD_VALUES = [
  ['Points', '49', /from 50 to 20.000/],
  ['Points', '1e9', /from 50 to 20.000/],
  ['Noise', '-1', /from 0 to 5/],
  ['Noise', 'abc', /from 0 to 5/],
  ['Components', '0', /from 1 to 100/],
  ['Components', '2.5', /Whole number/],
  ['Learning rate', 'NaN', /from .* to 1/],
  ['Learning rate', '', /from .* to 1/],
  ['Batch size', '99999', /from 1 to/],
  ['Epochs', '0', /from 1 to 20.000/],
  ['Seed', 'Infinity', /Whole number/],
] as const;

test('a field that holds no valid number keeps the last good value running and says what is allowed', async ({
  page,
}) => {
  await open(page);
  // How far the run has come stands in the address too.
  const settings = () => page.url().replace(/&epoch=\d+$/, '');
  const before = settings();
  for (const [i, [name, bad, hint]] of BAD_VALUES.entries()) {
    await test.step(`${name} with “${bad}”`, async () => {
      await field(page, name).fill(bad);
      await expect(field(page, name)).toHaveAttribute('aria-invalid', 'true');
      await expect(field(page, name)).toHaveAccessibleDescription(hint);
      await page.waitForTimeout(300);
      expect(settings()).toBe(before);
      await button(page, 'Step').click();
      await expect(status(page)).toHaveText(`Epoch ${i + 1} of 1000`);
      await field(page, name).press('Escape');
      await expect(field(page, name)).not.toHaveAttribute('aria-invalid', 'true');
    });
  }
});

test('arrow keys and buttons change a field', async ({ page }) => {
  await open(page);
  await test.step('arrow keys step a field, and undo takes it back', async () => {
    await field(page, 'Components').press('ArrowUp');
    await expect(field(page, 'Components')).toHaveValue('31');
    await button(page, 'Undo').click();
    await expect(field(page, 'Components')).toHaveValue('30');
    await button(page, 'Redo').click();
    await expect(field(page, 'Components')).toHaveValue('31');
  });
  await test.step('a new seed gives other points', async () => {
    const before = await field(page, 'Seed').inputValue();
    await button(page, 'New seed').click();
    await expect(field(page, 'Seed')).not.toHaveValue(before);
    await button(page, 'Play').click();
    await reached(page, 2);
  });
});
