import { test as base, expect, type Page } from '@playwright/test';

/**
 * Every browser test fails on an error in the console, on an exception or a
 * rejected promise that nobody caught, in the page or a worker, on a breach of
 * the content security policy, and on a request to another origin.
 */
export const test = base.extend<{ guarded: undefined; expectedErrors: RegExp | null }>({
  /** What the browser itself writes into the console when a test takes something away from it. */
  expectedErrors: [null, { option: true }],
  guarded: [
    async ({ page, baseURL, expectedErrors }, use) => {
      const problems: string[] = [];
      await page.exposeFunction('reportProblem', (text: string) => {
        if (!(text.startsWith('policy') && expectedErrors?.test(text))) problems.push(text);
      });
      await page.addInitScript(() => {
        const report = (text: string) =>
          void (window as unknown as { reportProblem(text: string): void }).reportProblem(text);
        addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
          report(`policy: ${violatedDirective} forbids ${blockedURI}`),
        );
        addEventListener('unhandledrejection', ({ reason }) => report(`rejection: ${reason}`));
      });
      page.on('console', (message) => {
        if (message.type() !== 'error' || expectedErrors?.test(message.text())) return;
        problems.push(`console: ${message.text()}`);
      });
      page.on('pageerror', (error) => problems.push(`exception: ${error.message}`));
      page.on('request', (request) => {
        const url = request.url();
        const own = url.startsWith('data:') || url.startsWith('blob:');
        if (!own && new URL(url).origin !== new URL(baseURL as string).origin) {
          problems.push(`foreign request: ${url}`);
        }
      });
      await use(undefined);
      // Once each: a breach may come with every frame.
      expect([...new Set(problems)].slice(0, 20)).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

export const status = (page: Page) => page.getByRole('status');
export const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
export const field = (page: Page, name: string) =>
  page.getByRole('spinbutton', { name, exact: true });
export const figure = (page: Page, name: string) => page.getByRole('figure', { name, exact: true });
export const radio = (page: Page, group: string, name: string) =>
  page.getByRole('radiogroup', { name: group, exact: true }).getByRole('radio', { name });
export const preset = (page: Page) => page.getByRole('combobox', { name: 'Preset', exact: true });

export const MAIN_FIGURE = 'Data and the model’s answer';
export const LOSS_FIGURE = 'Loss';

/** The number of whole epochs that the status line shows. */
export async function epoch(page: Page): Promise<number> {
  const text = (await status(page).textContent()) ?? '';
  return Number(/^Epoch (\d+) of/.exec(text)?.[1]);
}

/** Opens a page and waits until its run is open. */
export async function open(page: Page, hash = '#/'): Promise<void> {
  await page.goto(`./${hash}`);
  await expect(button(page, 'Step')).toBeEnabled();
}

/** Waits until Plotly has drawn a figure: it comes once a pointer is over it, or the page is at rest. */
export async function drawn(page: Page, name: string): Promise<void> {
  await figure(page, name).dispatchEvent('pointerenter');
  await expect(figure(page, name).locator('.plot-container').first()).toBeVisible();
}

/** Presents in the window as it is: one that has the full screen cannot be given another size. */
export async function present(page: Page): Promise<void> {
  await page.evaluate(() => Object.defineProperty(document, 'fullscreenEnabled', { value: false }));
  await page.keyboard.press('p');
  await expect(page.getByRole('main', { name: 'Stage' })).toBeVisible();
}

/** Waits until training has gone past an epoch. */
export async function reached(page: Page, least: number): Promise<void> {
  await expect.poll(() => epoch(page), { timeout: 45_000 }).toBeGreaterThanOrEqual(least);
}

/** Brings a run to rest; a quick one may have ended by itself. */
export async function pause(page: Page): Promise<void> {
  await page.evaluate(() => document.querySelector<HTMLElement>('[aria-label="Pause"]')?.click());
  await expect(button(page, 'Play')).toBeVisible();
}

/** Waits until the scores are those of an epoch, on all fresh points: they come after the answer. */
export const scored = (page: Page, epoch: number) =>
  expect(page.getByText(new RegExp(`20.000 fresh points, at epoch ${epoch}\\b`))).toBeVisible();
