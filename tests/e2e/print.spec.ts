import { button, expect, open, status, test } from './fixtures.ts';

/** Pages of a PDF, which Chromium lists in plain text. */
const pagesOf = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length;

test('A4 takes figure, numbers, settings and the link on one page, standing and lying', async ({
  page,
}) => {
  await open(page);
  await button(page, 'Step').click();
  await expect(status(page)).toHaveText('Epoch 1 of 1000');
  for (const landscape of [false, true]) {
    expect(pagesOf(await page.pdf({ format: 'A4', landscape }))).toBe(1);
  }
  await test.step('after it the figures have the screen’s size again', async () => {
    const widths = () =>
      page.evaluate(() =>
        [...document.querySelectorAll<HTMLCanvasElement>('canvas.figure-quick')]
          .filter((canvas) => canvas.offsetWidth > 0)
          .map((canvas) => [canvas.width, canvas.parentElement?.clientWidth]),
      );
    await expect.poll(async () => (await widths()).length).toBeGreaterThan(1);
    await expect
      .poll(async () => (await widths()).filter(([painted, shown]) => painted !== shown))
      .toEqual([]);
  });
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await expect(page.getByText(page.url())).toBeVisible();
  await expect(page.getByText('Epoch 1 of 1000').first()).toBeVisible();
  await expect(page.getByText('Variance floor')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Scores' })).toBeVisible();
  for (const name of ['Play', 'Undo', 'Table of the loss']) {
    await expect(page.getByRole('button', { name, exact: true })).toBeHidden();
  }
  // Paper is white, whatever the screen is.
  const ink = await page.evaluate(() =>
    getComputedStyle(document.documentElement).getPropertyValue('--ink'),
  );
  expect(ink.trim()).toBe('#1b2230');
  await page.emulateMedia({ media: 'screen' });
  await expect(button(page, 'Play')).toBeVisible();
  await expect(page.getByText('Variance floor')).toBeHidden();
});

test('a chapter prints its figures trained, though nobody has pressed Play', async ({ page }) => {
  await page.goto('#/learn/10');
  const figure = (name: string) => page.getByRole('figure', { name });
  await expect(figure('Samples at a temperature')).toBeVisible();
  // What the ends of runs are in comes once there is a sign of somebody.
  const ends = ['twelve', 'few', 'some'].map((name) =>
    page.waitForResponse((response) => response.url().includes(`/${name}-`)),
  );
  await page.mouse.move(100, 100);
  await page.mouse.move(120, 120);
  await Promise.all(ends);
  await expect(page.getByText('Smallest σ: known once the network trains')).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(figure('Twelve components on twelve points')).toContainText('Smallest σ: 0.0037');
  await expect(figure('What a 90 % region holds')).toContainText(/holds 55\s?% of 2000 fresh/);
  await expect(figure('Samples at a temperature')).toContainText('At temperature 1.00 the NLL');
  await page.emulateMedia({ media: 'screen' });
  await expect(page.getByText('Smallest σ: known once the network trains')).toBeVisible();
});
