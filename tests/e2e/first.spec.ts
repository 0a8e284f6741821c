import { expect, figure, MAIN_FIGURE, test } from './fixtures.ts';

/** Colours of the model's answer and of the points, as shares of what is painted in the figure. */
function painted(element: Element): { red: number; dark: number } {
  const found = { red: 0, dark: 0 };
  for (const canvas of element.querySelectorAll('canvas')) {
    if (canvas.hidden || canvas.width === 0) continue;
    const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
    for (let i = 0; i < data.length; i += 4) {
      if (data[i + 3]! < 60) continue;
      if (data[i]! > 150 && data[i + 1]! < 120) found.red++;
      if (data[i]! < 80 && data[i + 1]! < 80) found.dark++;
    }
  }
  return found;
}

test('the figure with its untrained answer is there before Plotly and before the worker', async ({
  page,
}) => {
  // Neither is refused: they only take for ever.
  await page.route('**/assets/{plotly,main}-*.js', () => {});
  await page.goto('./#/');
  const main = figure(page, MAIN_FIGURE);
  await expect.poll(async () => (await main.evaluate(painted)).red).toBeGreaterThan(200);
  expect((await main.evaluate(painted)).dark).toBeGreaterThan(200);
  await expect(main.locator('.plot-container')).toHaveCount(0);
  await expect(page.getByText(/^At x = /)).toBeVisible();
  // Requests that are never answered would hold the page up when it is closed.
  await page.unrouteAll({ behavior: 'ignoreErrors' });
});

const SCREENS = [
  { width: 390, height: 844 },
  { width: 768, height: 1024 },
  { width: 1024, height: 768 },
  { width: 1440, height: 900 },
] as const;

for (const viewport of SCREENS) {
  const { width, height } = viewport;
  test.describe(`at ${width} × ${height}`, () => {
    test.use({ viewport, isMobile: width < 500, hasTouch: width < 500 });

    test('the first picture lies where the figure will, gives way to it, and nothing moves', async ({
      page,
    }) => {
      // The picture as it is while the scripts are still on their way.
      let release = () => {};
      const held = new Promise<void>((resolve) => {
        release = resolve;
      });
      await page.route('**/assets/index-*.js', async (route) => {
        await held;
        await route.continue();
      });
      await page.addInitScript(() => {
        const seen = { moved: 0 };
        Object.assign(window, { seen });
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) {
            seen.moved += (entry as unknown as { value: number }).value;
          }
        }).observe({ type: 'layout-shift', buffered: true });
      });
      await page.goto('./#/', { waitUntil: 'commit' });
      const picture = page.locator('.first-picture > img');
      await expect(picture).toBeVisible();
      await expect
        .poll(() => picture.evaluate((img) => (img as HTMLImageElement).naturalWidth))
        .toBeGreaterThan(0);
      const first = (await picture.boundingBox())!;
      release();
      await expect(picture).toHaveCount(0);
      const plot = (await figure(page, MAIN_FIGURE).locator('.figure-over').boundingBox())!;
      for (const side of ['x', 'y', 'width', 'height'] as const) {
        expect(Math.abs(plot[side] - first[side])).toBeLessThanOrEqual(3);
      }
      const moved = await page.evaluate(
        () => (window as unknown as { seen: { moved: number } }).seen.moved,
      );
      expect(moved).toBeLessThan(0.02);
    });
  });
}

test('the first picture is shown for the default experiment alone', async ({ page }) => {
  await page.route('**/assets/index-*.js', () => {});
  for (const route of ['./#/learn/1', './#/?data=spiral']) {
    await page.goto('about:blank');
    await page.goto(route, { waitUntil: 'commit' });
    await expect(page.locator('.arriving')).toBeVisible();
    await expect(page.locator('.first-picture')).toBeHidden();
  }
  await page.goto('about:blank');
  await page.goto('./', { waitUntil: 'commit' });
  await expect(page.locator('.first-picture')).toBeVisible();
  await page.evaluate(() => (location.hash = '#/learn'));
  await expect(page.locator('.first-picture')).toHaveCount(0);
  await page.unrouteAll({ behavior: 'ignoreErrors' });
});
