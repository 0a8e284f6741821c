import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { button, expect, open, preset, reached, status, test } from './fixtures.ts';
import { DIVERGING_MDN } from './links.ts';

/** In either theme, as the system asks for it. */
async function clean(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    // Colours in the middle of a transition are nobody's choice.
    await page.waitForTimeout(300);
    const { violations } = await new AxeBuilder({ page }).analyze();
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.html).join(' ')}`);
    expect(found, colorScheme).toEqual([]);
  }
}

test('axe finds nothing before, during and after training', async ({ page }) => {
  await open(page);
  await clean(page);
  await button(page, 'Play').click();
  await reached(page, 3);
  await button(page, 'Pause').click();
  await clean(page);
});

test('axe finds nothing with More open, a bad value and a bad link', async ({ page }) => {
  await open(page, '#/?v=7');
  await page.getByText('More', { exact: true }).click();
  await page.getByRole('spinbutton', { name: 'Points' }).fill('1');
  await clean(page);
});

test('axe finds nothing with a component lit, an explanation open, and the keys', async ({
  page,
}) => {
  await open(page);
  await page
    .getByRole('button', { name: /^Component \d+, weight/ })
    .first()
    .click();
  await clean(page);
  await button(page, 'About excess').click();
  await clean(page);
  await page.keyboard.press('Escape');
  await button(page, 'Keys').click();
  await clean(page);
});

for (const name of ['Table of the answers', 'Table of the slice', 'Table of the loss']) {
  test(`axe finds nothing with the ${name.toLowerCase()} open`, async ({ page }) => {
    await open(page);
    await button(page, 'Step').click();
    await reached(page, 1);
    await button(page, name).click();
    await expect(page.getByRole('dialog', { name }).getByRole('table').first()).toBeVisible();
    await clean(page);
  });
}

test('axe finds nothing without noise, with an FFNN, and presenting', async ({ page }) => {
  await open(page);
  await page.getByRole('spinbutton', { name: 'Noise' }).fill('0');
  await clean(page);
  await preset(page).selectOption({ label: 'Inverted · FFNN' });
  await button(page, 'Step').click();
  await expect(page.getByText(/Scored as the Gaussian/)).toBeVisible();
  await clean(page);
  await button(page, 'Present').click();
  await clean(page);
});

test('axe finds nothing with a recovery told, its log open and its cures', async ({ page }) => {
  await open(page, DIVERGING_MDN);
  await button(page, 'Play').click();
  await expect(status(page)).toHaveText('Epoch 500 of 500');
  await button(page, 'Log of the run (4 events)').click();
  await clean(page);
});

test('axe finds nothing on an unknown route', async ({ page }) => {
  await page.goto('./#/nowhere');
  await clean(page);
});

test('axe finds nothing on a phone, its settings open', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page);
  await clean(page);
  await button(page, 'Settings').click();
  await clean(page);
});
