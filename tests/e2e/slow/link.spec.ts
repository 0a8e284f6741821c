import { expect, field, open, preset, test } from '../fixtures.ts';

for (const [what, damage, sentence] of [
  ['out of bounds', (hash: string) => hash.replace('k=30', 'k=3000'), /Components.*too large/],
  ['damaged', (hash: string) => hash.replace('lr=0.01', 'lr=ab'), /Learning rate.*cannot be read/],
  ['cut off', (hash: string) => hash.slice(0, 60), /is missing/],
  ['of a newer version', (hash: string) => hash.replace('v=1', 'v=99'), /newer version/],
  ['too long', (hash: string) => `${hash}&x=${'9'.repeat(20_000)}`, /too long/],
  ['markup', (hash: string) => hash.replace('data=inverted', 'data=<img src=x>'), /Dataset|Data/],
] as const) {
  test(`a link that is ${what} opens the default experiment and says what was wrong`, async ({
    page,
  }) => {
    await open(page);
    await field(page, 'Seed').fill('8');
    await expect.poll(() => page.url()).toContain('seed=8');
    const { hash } = new URL(page.url());
    await page.goto('about:blank');
    await open(page, damage(hash));
    await expect(page.getByRole('alert')).toContainText(sentence);
    await expect(preset(page)).toHaveValue('Inverted · MDN');
    await expect(field(page, 'Seed')).toHaveValue('7');
  });
}
