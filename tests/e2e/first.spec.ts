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
