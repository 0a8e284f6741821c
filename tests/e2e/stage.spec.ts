import type { Page } from '@playwright/test';
import {
  button,
  drawn,
  expect,
  field,
  figure,
  MAIN_FIGURE,
  open,
  present,
  status,
  test,
} from './fixtures.ts';
import { ONE_COMPONENT } from './links.ts';

/** What a hall has to be able to see, as the page draws it. */
function seenFromTheBack(page: Page) {
  return page.evaluate(() => {
    const linear = (byte: number) => {
      const share = byte / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    };
    const numbers = (color: string) => (color.match(/[\d.]+/g) ?? []).map(Number);
    const luminance = (color: string) => {
      const [r = 0, g = 0, b = 0] = numbers(color).map(linear);
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const groundOf = (element: Element): string => {
      for (let at: Element | null = element; at; at = at.parentElement) {
        const { backgroundColor } = getComputedStyle(at);
        if (/^rgb\(/.test(backgroundColor)) return backgroundColor;
      }
      return 'rgb(255, 255, 255)';
    };
    const texts: { text: string; size: number; contrast: number }[] = [];
    const walker = document.createTreeWalker(document.querySelector('main')!, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement!;
      const text = node.textContent!.trim();
      if (!text || element.closest('.visually-hidden, figcaption, option')) continue;
      const box = element.getBoundingClientRect();
      if (box.width < 2 || !element.checkVisibility()) continue;
      const style = getComputedStyle(element);
      // A style's sizes leave out how its part of the page is zoomed.
      const zoom = element instanceof HTMLElement ? element.currentCSSZoom : 1;
      const inSvg = element instanceof SVGElement;
      const [a, b] = [luminance(inSvg ? style.fill : style.color), luminance(groundOf(element))];
      texts.push({
        text,
        size: Number.parseFloat(style.fontSize) * zoom,
        contrast: (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05),
      });
    }
    const line = (selector: string) =>
      [...document.querySelectorAll(selector)].map((path) =>
        Number.parseFloat(getComputedStyle(path).strokeWidth),
      );
    return {
      texts,
      small: texts.filter(({ size }) => size < 23.95),
      faint: texts.filter(({ contrast }) => contrast < 7),
      cursors: [...document.querySelectorAll('main figure [role=slider]')].map((slider) =>
        Number.parseFloat(getComputedStyle(slider, '::before').width),
      ),
      rules: line('main .shapelayer path'),
    };
  });
}

for (const theme of ['light', 'dark'] as const) {
  test(`text and reference lines are seen from the last row of a hall, ${theme}`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme: theme });
    await page.setViewportSize({ width: 1920, height: 1080 });
    await open(page);
    await button(page, 'Step').click();
    await button(page, 'Present').click();
    await button(page, 'Arrange the stage').click();
    await page.getByRole('combobox', { name: 'Beside it' }).selectOption('Loss');
    await page.keyboard.press('Escape');
    await figure(page, 'Loss').dispatchEvent('pointerenter');
    await expect(page.locator('main .shapelayer path').first()).toBeAttached();
    const { texts, small, faint, cursors, rules } = await seenFromTheBack(page);
    expect(texts.length).toBeGreaterThan(20);
    expect(small).toEqual([]);
    expect(faint).toEqual([]);
    expect(cursors).toHaveLength(1);
    for (const width of [...cursors, ...rules]) expect(width).toBeGreaterThanOrEqual(3);
  });
}

test('the main figure takes the stage, with one Play in a bar that comes when it is wanted', async ({
  page,
}) => {
  await open(page);
  await present(page);
  const bar = page.getByRole('region', { name: 'Bar of the stage' });
  const takesTheStage = async () => {
    for (const [width, height] of [
      [1024, 768],
      [1366, 768],
      [1920, 1080],
    ] as const) {
      await page.setViewportSize({ width, height });
      await expect
        .poll(async () => {
          const box = (await figure(page, MAIN_FIGURE).boundingBox())!;
          return (box.width * box.height) / (width * height);
        })
        .toBeGreaterThanOrEqual(0.7);
    }
  };
  await takesTheStage();
  await expect(page.getByRole('banner')).toHaveCount(0);
  await expect(page.getByRole('region', { name: 'Experiment' })).toHaveCount(0);
  await expect(button(page, 'Play')).toHaveCount(1);
  await expect(page.getByRole('status')).toHaveCount(1);

  await page.mouse.move(900, 200);
  await expect(bar).toHaveAttribute('data-wanted', 'false');
  await page.mouse.move(900, 1060);
  await expect(bar).toHaveAttribute('data-wanted', 'true');
  await page.mouse.move(900, 200);
  await expect(bar).toHaveAttribute('data-wanted', 'false');
  await page.keyboard.press('m');
  await expect(bar).toHaveAttribute('data-wanted', 'true');

  await button(page, 'Arrange the stage').click();
  await page.getByRole('checkbox', { name: 'Components' }).check();
  await page.getByRole('combobox', { name: 'Beside it' }).selectOption('Slice');
  await page.keyboard.press('Escape');
  await takesTheStage();
  const pinned = page.getByRole('region', { name: 'Pinned to the stage' });
  await expect(pinned.getByRole('spinbutton', { name: 'Components' })).toBeVisible();
  await expect(page).toHaveURL(/&present=1&beside=slice&pinned=components/);
  await page.mouse.click(900, 400);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('region', { name: 'Experiment' })).toBeVisible();
  await expect(page.locator('html')).not.toHaveClass(/presenting/);
});

test('with Live on, a setting in the bar trains anew on the stage, and its axes stand still', async ({
  page,
}) => {
  // It trains from the start, and may have ended before anything is looked at.
  await page.goto(`./${ONE_COMPONENT}&live=1`);
  await expect(button(page, 'Present')).toBeVisible();
  await present(page);
  await page.keyboard.press('m');
  const ended = () => expect(status(page)).toHaveText(/^Epoch (\d+) of \1$/);
  await ended();
  await drawn(page, MAIN_FIGURE);
  const axes = () => figure(page, MAIN_FIGURE).locator('.xtick, .ytick').allTextContents();
  const before = await axes();
  await field(page, 'Components').press('ArrowUp');
  await expect(page).toHaveURL(/&k=2&/);
  await ended();
  expect(await axes()).toEqual(before);
});
