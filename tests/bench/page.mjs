// Measures the built page in Chromium: the first new frame after Play, main-thread
// tasks while everything is live, and how fast it trains.
import { chromium } from '@playwright/test';
import { preview } from 'vite';

const { runnerImport } = await import('vite');
const { module } = await runnerImport('/tests/helpers/chromium.ts');

/** Serves dist/ and opens Chromium; `use` gets a function that opens the page at a fragment, after a script of the bench's own. */
export async function withPage(use) {
  const server = await preview({ preview: { port: 0, host: '127.0.0.1' }, logLevel: 'silent' });
  const browser = await chromium.launch({
    executablePath: module.chromiumPath(),
    args: module.CHROMIUM_ARGUMENTS,
  });
  const address = server.resolvedUrls.local[0];
  try {
    return await use(async (hash = '#/', script = () => {}) => {
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
      await page.addInitScript(() => {
        globalThis.longTasks = [];
        new PerformanceObserver((list) => {
          for (const { startTime, duration } of list.getEntries()) {
            globalThis.longTasks.push({ startTime, duration });
          }
        }).observe({ type: 'longtask', buffered: true });
      });
      await page.addInitScript(script);
      await page.goto(address + hash);
      await page.getByRole('button', { name: 'Play', exact: true }).waitFor();
      // All files are fetched and kept meanwhile, which takes a processor.
      await page.evaluate(() => navigator.serviceWorker.ready);
      await page.waitForTimeout(1000);
      return page;
    });
  } finally {
    await browser.close();
    server.httpServer.close();
  }
}

/** Plays for so many milliseconds: first frame, steps a second, and long tasks after the first second. */
export async function play(page, milliseconds) {
  return page.evaluate(async (duration) => {
    const status = document.querySelector('[role=status]');
    const epoch = () => Number(/^Epoch (\d+)/.exec(status.textContent)[1]);
    const button = [...document.querySelectorAll('button')].find(
      (b) => (b.getAttribute('aria-label') ?? b.textContent) === 'Play',
    );
    const start = performance.now();
    const firstFrame = new Promise((resolve) => {
      new MutationObserver(() => {
        if (epoch() > 0) requestAnimationFrame(() => resolve(performance.now() - start));
      }).observe(status, { childList: true, characterData: true, subtree: true });
    });
    button.click();
    const first = await firstFrame;
    await new Promise((resolve) => setTimeout(resolve, 1000));
    const from = { epoch: epoch(), at: performance.now() };
    await new Promise((resolve) => setTimeout(resolve, duration));
    const to = { epoch: epoch(), at: performance.now() };
    return {
      firstFrame: first,
      epochsPerSecond: (1000 * (to.epoch - from.epoch)) / (to.at - from.at),
      longTasks: globalThis.longTasks
        .filter((task) => task.startTime > from.at && task.startTime < to.at)
        .map((task) => task.duration),
    };
  }, milliseconds);
}
