import type { Page } from '@playwright/test';
import { button, epoch, expect, field, open, preset, reached, status, test } from './fixtures.ts';

/** Puts the focus nowhere in particular. */
async function leave(page: Page): Promise<void> {
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
}

test('a field keeps the keys that are typed into it', async ({ page }) => {
  await open(page);
  await test.step('Ctrl+Z and Ctrl+Shift+Z undo and redo a setting', async () => {
    await field(page, 'Components').press('ArrowUp');
    await expect(field(page, 'Components')).toHaveValue('31');
    await leave(page);
    await page.keyboard.press('Control+z');
    await expect(field(page, 'Components')).toHaveValue('30');
    await page.keyboard.press('Control+Shift+Z');
    await expect(field(page, 'Components')).toHaveValue('31');
  });
  await test.step('letters and digits in a field stay there', async () => {
    await field(page, 'Seed').press('End');
    await page.keyboard.type('5 srp');
    await page.waitForTimeout(300);
    expect(await epoch(page)).toBe(0);
    await expect(page.getByRole('main', { name: 'Stage' })).toHaveCount(0);
    await field(page, 'Seed').press('Escape');
    await leave(page);
  });
  await test.step('Enter in a field commits what was typed and gives the keys back; a blank is never typed', async () => {
    await field(page, 'Seed').click();
    await page.keyboard.type('1 2');
    await expect(field(page, 'Seed')).toHaveValue('12');
    await page.keyboard.press('Enter');
    await expect(field(page, 'Seed')).not.toBeFocused();
    await page.keyboard.press('s');
    await expect(status(page)).toHaveText('Epoch 1 of 1000');
    await expect(field(page, 'Seed')).toHaveValue('12');

    await field(page, 'Epochs').fill('0');
    await page.keyboard.press('Enter');
    await expect(field(page, 'Epochs')).toBeFocused();
  });
});

test('keys are heard from anywhere in the page', async ({ page }) => {
  await open(page);
  await test.step('digits choose the views', async () => {
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
  await test.step('arrow keys move the cursor from anywhere, with Shift further', async () => {
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
  await test.step('? lists the keys, and Escape closes the list', async () => {
    await leave(page);
    await page.keyboard.press('?');
    const keys = page.getByRole('dialog', { name: 'Keys', exact: true });
    await expect(keys).toContainText('Play or pause');
    await page.keyboard.press('s');
    await page.keyboard.press('Escape');
    await expect(keys).toBeHidden();
    expect(await epoch(page)).toBe(0);
  });
  await test.step('Space plays and pauses, S steps, R goes back', async () => {
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
  await test.step('Space presses the button that has the focus, and does no more', async () => {
    await button(page, 'Step').focus();
    await page.keyboard.press(' ');
    await expect(status(page)).toHaveText('Epoch 1 of 1000');
    await page.waitForTimeout(300);
    expect(await epoch(page)).toBe(1);
  });
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

/** Drags the slider under a field from its middle a little to the right. */
async function drag(page: Page, name: string): Promise<void> {
  const box = (await field(page, name).boundingBox())!;
  const track = page.locator('div[aria-hidden=true]').filter({ has: page.locator('span') });
  const tracks = await track.evaluateAll((elements) =>
    elements.map((element) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      return { x: left, y: top + height / 2, width };
    }),
  );
  const under = tracks
    .filter(({ y, width }) => y > box.y + box.height / 2 && width > 80)
    .sort((a, b) => a.y - b.y)[0]!;
  await page.mouse.move(under.x + under.width / 2, under.y);
  await page.mouse.down();
  await page.mouse.move(under.x + under.width * 0.6, under.y, { steps: 4 });
  await page.mouse.up();
}

test('the keys come back after a control was used by pointer', async ({ page }) => {
  await open(page);
  await test.step('after a slider was dragged it takes the arrow keys, and the single keys work', async () => {
    await drag(page, 'Components');
    const components = field(page, 'Components');
    const value = async () => Number(await components.inputValue());
    const dragged = await value();
    expect(dragged).not.toBe(30);
    await page.keyboard.press('ArrowRight');
    await expect.poll(value).toBeGreaterThan(dragged);
    await page.keyboard.press('ArrowLeft');
    await expect.poll(value).toBe(dragged);
    await page.keyboard.press('1');
    await expect(page.getByRole('radio', { name: 'Data', exact: true })).toBeChecked();
    await page.keyboard.press('s');
    await expect(status(page)).toHaveText('Epoch 1 of 1000');
    await page.keyboard.press(' ');
    await expect(button(page, 'Pause')).toBeVisible();
    await reached(page, 3);
    await page.keyboard.press(' ');
    await page.keyboard.press('r');
    await expect(status(page)).toHaveText('Epoch 0 of 1000');
    expect(await value()).toBe(dragged);
  });
  await test.step('after a choice by pointer the single keys work again', async () => {
    // A chosen option comes as it does from the browser's own list: with a pointer before it.
    await preset(page).dispatchEvent('pointerdown');
    await preset(page).selectOption('Inverted · FFNN');
    await page.keyboard.press('s');
    await expect(status(page)).toHaveText('Epoch 1 of 2000');
    await page.getByText('Sine', { exact: true }).click();
    await page.keyboard.press(' ');
    await expect(button(page, 'Pause')).toBeVisible();
  });
});

test('Ctrl+K chooses any action or preset by its name', async ({ page }) => {
  await open(page);
  await page.keyboard.press('Control+k');
  const name = page.getByRole('combobox', { name: 'Name of an action or a preset' });
  await expect(name).toBeFocused();
  await expect(page.getByRole('dialog').getByRole('option', { name: 'Sweep' })).toBeVisible();
  await page.keyboard.type('mdn spir');
  await expect(page.getByRole('dialog').getByRole('option')).toHaveText(['Spiral · MDN']);
  await page.keyboard.press('Enter');
  await expect(preset(page)).toHaveValue('Spiral · MDN');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('step');
  await page.keyboard.press('Enter');
  await expect(status(page)).toHaveText(/^Epoch 1 of/);
});
