import type { Browser, Page } from '@playwright/test';
import {
  button,
  epoch,
  expect,
  figure,
  MAIN_FIGURE,
  open,
  pause,
  radio,
  reached,
  status,
  test,
} from '../fixtures.ts';

// Each fault is really injected. What the browser itself says of it may stand in
// the console; an exception or a rejected promise that nobody caught may not.
test.use({ expectedErrors: /Failed to load resource|net::ERR|MIME type/ });

const WORKER = '**/assets/main-*.js';
const KERNEL = '**/kernel-*.wasm';
const ANY_WASM = '**/*.wasm';

const restarted = (page: Page) => page.getByText(/training worker stopped answering/);
const failed = (page: Page) => page.getByText(/training worker does not start/);

/** How long it takes until there is a new snapshot for certain, in milliseconds. */
const SNAPSHOT_MS = 2500;

/** Trains until there has been time for a snapshot; returns the epoch. */
async function trained(page: Page): Promise<number> {
  await button(page, 'Play').click();
  await reached(page, 20);
  await page.waitForTimeout(SNAPSHOT_MS);
  return epoch(page);
}

/** Notes the lowest epoch that the page shows from now on. */
async function lowestEpoch(page: Page): Promise<() => Promise<number>> {
  const shown = await status(page).elementHandle();
  const note = await page.evaluateHandle((element) => {
    const note = { lowest: Number.POSITIVE_INFINITY };
    const look = () => {
      const epoch = Number(/^Epoch (\d+)/.exec(element?.textContent ?? '')?.[1]);
      note.lowest = Math.min(note.lowest, epoch);
    };
    look();
    const observer = new MutationObserver(look);
    observer.observe(element as Node, { characterData: true, childList: true, subtree: true });
    return note;
  }, shown);
  return () => note.evaluate(({ lowest }) => lowest);
}

/** Runs something in the training worker that does not come back. */
function inWorker(page: Page, run: () => unknown): void {
  page
    .workers()[0]!
    .evaluate(run)
    .catch(() => {});
}

const DEATHS: readonly (readonly [string, () => unknown])[] = [
  ['ends itself', () => self.close()],
  [
    'falls into an endless loop',
    () => {
      for (;;);
    },
  ],
  [
    'throws',
    () =>
      setTimeout(() => {
        throw new Error('injected');
      }),
  ],
  [
    'runs out of memory',
    () =>
      setTimeout(() => {
        // Piece by piece: one that is too large by itself may take the whole page along.
        let hoard: unknown = null;
        for (;;) hoard = [hoard, new Array(100).fill(0)];
      }),
  ],
];

for (const [what, death] of DEATHS) {
  test(`a worker that ${what} while training is replaced, and little work is lost`, async ({
    page,
  }) => {
    await open(page);
    // So many that the run is far from its end when the fault comes.
    await page.getByRole('spinbutton', { name: 'Epochs', exact: true }).fill('20000');
    const before = await trained(page);
    await page.waitForTimeout(SNAPSHOT_MS);
    const lowest = await lowestEpoch(page);
    inWorker(page, death);
    await expect(restarted(page)).toBeVisible({ timeout: 30_000 });
    await reached(page, before + 5);
    // A snapshot was taken after `before`, so nothing older is gone back to.
    expect(await lowest()).toBeGreaterThanOrEqual(before);
    await pause(page);
    await expect(button(page, 'Play')).toBeEnabled();
  });
}

test('a worker whose message cannot be read is replaced', async ({ page }) => {
  await page.addInitScript(() => {
    const Real = Worker;
    window.Worker = class extends Real {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options);
        // No message of the worker's own can be made unreadable; this is what the browser says of one.
        addEventListener('spoil', () => this.dispatchEvent(new MessageEvent('messageerror')), {
          once: true,
        });
      }
    };
  });
  await open(page);
  const before = await trained(page);
  await page.evaluate(() => dispatchEvent(new Event('spoil')));
  await expect(restarted(page)).toBeVisible();
  await reached(page, before + 5);
});

test('a worker that ends while the run is paused is replaced when it is needed', async ({
  page,
}) => {
  await open(page);
  const before = await trained(page);
  await pause(page);
  await page.waitForTimeout(300);
  inWorker(page, () => self.close());
  await button(page, 'Play').click();
  await expect(restarted(page)).toBeVisible({ timeout: 30_000 });
  await reached(page, before + 5);
});

for (const [what, answer] of [
  ['refused by the network', { abort: true }],
  ['missing', { status: 404 }],
  ['a web page instead', { status: 200 }],
] as const) {
  test(`a worker whose script is ${what} is told in a sentence, and can be tried again`, async ({
    page,
  }) => {
    await page.route(WORKER, (route) =>
      'abort' in answer
        ? route.abort()
        : route.fulfill({ ...answer, contentType: 'text/html', body: '<!doctype html>' }),
    );
    await page.goto('./#/');
    await expect(failed(page)).toBeVisible();
    await page.getByRole('spinbutton', { name: 'Points', exact: true }).fill('500');
    await expect(failed(page)).toBeVisible();
    await page.unroute(WORKER);
    await button(page, 'Try again').click();
    await expect(failed(page)).toHaveCount(0);
    await button(page, 'Play').click();
    await reached(page, 5);
  });
}

test('a worker whose script fails to load once is loaded again, and nothing need be told', async ({
  page,
}) => {
  await page.route(WORKER, (route) => route.abort(), { times: 1 });
  await page.goto('./#/');
  await expect(button(page, 'Play')).toBeEnabled();
  await button(page, 'Play').click();
  await reached(page, 5);
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test.describe('WebAssembly', () => {
  for (const [what, files, engine] of [
    ['the kernel is', KERNEL, 'Composed, WebAssembly'],
    ['all of it is', ANY_WASM, 'Composed, JavaScript'],
  ] as const) {
    for (const [how, answer] of [
      ['refused by the network', { abort: true }],
      ['missing', { status: 404, body: 'none' }],
      ['a web page instead', { status: 200, body: '<!doctype html><title>Home</title>' }],
      ['damaged', { status: 200, body: '\0asm\x01\0\0\0broken' }],
    ] as const) {
      test(`where ${what} ${how}, a slower engine trains and says so`, async ({ page }) => {
        await page.route(files, (route) =>
          'abort' in answer ? route.abort() : route.fulfill({ ...answer }),
        );
        await page.goto('./#/');
        await expect(page.getByText(`A slower engine stands in here: ${engine}.`)).toBeVisible();
        await button(page, 'Play').click();
        await reached(page, 2);
      });
    }
  }
});

test.describe('the storage', () => {
  const chooseDark = async (page: Page) => {
    await page.getByRole('button', { name: 'Theme' }).click();
    await page.getByRole('menuitemradio', { name: 'Dark' }).click();
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  };
  const sentence = (page: Page) => page.getByText(/does not let the page keep anything/);

  test('may be full: the choice holds, and a sentence says how long', async ({ page }) => {
    await page.goto('./#/nowhere');
    await page.evaluate(() => {
      for (let length = 1 << 22; length >= 1; length >>= 1) {
        try {
          for (let i = 0; ; i++) localStorage.setItem(`fill ${length} ${i}`, 'x'.repeat(length));
        } catch {
          // Smaller pieces fill the rest.
        }
      }
    });
    await open(page);
    await chooseDark(page);
    await expect(sentence(page)).toBeVisible();
    await button(page, 'Play').click();
    await reached(page, 2);
  });

  test('may be denied: a sentence says so at once', async ({ page }) => {
    await page.addInitScript(() =>
      Object.defineProperty(window, 'localStorage', {
        get() {
          throw new DOMException('Denied.', 'SecurityError');
        },
      }),
    );
    await open(page);
    await expect(sentence(page)).toBeVisible();
    await chooseDark(page);
    await button(page, 'Play').click();
    await reached(page, 2);
  });

  test('may hold nonsense', async ({ page }) => {
    await page.addInitScript(() => {
      localStorage.setItem('mdn-playground.theme', '<img src=x>'.repeat(100_000));
    });
    await open(page);
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
  });
});

/** Process ids of the pages and their workers. */
async function renderers(browser: Browser): Promise<number[]> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  return processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
}

/** Keeps the worker busy for some seconds of its own time, so that the page waits for an answer. */
async function waitingForAnswer(page: Page): Promise<void> {
  inWorker(page, () => {
    let last = performance.now();
    for (let spent = 0; spent < 6000; ) {
      const now = performance.now();
      spent += Math.min(now - last, 50);
      last = now;
    }
  });
  await page.waitForTimeout(3000);
}

test('a renderer stopped by the system goes on where it was, and no alarm is raised', async ({
  page,
  browser,
}) => {
  const seconds = Number(process.env.STOP_SECONDS ?? 15);
  test.setTimeout(60_000 + 1000 * seconds);
  await open(page);
  await page.getByRole('spinbutton', { name: 'Epochs', exact: true }).fill('20000');
  const before = await trained(page);
  const processes = await renderers(browser);
  await waitingForAnswer(page);
  expect(processes.length).toBeGreaterThan(0);
  for (const id of processes) process.kill(id, 'SIGSTOP');
  try {
    await new Promise((resolve) => setTimeout(resolve, 1000 * seconds));
  } finally {
    for (const id of processes) process.kill(id, 'SIGCONT');
  }
  await reached(page, before + 5);
  // Long enough for a deadline that should not have run.
  await page.waitForTimeout(3000);
  await expect(restarted(page)).toHaveCount(0);
  await pause(page);
  await expect(button(page, 'Play')).toBeEnabled();
});

test('points that were lost with the graphics process are painted again', async ({ page }) => {
  await open(page);
  const picture = () => figure(page, MAIN_FIGURE).screenshot();
  await page.waitForTimeout(500);
  const before = await picture();
  // What a browser does after that process has crashed: it gives empty canvases back.
  const canvases = page.locator('canvas.figure-dots:visible');
  expect(await canvases.count()).toBeGreaterThan(0);
  const empty = (element: HTMLElement | SVGElement) =>
    Object.assign(element, { width: (element as HTMLCanvasElement).width });
  for (const canvas of await canvases.all()) await canvas.evaluate(empty);
  expect((await picture()).equals(before)).toBe(false);
  for (const canvas of await canvases.all()) await canvas.dispatchEvent('contextrestored');
  await expect.poll(async () => (await picture()).equals(before)).toBe(true);
});

test('a hidden page keeps training and draws nothing', { tag: '@timed' }, async ({ page }) => {
  await open(page);
  await page.getByRole('spinbutton', { name: 'Epochs', exact: true }).fill('20000');
  const before = await trained(page);
  await page.evaluate(() => {
    // What a hidden page is to its scripts: no animation frames, and `hidden`.
    const real = window.requestAnimationFrame;
    const waiting: FrameRequestCallback[] = [];
    window.requestAnimationFrame = (callback) => waiting.push(callback);
    Object.defineProperty(document, 'hidden', { configurable: true, value: true });
    document.dispatchEvent(new Event('visibilitychange'));
    Object.assign(window, {
      showAgain() {
        window.requestAnimationFrame = real;
        Object.defineProperty(document, 'hidden', { configurable: true, value: false });
        document.dispatchEvent(new Event('visibilitychange'));
        for (const callback of waiting.splice(0)) real(callback);
      },
    });
  });
  await page.waitForTimeout(500);
  const [first] = [await epoch(page)];
  await page.waitForTimeout(2000);
  expect(await epoch(page)).toBe(first);
  await page.evaluate(() => (window as unknown as { showAgain(): void }).showAgain());
  // The run has gone on at its own speed, and the page catches up at once.
  await expect.poll(() => epoch(page)).toBeGreaterThan(first + (first - before) + 20);
  await expect(restarted(page)).toHaveCount(0);
});

test('many changes at once while the worker is slow end in the last of them', async ({ page }) => {
  await open(page);
  await button(page, 'Play').click();
  for (const name of ['Sine', 'Spiral', 'Inverted', 'Sine', 'Spiral'])
    await radio(page, 'Dataset', name).click();
  await expect(radio(page, 'Dataset', 'Spiral')).toBeChecked();
  await reached(page, 3);
  await expect(status(page)).toContainText('Epoch');
});
