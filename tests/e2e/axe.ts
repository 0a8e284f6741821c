import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect } from './fixtures.ts';

/** The rules that look at colours; all others find in one theme what they find in the other. */
const COLOURS = ['color-contrast', 'link-in-text-block'];

/** Expects that axe finds nothing in the page as it is, in either theme. */
export async function axeFindsNothing(page: Page, where = ''): Promise<void> {
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    // Colours in the middle of a transition are nobody's choice, and what is out of sight may
    // still have those of the other theme.
    sheet.replaceSync('* { transition: none !important; content-visibility: visible !important; }');
    document.adoptedStyleSheets = [sheet];
  });
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.waitForTimeout(300);
    const axe = new AxeBuilder({ page });
    const { violations } = await (colorScheme === 'light' ? axe : axe.withRules(COLOURS)).analyze();
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.html).join(' ')}`);
    expect(found, `${where} ${colorScheme}`).toEqual([]);
  }
}
