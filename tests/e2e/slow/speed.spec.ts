import { button, epoch, expect, field, open, pause, reached, status, test } from '../fixtures.ts';

test('Speed slows training to a pace at which every step is shown', { tag: '@timed' }, async ({
  page,
}) => {
  await open(page);
  const speed = page.getByRole('combobox', { name: 'Speed', exact: true });
  await speed.selectOption({ label: '10 steps a second' });
  const seen = page.evaluate(
    () =>
      new Promise<string[]>((resolve) => {
        const line = document.querySelector('[role=status]') as HTMLElement;
        const texts: string[] = [];
        new MutationObserver(() => texts.push(line.textContent ?? '')).observe(line, {
          characterData: true,
          childList: true,
          subtree: true,
        });
        setTimeout(() => resolve(texts), 4000);
      }),
  );
  await button(page, 'Play').click();
  const epochs = (await seen).map((text) => Number(/Epoch (\d+)/.exec(text)?.[1]));
  expect(epochs.at(-1)).toBeGreaterThanOrEqual(14);
  expect(epochs.at(-1)).toBeLessThanOrEqual(21);
  expect([...new Set(epochs)]).toEqual(Array.from({ length: epochs.at(-1)! }, (_, i) => i + 1));
  await speed.selectOption({ label: 'Full' });
  await reached(page, 60);
});

test('a pace holds for the next run, and Step is at once', { tag: '@timed' }, async ({ page }) => {
  await open(page);
  const speed = page.getByRole('combobox', { name: 'Speed', exact: true });
  await speed.selectOption({ label: '1 step a second' });
  await field(page, 'Seed').fill('12');
  await expect(button(page, 'Play')).toBeEnabled();
  await button(page, 'Play').click();
  await page.waitForTimeout(3000);
  expect(await epoch(page)).toBeLessThanOrEqual(2);
  await pause(page);
  await expect(speed).toHaveValue('1');
  await speed.selectOption({ label: '100 steps a second' });
  const before = await epoch(page);
  await button(page, 'Step').click();
  await expect(status(page)).toHaveText(`Epoch ${before + 1} of 1000`);
});
