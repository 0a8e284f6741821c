import type { Page } from '@playwright/test';
import { button, expect, field, open, pause, preset, radio, reached, test } from './fixtures.ts';

const ledger = (page: Page) => page.getByRole('region', { name: 'Components', exact: true });
const rows = (page: Page) => ledger(page).getByRole('button', { name: /^Component \d+, weight/ });

test('the ledger tells use and idleness', async ({ page }) => {
  await open(page);
  await test.step('the ledger lists what is in use, and folds the rest into one line', async () => {
    await expect(ledger(page)).toContainText(/\d+ of 30 in use/);
    await expect(ledger(page)).toContainText('Press Play');
    await button(page, 'Play').click();
    await reached(page, 200);
    await pause(page);
    await expect(ledger(page)).toContainText(/\d+ not in use/);
    const used = Number(/(\d+) of 30 in use/.exec((await ledger(page).textContent()) ?? '')?.[1]);
    expect(used).toBeLessThan(30);
    const more = ledger(page).getByRole('button', { name: /more in use/ });
    if (used > 6) await more.click();
    await expect(rows(page)).toHaveCount(used);
  });
  await test.step('a feed-forward network has no components, and the ledger says what that means', async () => {
    await radio(page, 'Model', 'FFNN').click();
    await expect(ledger(page)).toContainText('one answer for each x');
    await expect(rows(page)).toHaveCount(0);
    await preset(page).selectOption({ label: 'Spiral · MDN' });
    await expect(rows(page).first()).toBeVisible();
  });
});

test('the ledger lists components, the heaviest first, and lights them up', async ({ page }) => {
  await open(page);
  await test.step('rows say weight, range and deviation, the heaviest first', async () => {
    await field(page, 'Components').fill('4');
    await button(page, 'Step').click();
    await expect(rows(page)).toHaveCount(4);
    await expect(rows(page).first()).toHaveAccessibleName(
      /^Component [1-4], weight [\d.]+.%, mean from \S+ to \S+, deviation [\d.]+$/,
    );
    await expect
      .poll(async () => {
        const names = await rows(page).evaluateAll((all) => all.map((row) => row.ariaLabel ?? ''));
        const weights = names.map((name) => Number(/weight ([\d.]+)/.exec(name)?.[1]));
        return weights.every((weight, i) => i === 0 || weight <= weights[i - 1]!);
      })
      .toBe(true);
  });
  await test.step('a component can be lit up by pointer and keyboard, and Show all clears', async () => {
    await field(page, 'Components').fill('4');
    // Four rows are shown of the thirty before, too.
    await expect(ledger(page)).toContainText('of 4 in use');
    await expect(rows(page)).toHaveCount(4);
    await expect(rows(page).first()).toHaveAccessibleName(/^Component [1-4],/);
    const all = button(page, 'Show all');
    await expect(all).toHaveCount(0);
    await rows(page).nth(0).click();
    await expect(rows(page).nth(0)).toHaveAttribute('aria-pressed', 'true');
    await rows(page).nth(1).press('Enter');
    await expect(rows(page).nth(1)).toHaveAttribute('aria-pressed', 'true');
    await rows(page).nth(0).click();
    await expect(rows(page).nth(0)).toHaveAttribute('aria-pressed', 'false');
    await all.click();
    for (let i = 0; i < 4; i++) {
      await expect(rows(page).nth(i)).toHaveAttribute('aria-pressed', 'false');
    }
    await expect(all).toHaveCount(0);
  });
});
