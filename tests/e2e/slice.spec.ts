import type { Locator, Page } from '@playwright/test';
import {
  button,
  drawn,
  expect,
  figure,
  MAIN_FIGURE,
  open,
  pause,
  preset,
  reached,
  test,
} from './fixtures.ts';

const SLICE_FIGURE = 'Slice through the density';
const cursor = (page: Page) => page.getByRole('slider', { name: 'Slice at x', exact: true });
const words = (page: Page) => page.getByText(/^At x = .* (answers?:|answers) /);
const axisTitle = (page: Page) => figure(page, SLICE_FIGURE).getByText(/^p\(y \| x = /);

async function range(slider: Locator) {
  const number = async (name: string) => Number(await slider.getAttribute(`aria-value${name}`));
  return { min: await number('min'), max: await number('max'), now: await number('now') };
}

/** The plotting area of the main figure, in the page's pixels. */
async function plot(page: Page) {
  const box = (await cursor(page).locator('..').boundingBox())!;
  return (x: number, y: number) => [box.x + x * box.width, box.y + y * box.height] as const;
}

test('a click or a drag takes the cursor along, hovering does not', async ({ page }) => {
  await open(page);
  await page.getByRole('checkbox', { name: 'Test points' }).uncheck();
  const at = await plot(page);
  const { min, max, now } = await range(cursor(page));
  await page.mouse.move(...at(0.3, 0.5));
  expect((await range(cursor(page))).now).toBe(now);
  await page.mouse.click(...at(0.25, 0.5));
  expect((await range(cursor(page))).now).toBeCloseTo(min + 0.25 * (max - min), 0);
  await expect(cursor(page)).toBeFocused();
  await page.mouse.move(...at(0.5, 0.2));
  await page.mouse.down();
  await page.mouse.move(...at(0.6, 0.3), { steps: 3 });
  await page.mouse.move(...at(1.4, 0.3), { steps: 3 });
  expect((await range(cursor(page))).now).toBe(max);
  await page.mouse.move(...at(0.75, 0.3), { steps: 3 });
  await page.mouse.up();
  expect((await range(cursor(page))).now).toBeCloseTo(min + 0.75 * (max - min), 0);
  await page.mouse.move(...at(0.1, 0.3));
  expect((await range(cursor(page))).now).toBeCloseTo(min + 0.75 * (max - min), 0);
});

test('the cursor is a slider, and all that it cuts says the same x', async ({ page }) => {
  await open(page);
  await test.step('the slice shares the main figure’s vertical axis', async () => {
    for (const name of [MAIN_FIGURE, SLICE_FIGURE]) await drawn(page, name);
    const heights = await Promise.all(
      [MAIN_FIGURE, SLICE_FIGURE].map((name) =>
        figure(page, name).evaluate((element) => {
          const grid = element.querySelector('.cartesianlayer .plot') as Element;
          const style = getComputedStyle(element);
          const top = element.getBoundingClientRect().top;
          return {
            drawn: grid !== null,
            top: top + Number.parseFloat(style.getPropertyValue('--plot-top')),
            height: Number.parseFloat(style.getPropertyValue('--plot-height')),
          };
        }),
      ),
    );
    expect(heights[1]).toEqual(heights[0]);
  });
  await test.step('the cursor is a slider that arrow keys move', async () => {
    const slider = cursor(page);
    await slider.focus();
    const { min, max, now } = await range(slider);
    const step = (max - min) / 200;
    await slider.press('ArrowRight');
    expect((await range(slider)).now).toBeCloseTo(now + step, 6);
    await slider.press('Shift+ArrowLeft');
    expect((await range(slider)).now).toBeCloseTo(now - 9 * step, 6);
    await slider.press('Home');
    expect((await range(slider)).now).toBe(min);
    await slider.press('End');
    expect((await range(slider)).now).toBe(max);
  });
  await test.step('sentence, axis and slider tell the same x', async () => {
    await cursor(page).focus();
    for (const key of ['ArrowRight', 'ArrowRight', 'Shift+ArrowLeft'])
      await cursor(page).press(key);
    const x = (await cursor(page).getAttribute('aria-valuetext'))!;
    await expect(words(page)).toContainText(`At ${x} `);
    await expect(axisTitle(page)).toHaveText(`p(y | ${x})`);
    const id = await cursor(page).getAttribute('aria-describedby');
    await expect(page.locator(`[id="${id}"]`)).toHaveText((await words(page).textContent())!);
    await expect(words(page)).toHaveAttribute('aria-live', 'off');
  });
});

test('the slice answers while training, and the words tell the answers', async ({ page }) => {
  await open(page);
  await button(page, 'Play').click();
  await reached(page, 30);
  await cursor(page).focus();
  const before = await axisTitle(page).textContent();
  await cursor(page).press('Shift+ArrowLeft');
  await expect(axisTitle(page)).not.toHaveText(before!);
  await expect(words(page)).toContainText(/it gives \d+ answers?: −?[\d.]+ \(\d+\s%\)/);
});

test('a clicked point tells who answers for it and its share of the loss; Escape clears it', async ({
  page,
}) => {
  await open(page);
  await button(page, 'Play').click();
  await reached(page, 20);
  await pause(page);
  await expect(page.getByText('Click a data point')).toBeVisible();
  const at = await plot(page);
  // The data run through the middle.
  await page.mouse.click(...at(0.5, 0.5));
  const line = page.getByText(/^Test point x = /).locator('..');
  await expect(line).toContainText(/component \d+, \d+\s%/);
  await expect(line).toContainText(/−log q = −?[\d.]+ nats, −?[\d.]+\s% of the test loss/);
  const chosen = /x = (−?[\d.]+)/.exec((await line.textContent())!)![1];
  await expect(cursor(page)).toHaveAttribute('aria-valuetext', `x = ${chosen}`);
  await page.keyboard.press('Escape');
  await expect(line).toHaveCount(0);
  await page.mouse.click(...at(0.5, 0.5));
  await button(page, 'Clear the point').click();
  await expect(page.getByText('Click a data point')).toBeVisible();
});

test('another experiment has its own words and forgets the point', async ({ page }) => {
  await open(page);
  await test.step('a feed-forward network answers with one value and its deviation', async () => {
    await preset(page).selectOption({ label: 'Inverted · FFNN' });
    await button(page, 'Step').click();
    await expect(words(page)).toHaveText(/^At x = 4\.0 it answers −?[\d.]+ ± [\d.]+\.$/);
  });
  await test.step('another data set forgets the point', async () => {
    const at = await plot(page);
    await page.mouse.click(...at(0.5, 0.5));
    await expect(page.getByText(/^Test point x = /)).toBeVisible();
    await preset(page).selectOption({ label: 'Spiral · MDN' });
    await expect(page.getByText(/^Test point x = /)).toHaveCount(0);
  });
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('a finger drags the cursor, the page stays, and the slice lies below', async ({ page }) => {
    await open(page);
    const main = (await figure(page, MAIN_FIGURE).boundingBox())!;
    const slice = (await figure(page, SLICE_FIGURE).boundingBox())!;
    expect(slice.y).toBeGreaterThanOrEqual(main.y + main.height - 1);
    const at = await plot(page);
    const { min, max } = await range(cursor(page));
    const touch = await page.context().newCDPSession(page);
    const send = (type: string, points: readonly (readonly [number, number])[]) =>
      touch.send('Input.dispatchTouchEvent', {
        type: type as 'touchStart',
        touchPoints: points.map(([x, y]) => ({ x, y })),
      });
    const scrolled = await page.evaluate(() => scrollY);
    await send('touchStart', [at(0.3, 0.6)]);
    for (const x of [0.35, 0.45, 0.6, 0.7]) await send('touchMove', [at(x, 0.6)]);
    await expect(figure(page, MAIN_FIGURE).getByText(/^x = /)).toBeVisible();
    await send('touchEnd', []);
    expect((await range(cursor(page))).now).toBeCloseTo(min + 0.7 * (max - min), 0);
    expect(await page.evaluate(() => scrollY)).toBe(scrolled);
  });
});
