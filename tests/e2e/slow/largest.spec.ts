import { button, expect, field, open, pause, test } from '../fixtures.ts';

test('the largest run that the limits allow trains and can be paused', async ({ page }) => {
  await open(page);
  const { hash } = new URL(page.url());
  await page.goto('about:blank');
  const largest = (hash || '#/')
    .replace('points=3000', 'points=20000')
    .replace('k=30', 'k=100')
    .replace('hidden=50,50', 'hidden=256,256,256,256')
    .replace('batch=1500', 'batch=20000');
  await open(page, largest);
  await button(page, 'Play').click();
  await page.waitForTimeout(3000);
  await pause(page);
  await expect(button(page, 'Play')).toBeEnabled();
  await field(page, 'Components').fill('2');
  await expect(field(page, 'Components')).toHaveValue('2');
});
