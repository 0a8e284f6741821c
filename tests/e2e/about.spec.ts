import { execFileSync } from 'node:child_process';
import { parseLink } from '../../src/core/link.ts';
import { button, expect, open, test } from './fixtures.ts';
import { SHORT_FFNN } from './links.ts';

test('About gives the experiment as a command that runs it in a terminal', async ({ page }) => {
  await open(page, SHORT_FFNN);
  await button(page, 'About').click();
  const about = page.getByRole('dialog', { name: 'About MDN Playground' });
  await expect(about).toContainText('MIT');
  await expect(about).toContainText('The MDN Playground authors (2026).');
  const command = await about.getByText(/^npm run/).textContent();
  const printed = execFileSync('sh', ['-c', command!], { stdio: ['ignore', 'pipe', 'ignore'] });
  expect({ ok: true, value: JSON.parse(printed.toString()).experiment }).toEqual(
    parseLink(SHORT_FFNN),
  );
  await page.keyboard.press('Escape');
  await expect(about).toHaveCount(0);
  await page.goto('./#/learn');
  await button(page, 'About').click();
  await expect(about).toContainText('How to cite');
  await expect(about).not.toContainText('npm run');
});
