/**
 * How the built page feels on a weak machine: Chromium with the main thread throttled
 * four times, all figures live, in every view. Where another checkout's build is
 * named, the two take turns, so that whatever else the machine does falls on both.
 *
 *     node tests/bench/weak.mjs [--repeats 3] [--before path/to/other/dist]
 *
 * Prints one JSON object; every number is a median over the repeats, in milliseconds.
 */
import { chromium } from '@playwright/test';
import { preview, runnerImport } from 'vite';

const { module } = await runnerImport('/tests/helpers/chromium.ts');

const THROTTLE = 4;
const SECONDS = 3;
const VIEWS = ['Data', 'Means', 'Samples', 'Density', 'Bands'];

const flag = (name) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? null : process.argv[at + 1];
};

const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? null;

/** The median time between two animation frames, and the longest task meanwhile. */
const framesOf = (page) =>
  page.evaluate((seconds) => {
    const long = [];
    const observer = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) long.push(duration);
    });
    observer.observe({ type: 'longtask' });
    const times = [];
    const end = performance.now() + 1000 * seconds;
    return new Promise((resolve) => {
      const next = (now) => {
        times.push(now);
        if (performance.now() < end) return requestAnimationFrame(next);
        const gaps = times.slice(1).map((time, i) => time - times[i]);
        gaps.sort((a, b) => a - b);
        setTimeout(() => {
          observer.disconnect();
          resolve({ frame: gaps[gaps.length >> 1], task: Math.max(0, ...long) });
        }, 50);
      };
      requestAnimationFrame(next);
    });
  }, SECONDS);

/** From a press of Play to the first animation frame after the page has told of a new epoch. */
const playToPaint = (page) =>
  page.evaluate(
    () =>
      new Promise((resolve) => {
        const status = document.querySelector('[role=status]');
        const play = [...document.querySelectorAll('button')].find(
          (one) => one.getAttribute('aria-label') === 'Play',
        );
        const begun = performance.now();
        const observer = new MutationObserver(() => {
          if (/^Epoch 0 /.test(status.textContent)) return;
          observer.disconnect();
          requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - begun)));
        });
        observer.observe(status, { childList: true, characterData: true, subtree: true });
        play.click();
      }),
  );

/** The longest task while a mouse drags from one place to another. */
async function dragged(page, box, from, to) {
  const longest = framesOf(page);
  const at = ([x, y]) => [box.x + x * box.width, box.y + y * box.height];
  await page.mouse.move(...at(from));
  await page.mouse.down();
  for (let i = 1; i <= 20; i++) {
    const share = i / 20;
    await page.mouse.move(...at(from.map((start, axis) => start + share * (to[axis] - start))));
  }
  await page.mouse.up();
  await page.mouse.move(5, 5);
  return (await longest).task;
}

async function measure(browser, address) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const session = await page.context().newCDPSession(page);
  const throttle = (rate) => session.send('Emulation.setCPUThrottlingRate', { rate });
  await page.goto(address);
  await page.getByRole('figure').first().locator('.plot-container').first().waitFor();
  await page.waitForTimeout(1500);
  await page.getByRole('spinbutton', { name: 'Epochs', exact: true }).fill('20000');
  await page.mouse.move(5, 5);
  await page.waitForTimeout(1000);
  const found = {};
  await throttle(THROTTLE);
  found['Play to paint'] = await playToPaint(page);
  for (const view of VIEWS) {
    const group = page.getByRole('radiogroup', { name: 'Show', exact: true });
    await group.getByRole('radio', { name: view }).check();
    await page.waitForTimeout(500);
    const { frame, task } = await framesOf(page);
    found[`frame, ${view}`] = frame;
    found[`longest task, ${view}`] = task;
  }
  const figure = await page.getByRole('figure').first().boundingBox();
  found['longest task, cursor drag'] = await dragged(page, figure, [0.3, 0.5], [0.7, 0.5]);
  const slider = page.getByRole('spinbutton', { name: 'Components', exact: true });
  const field = await slider.locator('xpath=ancestor::div[3]').boundingBox();
  found['longest task, K drag'] = await dragged(page, field, [0.6, 0.9], [0.3, 0.9]);
  await throttle(1);
  await page.close();
  return found;
}

const builds = [['now', 'dist'], ...(flag('before') ? [['before', flag('before')]] : [])];
const servers = await Promise.all(
  builds.map(([, outDir]) =>
    preview({ build: { outDir }, preview: { port: 0, host: '127.0.0.1' }, logLevel: 'silent' }),
  ),
);
const browser = await chromium.launch({
  executablePath: module.chromiumPath(),
  args: module.CHROMIUM_ARGUMENTS,
});
try {
  const found = builds.map(() => []);
  for (let i = 0; i < Number(flag('repeats') ?? 3); i++) {
    for (const [b, server] of servers.entries()) {
      found[b].push(await measure(browser, server.resolvedUrls.local[0]));
    }
  }
  const rows = Object.keys(found[0][0]).map((what) => [
    what,
    Object.fromEntries(
      builds.map(([name], b) => [name, Math.round(median(found[b].map((one) => one[what])))]),
    ),
  ]);
  process.stdout.write(`${JSON.stringify(Object.fromEntries(rows), null, 2)}\n`);
} finally {
  await browser.close();
  for (const server of servers) server.httpServer.close();
}
