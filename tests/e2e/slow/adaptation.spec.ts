import type { Page } from '@playwright/test';
import { button, expect, open, pause, preset, reached, test } from '../fixtures.ts';

const ROUTES = ['#/', '#/learn', '#/learn/7'] as const;

async function visit(page: Page, hash: string): Promise<void> {
  if (hash === '#/') await open(page, hash);
  else {
    await page.goto(`./${hash}`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  }
}

const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

test.describe('at 200 % on a screen of 1440 × 900', () => {
  test.use({ viewport: { width: 720, height: 450 }, deviceScaleFactor: 2 });

  for (const route of ROUTES) {
    test(`${route} never scrolls sideways`, async ({ page }) => {
      await visit(page, route);
      expect(await overflow(page)).toBe(0);
    });
  }

  test('nothing that the focus goes to lies under the bar, the dock or outside of the page', async ({
    page,
  }) => {
    await open(page);
    let stops = 0;
    for (let i = 0; i < 60; i++) {
      await page.keyboard.press('Tab');
      const focus = await page.evaluate(() => {
        const element = document.activeElement;
        if (!element || element === document.body) return null;
        const { left, right, top, bottom } = element.getBoundingClientRect();
        const [x, y] = [(left + right) / 2, (top + bottom) / 2];
        const hit = document.elementFromPoint(x, Math.min(innerHeight - 1, Math.max(0, y)));
        const cover = (at: Element | null) =>
          at?.closest('section[aria-label="Run"]') ??
          [...document.querySelectorAll('button')].find(
            (button) => button.textContent === 'Settings' && button.contains(at),
          ) ??
          null;
        const name = element.getAttribute('aria-label') ?? element.textContent;
        return { name, left, right, y, covered: cover(hit) !== cover(element) };
      });
      if (!focus) break;
      stops++;
      expect(focus.covered, focus.name ?? '').toBe(false);
      expect(focus.left).toBeGreaterThanOrEqual(-1);
      expect(focus.right).toBeLessThanOrEqual(721);
      expect(focus.y).toBeLessThan(450);
    }
    expect(stops).toBeGreaterThan(20);
  });

  test('a table fits the screen, and its numbers can be scrolled to', async ({ page }) => {
    await open(page);
    await button(page, 'Table of the answers').click();
    const dialog = page.getByRole('dialog', { name: 'Table of the answers' });
    const frame = (await dialog.boundingBox())!;
    expect(frame.y).toBeGreaterThanOrEqual(0);
    expect(frame.y + frame.height).toBeLessThanOrEqual(450);
    await dialog.getByRole('rowheader').last().scrollIntoViewIfNeeded();
    await expect(dialog.getByRole('rowheader').last()).toBeInViewport();
    expect(await overflow(page)).toBe(0);
  });
});

test.describe('where motion is to be reduced', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } });

  /** Counts the animations and transitions that begin from now on, and those under way. */
  const watch = (page: Page) =>
    page.evaluate(() => {
      const seen: string[] = document
        .getAnimations()
        .filter(({ playState }) => playState === 'running')
        .map(({ id }) => id || 'under way');
      (window as unknown as { seen: string[] }).seen = seen;
      for (const type of ['animationstart', 'transitionrun'] as const) {
        document.addEventListener(type, (event) => seen.push(`${type} ${event.target}`), true);
      }
    });
  const seen = (page: Page) => page.evaluate(() => (window as unknown as { seen: string[] }).seen);

  test('nothing on the playground moves but what trains', async ({ page }) => {
    await open(page);
    await watch(page);
    await button(page, 'Play').click();
    await reached(page, 3);
    await pause(page);
    await page.getByRole('checkbox', { name: 'Truth' }).check();
    await page.getByText('More', { exact: true }).click();
    await button(page, 'About excess').click();
    await page.keyboard.press('Escape');
    await button(page, 'Table of the loss').click();
    await button(page, 'Close').click();
    await preset(page).hover();
    expect(await seen(page)).toEqual([]);
    expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
  });

  test('nothing in the article moves by itself', async ({ page }) => {
    await visit(page, '#/learn/7');
    await watch(page);
    await page.mouse.wheel(0, 1500);
    await page.getByRole('link', { name: 'Contents' }).hover();
    expect(await seen(page)).toEqual([]);
  });
});

test.describe('with forced colours', () => {
  test.use({ contextOptions: { forcedColors: 'active' } });

  test('what is chosen, what has the focus and what marks the data can be seen', async ({
    page,
  }) => {
    await open(page);
    const background = (group: string, name: string) =>
      page
        .getByRole('radiogroup', { name: group, exact: true })
        .getByRole('radio', { name, exact: true })
        .evaluate((radio) => getComputedStyle(radio.closest('label')!).backgroundColor);
    expect(await background('Means shown', 'All')).not.toBe(
      await background('Means shown', 'Modes'),
    );
    const cursor = page.getByRole('slider', { name: 'Slice at x', exact: true });
    const outline = () =>
      cursor.evaluate((slider) => getComputedStyle(slider, '::after').outlineStyle);
    expect(await outline()).toBe('none');
    await cursor.focus();
    await page.keyboard.press('ArrowRight');
    expect(await outline()).toBe('solid');
    const marks = page
      .getByRole('group', { name: 'Overlays' })
      .locator('span[aria-hidden="true"][style*="--mark"]');
    await expect(marks).toHaveCount(3);
    for (const mark of await marks.all()) {
      await expect(mark).toHaveCSS('forced-color-adjust', 'none');
    }
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`the figures suit a ${colorScheme} page, whatever theme was chosen`, async ({ page }) => {
      await page.emulateMedia({ forcedColors: 'active', colorScheme });
      await page.addInitScript(
        (theme) => {
          localStorage.setItem('mdn-playground.theme', theme);
        },
        colorScheme === 'light' ? 'dark' : 'light',
      );
      await open(page);
      await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme);
    });
  }
});

test('the sets of points and the truth are told apart without their colours', async ({ page }) => {
  await open(page);
  const marks = page.getByRole('group', { name: 'Overlays' }).locator('[style*="--mark"]');
  const shapes = await marks.evaluateAll((elements) =>
    elements.map((element) => {
      const { borderTopStyle, backgroundColor, borderRadius } = getComputedStyle(element);
      return [borderTopStyle, backgroundColor === 'rgba(0, 0, 0, 0)', borderRadius].join(' ');
    }),
  );
  expect(new Set(shapes).size).toBe(3);
});
