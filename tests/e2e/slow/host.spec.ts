import { startHost } from '../../helpers/host.ts';
import { button, epoch, expect, test } from '../fixtures.ts';

test.describe('in a sub-folder of a plain static host', () => {
  test.use({
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the pattern
    baseURL: async ({}, use) => {
      const host = await startHost('/some/folder/of/a/host/');
      await use(host.url);
      await host.close();
    },
  });

  test('the page loads, its worker trains, and nothing is missing', async ({ page }) => {
    const missing: string[] = [];
    page.on('response', (response) => {
      if (response.status() >= 400) missing.push(response.url());
    });
    await page.goto('./#/');
    await button(page, 'Play').click();
    await expect.poll(() => epoch(page)).toBeGreaterThan(2);
    expect(missing).toEqual([]);
  });
});
