import type { Page } from '@playwright/test';
import { button, expect, open, preset, radio, test } from '../fixtures.ts';

/** Opens an explanation by keyboard, reads it and closes it again. */
async function explanation(page: Page, name: string, nth = 0): Promise<string> {
  const term = button(page, `About ${name}`).nth(nth);
  await term.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: `About ${name}`, exact: true });
  await expect(dialog).toBeVisible();
  const text = (await dialog.textContent()) ?? '';
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(term).toBeFocused();
  return text;
}

test('every control explains itself by keyboard, with its unit where it has one', async ({
  page,
}) => {
  await open(page);
  for (const [name, unit] of [
    ['these runs', null],
    ['Dataset', null],
    ['Points', 'data points'],
    ['Noise', 'input units'],
    ['Seed', null],
    ['Model', null],
    ['Hidden layers', 'units in each layer'],
    ['Activation', null],
    ['Components', 'Gaussians'],
    ['Learning rate', 'one step'],
    ['Batch size', 'training points'],
    ['Epochs', 'passes over the training points'],
    ['Speed', 'optimiser steps a second'],
  ] as const) {
    const text = await explanation(page, name);
    expect(text.length, name).toBeGreaterThan(60);
    if (unit === null) expect(text, name).not.toContain('Unit:');
    else expect(text, name).toMatch(new RegExp(`Unit: .*${unit}`));
  }
});

test('the settings under More explain themselves too', async ({ page }) => {
  await open(page);
  await page.getByText('More', { exact: true }).click();
  for (const name of [
    'Test share',
    'Variance floor',
    'Batch order',
    'Schedule',
    'Gradient clipping',
    'Weight decay',
    'Scaling',
    'Engine',
    'Recover automatically',
  ]) {
    expect((await explanation(page, name)).length, name).toBeGreaterThan(60);
  }
});

test('every number explains itself and names its unit', async ({ page }) => {
  await open(page);
  await button(page, 'Step').click();
  for (const [name, unit] of [
    ['Loss, nats per point', 'nats per point'],
    ['on fresh points', 'nats per point'],
    ['best reachable', 'nats per point'],
    ['excess', 'nats per point'],
    ['NLL', 'nats per point'],
    ['Excess NLL', 'nats per point'],
    ['CRPS', 'target units'],
    ['MSE of the mean', 'squared target units'],
    ['Excess MSE', 'squared target units'],
    ['weight π', 'per cent'],
    ['mean μ', 'target units'],
    ['σ', 'target units'],
    ['Engine', 'milliseconds a step'],
  ] as const) {
    expect(await explanation(page, name, name === 'Engine' ? -1 : 0), name).toContain(
      `Unit: ${unit}.`,
    );
  }
});

test('an explanation follows the data and the model', async ({ page }) => {
  await open(page);
  expect(await explanation(page, 'best reachable')).toContain('entropy');
  await preset(page).selectOption({ label: 'Inverted · FFNN' });
  expect(await explanation(page, 'best reachable')).toContain('variance');
  await radio(page, 'Dataset', 'Spiral').click();
  expect(await explanation(page, 'Noise')).toContain('Half the width');
});

test('on a phone, explanations open over the settings', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page);
  await button(page, 'Settings').click();
  await button(page, 'About Points').click();
  const dialog = page.getByRole('dialog', { name: 'About Points', exact: true });
  await expect(dialog).toBeVisible();
  const box = (await dialog.boundingBox())!;
  const top = await page.evaluate(
    ({ x, y }) => document.elementFromPoint(x, y)?.closest('[role=dialog]')?.ariaLabel,
    { x: box.x + box.width / 2, y: box.y + box.height / 2 },
  );
  expect(top).toBe('About Points');
});
