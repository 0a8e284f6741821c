import { PRESETS } from '../../src/core/presets.ts';
import {
  button,
  epoch,
  expect,
  field,
  figure,
  LOSS_FIGURE,
  MAIN_FIGURE,
  open,
  pause,
  preset,
  radio,
  reached,
  scored,
  status,
  test,
} from './fixtures.ts';

test('the page opens with Inverted · MDN, untrained and ready to play', async ({ page }) => {
  await open(page);
  await expect(preset(page)).toHaveValue('Inverted · MDN');
  await expect(status(page)).toHaveText('Epoch 0 of 1000');
  // No other control is named by one of these words, not even by a part of its name.
  for (const name of ['Play', 'Step', 'Reset', 'Present']) {
    await expect(page.getByRole('button', { name })).toHaveCount(1);
  }
});

test('every preset trains from Play, and both figures change', async ({ page }) => {
  test.slow();
  await open(page);
  const pictures = () =>
    Promise.all([MAIN_FIGURE, LOSS_FIGURE].map((name) => figure(page, name).screenshot()));
  for (const { label, experiment } of PRESETS) {
    await preset(page).selectOption({ label });
    await expect(status(page)).toHaveText(`Epoch 0 of ${experiment.training.epochs}`);
    await expect(button(page, 'Play')).toBeEnabled();
    await page.waitForTimeout(500);
    const before = await pictures();
    await button(page, 'Play').click();
    await reached(page, 10);
    await pause(page);
    await page.waitForTimeout(300);
    const after = await pictures();
    expect(after[0]!.equals(before[0]!), label).toBe(false);
    expect(after[1]!.equals(before[1]!), label).toBe(false);
  }
});

test('Step trains one epoch, its menu one optimizer step or ten epochs', async ({ page }) => {
  await open(page);
  await button(page, 'Step').click();
  await expect(status(page)).toHaveText('Epoch 1 of 1000');
  await button(page, 'Advance by…').click();
  await page.getByRole('menuitem', { name: 'Ten epochs' }).click();
  await expect(status(page)).toHaveText('Epoch 11 of 1000');
  for (const after of ['Epoch 11 of 1000', 'Epoch 12 of 1000']) {
    await button(page, 'Advance by…').click();
    await page.getByRole('menuitem', { name: 'One optimiser step' }).click();
    await expect(status(page)).toHaveText(after);
  }
});

test('Reset goes back to the same initial weights: the same losses come again', async ({
  page,
}) => {
  await open(page);
  await button(page, 'Step').click();
  await expect(status(page)).toHaveText('Epoch 1 of 1000');
  const numbers = page.locator('dl > div').first();
  await scored(page, 1);
  const first = await numbers.textContent();
  await button(page, 'Reset').click();
  await expect(status(page)).toHaveText('Epoch 0 of 1000');
  await expect(numbers).not.toHaveText(first as string);
  await button(page, 'Step').click();
  await expect(numbers).toHaveText(first as string);
});

test('a change of the data, the model or the seed starts again and goes on playing', async ({
  page,
}) => {
  await open(page);
  // Slowly enough that a run of few points is seen to start, and does not end meanwhile.
  const speed = page.getByRole('combobox', { name: 'Speed', exact: true });
  await speed.selectOption({ label: '30 steps a second' });
  await button(page, 'Play').click();
  await reached(page, 8);
  // A busy machine may look too late for the first epochs of a run, so the page itself notes them.
  await page.evaluate(() => {
    const line = document.querySelector('[role=status]') as HTMLElement;
    new MutationObserver(() => {
      const seen = window as unknown as { lowest: number };
      seen.lowest = Math.min(seen.lowest, Number(/^Epoch (\d+) of/.exec(line.textContent)?.[1]));
    }).observe(line, { characterData: true, childList: true, subtree: true });
  });
  for (const change of [
    () => field(page, 'Points').fill('400'),
    () => field(page, 'Components').fill('5'),
    () => field(page, 'Seed').fill('11'),
    () => field(page, 'Batch size').fill('100'),
    () => radio(page, 'Dataset', 'Sine').click(),
    () => radio(page, 'Model', 'FFNN').click(),
  ]) {
    const before = await epoch(page);
    await page.evaluate(() => Object.assign(window, { lowest: Number.POSITIVE_INFINITY }));
    await change();
    const lowest = () => page.evaluate(() => (window as unknown as { lowest: number }).lowest);
    await expect.poll(lowest).toBeLessThan(before);
    await reached(page, 8);
    await expect(button(page, 'Pause')).toBeVisible();
  }
});

test('the learning rate changes live, and the link records from which step on', async ({
  page,
}) => {
  await open(page);
  await button(page, 'Play').click();
  await reached(page, 5);
  await field(page, 'Learning rate').fill('0.002');
  await expect.poll(() => new URL(page.url()).hash).toMatch(/rates=\d+:0\.002/);
  expect(await epoch(page)).toBeGreaterThanOrEqual(5);
  await expect(page.getByText(/from step \d+ on 0\.002/)).toBeVisible();
});

test('what is shown, and how long, changes without a new start', async ({ page }) => {
  await open(page);
  await test.step('a switch of views and overlays leaves the run alone', async () => {
    await button(page, 'Step').click();
    await expect(status(page)).toHaveText('Epoch 1 of 1000');
    await page.getByRole('checkbox', { name: 'Training points' }).click();
    await page.getByRole('radio', { name: 'Samples' }).click();
    await page.waitForTimeout(300);
    await expect(status(page)).toHaveText('Epoch 1 of 1000');
  });
  await test.step('Train longer adds epochs at the end', async () => {
    await field(page, 'Points').fill('100');
    await field(page, 'Epochs').fill('6');
    await button(page, 'Play').click();
    await expect(status(page)).toHaveText('Epoch 6 of 6');
    await button(page, 'Train longer').click();
    await expect(status(page)).toHaveText('Epoch 12 of 12');
  });
});

test('a run may stop where its test loss no longer improves, and go on from there', async ({
  page,
}) => {
  await open(
    page,
    '#/?v=1&data=inverted&points=200&noise=1&test=0.25&seed=7&model=mdn&hidden=10&act=tanh&k=3&floor=0&epochs=2000&batch=150&order=fixed&lr=0.05&clip=0&decay=0&std=0&recover=1&engine=fused',
  );
  await page.getByText('More', { exact: true }).click();
  await page.getByRole('checkbox', { name: 'Stop when it no longer improves' }).check();
  await expect.poll(() => new URL(page.url()).hash).toContain('plateau=1');
  await button(page, 'Play').click();
  await expect(page.getByText('Stopped at a plateau')).toBeVisible();
  await expect(status(page)).toHaveText('Epoch 708 of 2000');
  await button(page, 'Train longer').click();
  await expect(status(page)).toHaveText('Epoch 2000 of 2000');
  await expect(page.getByText('Finished ·')).toBeVisible();
});
