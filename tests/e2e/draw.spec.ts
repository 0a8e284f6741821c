import type { Page } from '@playwright/test';
import { button, expect, open, radio, test } from './fixtures.ts';
import { SHORT_FFNN } from './links.ts';

const area = (page: Page) => page.getByRole('application', { name: 'Drawing area' });
const tools = (page: Page) => page.getByRole('group', { name: 'Drawing', exact: true });

/** How many points there are, once they are more or fewer than before. */
async function countAfter(page: Page, before: number): Promise<number> {
  const told = tools(page).getByText(/^\d+ points?$/);
  await expect(told).not.toHaveText(new RegExp(`^${before} `));
  return Number.parseInt((await told.textContent()) ?? '', 10);
}

test('data are drawn with pointer, finger and keys, and taken back', async ({ page }) => {
  await open(page, SHORT_FFNN);
  await button(page, 'Your data').click();
  const dialog = page.getByRole('dialog', { name: 'Your data' });
  await dialog.getByText('A drawing', { exact: true }).click();
  await dialog.getByRole('button', { name: 'Draw on the figure' }).click();
  await expect(area(page)).toBeFocused();
  const { x, y, width, height } = (await area(page).boundingBox())!;

  await page.mouse.move(x + 0.2 * width, y + 0.5 * height);
  await page.mouse.down();
  await page.mouse.move(x + 0.5 * width, y + 0.3 * height, { steps: 3 });
  await page.mouse.up();
  const drawn = await countAfter(page, 0);
  expect(drawn).toBeGreaterThan(10);
  await expect(radio(page, 'Dataset', 'Drawing')).toBeChecked();

  const finger = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove', share: number) =>
    finger.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: [{ x: x + share * width, y: y + 0.7 * height }],
    });
  await touch('touchStart', 0.5);
  await touch('touchMove', 0.7);
  await finger.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  const touched = await countAfter(page, drawn);
  expect(touched).toBeGreaterThan(drawn);

  await page.keyboard.press('Shift+ArrowUp');
  await page.keyboard.press('a');
  expect(await countAfter(page, touched)).toBe(touched + 1);

  await tools(page).getByRole('button', { name: 'Clear' }).click();
  expect(await countAfter(page, touched + 1)).toBe(0);
  await page.keyboard.press('Control+z');
  expect(await countAfter(page, 0)).toBe(touched + 1);
  await page.keyboard.press('Control+z');
  expect(await countAfter(page, touched + 1)).toBe(touched);
  await page.keyboard.press('Control+Shift+z');
  expect(await countAfter(page, touched)).toBe(touched + 1);

  await tools(page).getByRole('button', { name: 'Done' }).click();
  await expect(area(page)).toHaveCount(0);
  await expect(radio(page, 'Dataset', 'Drawing')).toBeChecked();
});
