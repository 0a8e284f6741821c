import type { Locator, Page } from '@playwright/test';
import {
  button,
  expect,
  figure,
  LOSS_FIGURE,
  MAIN_FIGURE,
  open,
  pause,
  preset,
  reached,
  test,
} from '../fixtures.ts';

const ANSWERS = 'Table of the answers';
const SLICE = 'Table of the slice';
const LOSS = 'Table of the loss';
const SLICE_FIGURE = 'Slice through the density';

/** Trains past some epochs and stops. */
async function train(page: Page, least: number): Promise<void> {
  await button(page, 'Play').click();
  await reached(page, least);
  await pause(page);
}

async function openTable(page: Page, name: string): Promise<Locator> {
  await button(page, name).click();
  const dialog = page.getByRole('dialog', { name, exact: true });
  await expect(dialog).toBeVisible();
  return dialog;
}

const texts = (cells: Locator) => cells.allInnerTexts();

/** What a screen reader says of a figure after its name. */
async function description(page: Page, name: string): Promise<string> {
  const ids = (await figure(page, name).getAttribute('aria-describedby'))?.split(' ') ?? [];
  expect(ids.length).toBeGreaterThan(0);
  const said = await Promise.all(ids.map((id) => page.locator(`[id="${id}"]`).textContent()));
  return said.join(' ');
}

test('every live figure is described in words and numbers, without a live region', async ({
  page,
}) => {
  await open(page);
  await train(page, 30);
  await expect
    .poll(() => description(page, MAIN_FIGURE))
    .toMatch(
      /^For each input x.*Input x from −\d+ to \d+, target y from −\d+ to \d+\. Test points shown: 750\..*( At x = −?[\d.]+: .*\)\.){5}$/,
    );
  await expect
    .poll(() => description(page, LOSS_FIGURE))
    .toMatch(
      /^Epoch \d+ of 1000: train [\d.]+, test [\d.]+, nats per point\. Lowest test loss [\d.]+, at epoch \d+\. Best reachable [\d.]+\./,
    );
  expect(await description(page, SLICE_FIGURE)).toMatch(/^At x = 4\.0 it gives \d+ answers?: /);
  for (const caption of await page.locator('figcaption').all()) {
    await expect(caption).toHaveAttribute('aria-live', 'off');
  }
});

test('the table of the loss has its epochs, stays as it was, and returns the focus', async ({
  page,
}) => {
  await open(page);
  await button(page, 'Play').click();
  await reached(page, 120);
  const dialog = await openTable(page, LOSS);
  const headers = await texts(dialog.getByRole('columnheader'));
  expect(headers.map((text) => text.replace(/\s+/g, ' '))).toEqual([
    'epoch',
    'train nats per point',
    'test nats per point',
  ]);
  const epochs = (await texts(dialog.getByRole('rowheader'))).map(Number);
  expect(epochs.length).toBeLessThanOrEqual(40);
  expect(epochs).toEqual(epochs.toSorted((a, b) => a - b));
  const said = (await dialog.textContent()) ?? '';
  expect(epochs).toContain(Number(/Lowest test loss [\d.]+, at epoch (\d+)/.exec(said)?.[1]));
  expect(said).toMatch(/Taken at epoch \d+\./);
  expect(said).toMatch(/Thinned to \d+ of the \d+ epochs/);
  const taken = Number(/Taken at epoch (\d+)/.exec(said)?.[1]);
  await reached(page, taken + 20);
  expect(await dialog.textContent()).toBe(said);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(button(page, LOSS)).toBeFocused();
});

test('the table of the answers goes over the figure’s width, and a network of one answer has its σ̂', async ({
  page,
}) => {
  await open(page);
  await train(page, 20);
  const dialog = await openTable(page, ANSWERS);
  await expect(dialog.getByRole('rowheader')).toHaveCount(21);
  const row = dialog.getByRole('row').filter({ hasText: /^4\.8/ });
  expect((await texts(row.getByRole('cell')))[0]).toMatch(/^−?[\d.]+\s\(\d+\s%\)/);
  await button(page, 'Close').click();
  await preset(page).selectOption({ label: 'Inverted · FFNN' });
  await button(page, 'Step').click();
  await reached(page, 1);
  await openTable(page, ANSWERS);
  await expect(dialog.getByRole('columnheader')).toHaveCount(4);
  await expect(dialog.getByRole('columnheader', { name: 'σ̂' })).toBeVisible();
});

test('the table of the slice has components and probabilities at the cursor', async ({ page }) => {
  await open(page);
  await train(page, 20);
  const dialog = await openTable(page, SLICE);
  await expect(dialog.getByRole('table', { name: 'Components in use at x = 4.0' })).toBeVisible();
  const shares = dialog.getByRole('table', { name: /^Probability of y/ });
  await expect(shares.getByRole('rowheader')).toHaveCount(20);
});

test('a table that has nothing to show says so', async ({ page }) => {
  await open(page);
  const dialog = await openTable(page, LOSS);
  await expect(dialog).toContainText('Nothing is trained yet.');
  await expect(dialog.getByRole('table')).toHaveCount(0);
  await button(page, 'Close').click();
  await expect(await openTable(page, ANSWERS)).toContainText('random first weights');
});

test('a table is copied as tab-separated text, or the page says that it cannot', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page);
  await button(page, 'Step').click();
  await reached(page, 1);
  const dialog = await openTable(page, ANSWERS);
  await button(page, 'Copy').click();
  await expect(button(page, 'Copied')).toBeVisible();
  const lines = (await page.evaluate(() => navigator.clipboard.readText())).split('\n');
  expect(lines[1]?.split('\t')[0]).toBe('x (input units)');
  expect(lines.filter((line) => line.includes('\t'))).toHaveLength(22);
  expect(lines[2]).toMatch(/^-\d+\.\d\t/);
  await expect(button(page, 'Copy')).toBeVisible();
  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error('blocked'));
  });
  await button(page, 'Copy').click();
  await expect(dialog.getByRole('alert')).toContainText('Copying is blocked here.');
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('a table scrolls within its dialog, and its button is large enough', async ({ page }) => {
    await open(page);
    await train(page, 20);
    for (const name of [ANSWERS, SLICE, LOSS]) {
      const box = (await button(page, name).boundingBox())!;
      expect(Math.min(box.width, box.height), name).toBeGreaterThanOrEqual(44);
      const dialog = await openTable(page, name);
      const frame = (await dialog.boundingBox())!;
      expect(frame.x).toBeGreaterThanOrEqual(0);
      expect(frame.x + frame.width).toBeLessThanOrEqual(390);
      expect(frame.y + frame.height).toBeLessThanOrEqual(844);
      await button(page, 'Close').click();
    }
  });
});
