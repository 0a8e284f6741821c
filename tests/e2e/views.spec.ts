import type { Page } from '@playwright/test';
import {
  button,
  expect,
  field,
  figure,
  MAIN_FIGURE,
  open,
  pause,
  preset,
  radio,
  reached,
  status,
  test,
} from './fixtures.ts';

const show = (page: Page, view: string) => radio(page, 'Show', view).check();
const overlay = (page: Page, name: string) => page.getByRole('checkbox', { name, exact: true });
/** The sentence under the figure, which says what it shows. */
const caption = (page: Page, text: RegExp) => page.getByText(text).last();
const picture = (page: Page) => figure(page, MAIN_FIGURE).screenshot();

/** Waits until the main figure looks the same twice. */
async function settled(page: Page): Promise<Buffer> {
  let before = await picture(page);
  await expect
    .poll(async () => {
      const now = await picture(page);
      const same = now.equals(before);
      before = now;
      return same;
    })
    .toBe(true);
  return before;
}

async function trained(page: Page, label: string): Promise<void> {
  await open(page);
  await preset(page).selectOption({ label });
  await expect(button(page, 'Play')).toBeEnabled();
  await button(page, 'Play').click();
  await reached(page, 20);
  await pause(page);
  // The worker's answer says where it has paused.
  await page.waitForTimeout(300);
}

/** Refuses every WebGL context; returns how many were asked for since the page was opened. */
async function withoutWebgl(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    const counted = window as unknown as { asked: number };
    counted.asked = 0;
    for (const { prototype } of [HTMLCanvasElement, OffscreenCanvas]) {
      const real = prototype.getContext;
      prototype.getContext = function (this: never, kind: string, ...rest: unknown[]) {
        if (!/webgl|webgpu/.test(kind)) return real.apply(this, [kind, ...rest] as never);
        counted.asked++;
        return null;
      } as never;
    }
  });
  return () => page.evaluate(() => (window as unknown as { asked: number }).asked);
}

test('a mixture has five views, each with its own picture, without WebGL and unnoticed by the run', async ({
  page,
}) => {
  const contextsAsked = await withoutWebgl(page);
  await trained(page, 'Inverted · MDN');
  const epoch = await status(page).textContent();
  const seen: Buffer[] = [];
  for (const [view, says] of [
    ['Data', /each point is an example/],
    ['Means', /the means μ of the 30 components/],
    ['Samples', /Answers drawn at the test inputs/],
    ['Density', /Conditional density p\(y given x\)/],
    ['Bands', /the smallest regions that hold 50 % and 90 %/],
  ] as const) {
    await show(page, view);
    await expect(radio(page, 'Show', view)).toBeChecked();
    await expect(caption(page, says)).toBeVisible();
    const now = await settled(page);
    for (const other of seen) expect(now.equals(other)).toBe(false);
    seen.push(now);
  }
  expect(await status(page).textContent()).toBe(epoch);
  await test.step('means are the 2 or 4 heaviest, all, or the modes', async () => {
    await show(page, 'Means');
    const seen: Buffer[] = [];
    for (const choice of ['2 heaviest', '4 heaviest', 'All', 'Modes']) {
      await radio(page, 'Means shown', choice).check();
      seen.push(await settled(page));
    }
    expect(seen[0]!.equals(seen[2]!)).toBe(false);
    expect(seen[2]!.equals(seen[3]!)).toBe(false);
  });
  await test.step('samples are 2, 10 or any number to 50 a point', async () => {
    await show(page, 'Samples');
    const two = await settled(page);
    await radio(page, 'As in the article', '10').check();
    await expect(field(page, 'Samples per point')).toHaveValue('10');
    expect((await settled(page)).equals(two)).toBe(false);
    await field(page, 'Samples per point').fill('50');
    await field(page, 'Samples per point').press('Enter');
    await expect(caption(page, /Answers drawn at 300 of the test inputs/)).toBeVisible();
    await field(page, 'Samples per point').fill('51');
    await expect(page.getByText('Whole number from 1 to 50')).toBeVisible();
  });
  await test.step('bands are one deviation, central or of highest density', async () => {
    await show(page, 'Bands');
    const seen: Buffer[] = [];
    for (const choice of ['±1σ', 'Central', 'Highest density']) {
      await radio(page, 'Bands shown', choice).check();
      seen.push(await settled(page));
    }
    expect(seen[0]!.equals(seen[1]!)).toBe(false);
    expect(seen[1]!.equals(seen[2]!)).toBe(false);
  });
  expect(await contextsAsked()).toBe(0);
});

test('a feed-forward network has its prediction, and a density from its first weights on', async ({
  page,
}) => {
  await open(page);
  await preset(page).selectOption({ label: 'Inverted · FFNN' });
  await expect(radio(page, 'Show', 'Samples')).toHaveCount(0);
  await expect(radio(page, 'Show', 'Prediction')).toBeChecked();
  await show(page, 'Density');
  await expect(caption(page, /The Gaussian N/)).toBeVisible();
  for (const name of ['Test points', 'Training points', 'Truth'])
    await overlay(page, name).uncheck();
  await show(page, 'Data');
  const bare = await settled(page);
  await show(page, 'Density');
  const first = await settled(page);
  expect(first.equals(bare)).toBe(false);
  await button(page, 'Step').click();
  await expect(status(page)).toHaveText(/^Epoch 1 of/);
  expect((await settled(page)).equals(first)).toBe(false);
});

test('points and truth can be laid over a view, and what lies outside of the data is marked', async ({
  page,
}) => {
  await open(page);
  await expect(page.getByText('no data here')).toHaveCount(2);
  for (const [view, says] of [
    ['Data', /Dashed green: where the data would lie without noise/],
    ['Density', /Green outlines: the regions that hold 50 % and 90 % of the true density/],
    ['Bands', /Green outlines: the regions/],
  ] as const) {
    await show(page, view);
    for (const name of ['Test points', 'Training points', 'Truth']) {
      await overlay(page, name).uncheck();
    }
    let before = await settled(page);
    for (const name of ['Test points', 'Training points', 'Truth']) {
      await overlay(page, name).check();
      await expect.poll(async () => (await picture(page)).equals(before)).toBe(false);
      before = await settled(page);
    }
    await expect(caption(page, says)).toBeVisible();
  }
});
