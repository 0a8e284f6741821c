import type { Page } from '@playwright/test';
import { button, expect, field, open, preset, radio, status, test } from './fixtures.ts';

const scores = (page: Page) => page.getByRole('region', { name: 'Scores', exact: true });
const loss = (page: Page) => page.getByRole('region', { name: 'Loss', exact: true });
const row = (page: Page, name: string) =>
  scores(page).getByRole('row', { name: new RegExp(`^(About )?${name}`) });
const number = (page: Page, name: string) =>
  loss(page)
    .locator('dl > div')
    .filter({ has: page.getByRole('button', { name: `About ${name}`, exact: true }) });

/** The three large numbers, as they are read. */
async function large(page: Page): Promise<number[]> {
  const texts = await loss(page).locator('dl dd:nth-of-type(1)').allTextContents();
  return texts.map((text) => Number(text.replace('\u2212', '-').replace(/\u202f/g, '')));
}

test('a mixture is scored on fresh points beside the best reachable', async ({ page }) => {
  await open(page);
  await test.step('loss on fresh points, best reachable and excess stand over the curves and add up', async () => {
    await expect(loss(page).getByRole('heading', { name: 'Loss, nats per point' })).toBeVisible();
    await expect(number(page, 'best reachable')).toContainText(/1\.6\d/);
    await expect(loss(page)).toContainText('Press Play');
    // The untrained network has a loss too.
    const [untrained, best, above] = await large(page);
    expect(untrained! - best!).toBeCloseTo(above!, 6);
    expect(above).toBeGreaterThan(1);
    // A run of a thousand epochs measures the test loss at every other one.
    for (const epoch of [1, 2]) {
      await button(page, 'Step').click();
      await expect(status(page)).toHaveText(`Epoch ${epoch} of 1000`);
    }
    await expect(number(page, 'excess')).toContainText(/\d ?± \d/);
    const [own, lowest, excess] = await large(page);
    expect(own! - lowest!).toBeCloseTo(excess!, 6);
    await expect(loss(page)).toContainText(/Test [\d.]+, train [\d.]+\./);
    await expect(loss(page)).toContainText(/Lowest test loss [\d.]+, at epoch 2\./);
  });
  await test.step('the scores say on how many points and at which epoch they were taken', async () => {
    await button(page, 'Step').click();
    await expect(status(page)).toHaveText('Epoch 3 of 1000');
    await expect(scores(page)).toContainText(/On 20.000 fresh points, at epoch 3\./);
    for (const name of ['NLL', 'Excess NLL', 'CRPS', 'MSE of the mean']) {
      await expect(row(page, name)).toContainText(/[\d.]+ ± [\d.]+/);
    }
    await expect(row(page, 'Excess MSE')).toContainText(/[\d.]+ ± [\d.]+/);
  });
  await test.step('the epoch axis can be logarithmic', async () => {
    await radio(page, 'Epoch axis', 'Log').click();
    await expect(radio(page, 'Epoch axis', 'Log')).toBeChecked();
    await expect(status(page)).toHaveText('Epoch 3 of 1000');
  });
});

test('scores say what they cannot know', async ({ page }) => {
  await open(page);
  await test.step('without noise there is no bound, and the page says so', async () => {
    await field(page, 'Noise').fill('0');
    await expect(number(page, 'best reachable')).toContainText('none');
    await expect(number(page, 'excess')).toContainText('without noise');
    await expect(row(page, 'Excess NLL')).toContainText('no bound');
    await expect(scores(page)).toContainText('no lower bound');
  });
  await test.step('a feed-forward network is scored as a Gaussian, in squared units', async () => {
    await preset(page).selectOption({ label: 'Inverted · FFNN' });
    await button(page, 'Step').click();
    await expect(scores(page)).toContainText('Scored as the Gaussian N(f(x), σ̂²)');
    await expect(row(page, 'Excess NLL')).toContainText(/[\d.]+ ± [\d.]+/);
    await expect(loss(page).getByRole('heading', { name: 'Loss, target units²' })).toBeVisible();
    await expect(number(page, 'best reachable')).toContainText(/^best reachable(39|40)\.\d/);
  });
});

test('a negative loss is explained where it is shown', async ({ page }) => {
  await open(page);
  await radio(page, 'Dataset', 'Sine').click();
  await field(page, 'Noise').fill('0.02');
  await field(page, 'Components').fill('1');
  await field(page, 'Epochs').fill('2000');
  await button(page, 'Play').click();
  await expect(loss(page)).toContainText('A loss below 0 is possible', { timeout: 45_000 });
});
