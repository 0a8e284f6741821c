import type { Page } from '@playwright/test';
import { CHAPTERS } from '../../../src/content/chapters.ts';
import {
  button,
  epoch,
  expect,
  field,
  figure,
  MAIN_FIGURE,
  open,
  radio,
  reached,
  test,
} from '../fixtures.ts';

/**
 * Does to the page what a browser's translation does, and worse: puts every text
 * in the place of its node into an element, again whenever a new one comes, even
 * blanks, and notes what is written into a node that is gone.
 */
function translate(): void {
  const lost: string[] = [];
  Object.assign(window, { lost });
  const gone = new MutationObserver((records) => {
    for (const { target } of records) lost.push((target as Text).data);
  });
  const kept = 'svg, style, script, title, textarea, option, font';
  const wrap = (text: Text) => {
    if (!text.parentElement || text.parentElement.closest(kept)) return;
    const font = document.createElement('font');
    font.textContent = text.data;
    text.replaceWith(font);
    gone.observe(text, { characterData: true });
  };
  const wrapAll = (root: Node) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    while (walker.nextNode()) texts.push(walker.currentNode as Text);
    texts.forEach(wrap);
  };
  wrapAll(document.body);
  new MutationObserver((records) => {
    for (const { type, target, addedNodes } of records) {
      if (type === 'characterData') wrap(target as Text);
      for (const node of addedNodes) {
        if (node instanceof Text) wrap(node);
        else if (node.isConnected) wrapAll(node);
      }
    }
  }).observe(document.body, { subtree: true, childList: true, characterData: true });
}

/** What the page wrote where nobody reads it. */
const lost = (page: Page) =>
  page.evaluate(() => [...new Set((window as unknown as { lost: string[] }).lost)]);

test('the page lives and its numbers move while a translator replaces every text', async ({
  page,
}) => {
  await open(page);
  await field(page, 'Epochs').fill('20000');
  await page.evaluate(translate);
  await button(page, 'Play').click();
  await reached(page, 3);
  await expect(page.getByText(/\d epochs? a second/)).toBeVisible();
  for (const view of ['Data', 'Means', 'Samples', 'Bands', 'Density'])
    await radio(page, 'Show', view).check();
  await field(page, 'Learning rate').fill('0.004');
  await field(page, 'Learning rate').press('Enter');
  const box = (await figure(page, MAIN_FIGURE).boundingBox())!;
  await page.mouse.click(box.x + 0.55 * box.width, box.y + 0.45 * box.height);
  await reached(page, (await epoch(page)) + 3);
  await button(page, 'Pause').click();
  await button(page, 'Step').click();
  await button(page, 'Undo').click();
  await radio(page, 'Model', 'FFNN').check();
  await button(page, 'Play').click();
  await reached(page, 3);
  expect(await lost(page)).toEqual([]);

  await page.getByRole('link', { name: 'Learn', exact: true }).click();
  for (const { number } of CHAPTERS) {
    await page.goto(`./#/learn/${number}`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByRole('figure').first()).toBeVisible();
    const first = page.getByRole('figure').first();
    await first.scrollIntoViewIfNeeded();
    if ((await first.getByRole('slider').count()) > 0) {
      await first.getByRole('slider').first().press('ArrowRight');
    }
    if ((await first.getByRole('button', { name: 'Play', exact: true }).count()) > 0) {
      await first.getByRole('button', { name: 'Play', exact: true }).click();
      await reached(page, 3);
    }
    await expect(page.getByRole('alert')).toHaveCount(0);
  }
  expect(await lost(page)).toEqual([]);
});
