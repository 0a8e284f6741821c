import type { Page } from '@playwright/test';
import { button, epoch, expect, field, open, reached, status, test } from './fixtures.ts';

/** Puts the focus nowhere in particular. */
async function leave(page: Page): Promise<void> {
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
}

test('Space plays and pauses, S steps, R goes back', async ({ page }) => {
  await open(page);
  await leave(page);
  await page.keyboard.press('s');
  await expect(status(page)).toHaveText('Epoch 1 of 1000');
  await page.keyboard.press(' ');
  await expect(button(page, 'Pause')).toBeVisible();
  await reached(page, 3);
  await page.keyboard.press(' ');
  await expect(button(page, 'Play')).toBeVisible();
  await page.keyboard.press('r');
  await expect(status(page)).toHaveText('Epoch 0 of 1000');
});

test('Space presses the button that has the focus, and does no more', async ({ page }) => {
  await open(page);
  await button(page, 'Step').focus();
  await page.keyboard.press(' ');
  await expect(status(page)).toHaveText('Epoch 1 of 1000');
  await page.waitForTimeout(300);
  expect(await epoch(page)).toBe(1);
});

test('letters and digits in a field stay there', async ({ page }) => {
  await open(page);
  await field(page, 'Seed').press('End');
  await page.keyboard.type('5 srp');
  await page.waitForTimeout(300);
  expect(await epoch(page)).toBe(0);
  await expect(button(page, 'Present')).toHaveAttribute('aria-pressed', 'false');
});

test('Ctrl+Z and Ctrl+Shift+Z undo and redo a setting', async ({ page }) => {
  await open(page);
  await field(page, 'Components').press('ArrowUp');
  await expect(field(page, 'Components')).toHaveValue('31');
  await leave(page);
  await page.keyboard.press('Control+z');
  await expect(field(page, 'Components')).toHaveValue('30');
  await page.keyboard.press('Control+Shift+Z');
  await expect(field(page, 'Components')).toHaveValue('31');
});

test('digits choose the views', async ({ page }) => {
  await open(page);
  await leave(page);
  for (const [key, name] of [
    ['1', 'Data'],
    ['2', 'Means'],
    ['3', 'Samples'],
    ['4', 'Density'],
    ['5', 'Bands'],
  ] as const) {
    await page.keyboard.press(key);
    await expect(page.getByRole('radio', { name, exact: true })).toBeChecked();
  }
});

test('arrow keys move the cursor from anywhere, with Shift further', async ({ page }) => {
  await open(page);
  await leave(page);
  const cursor = page.getByRole('slider').first();
  const at = async () => Number(await cursor.getAttribute('aria-valuenow'));
  const before = await at();
  await page.keyboard.press('ArrowRight');
  await expect.poll(at).toBeGreaterThan(before);
  const small = (await at()) - before;
  await page.keyboard.press('Shift+ArrowLeft');
  await expect.poll(at).toBeLessThan(before - 5 * small);
});

test('? lists the keys, and Escape closes the list', async ({ page }) => {
  await open(page);
  await leave(page);
  await page.keyboard.press('?');
  const keys = page.getByRole('dialog', { name: 'Keys', exact: true });
  await expect(keys).toContainText('Play or pause');
  await page.keyboard.press('s');
  await page.keyboard.press('Escape');
  await expect(keys).toBeHidden();
  expect(await epoch(page)).toBe(0);
});

test('single keys can be switched off, and stay off', async ({ page }) => {
  await open(page);
  await button(page, 'Keys').click();
  await page.getByRole('checkbox', { name: 'Single keys' }).click();
  await button(page, 'Close').click();
  await page.reload();
  await expect(button(page, 'Play')).toBeEnabled();
  await leave(page);
  await page.keyboard.press('s');
  await page.waitForTimeout(300);
  expect(await epoch(page)).toBe(0);
});

test('P presents: large type and no settings, until Escape', async ({ page }) => {
  await open(page);
  await leave(page);
  await page.keyboard.press('p');
  await expect(page.getByRole('region', { name: 'Experiment' })).toBeHidden();
  await expect(button(page, 'Present')).toHaveAttribute('aria-pressed', 'true');
  const sizes = await page.evaluate(() =>
    [...document.querySelectorAll('main p, main dd, main th, main td, main button')]
      .filter((element) => element.textContent?.trim() && element.getClientRects().length > 0)
      .map((element) => Number.parseFloat(getComputedStyle(element).fontSize)),
  );
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(22);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('region', { name: 'Experiment' })).toBeVisible();
});
