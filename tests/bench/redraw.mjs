/**
 * How long the figures of the built site take to redraw while training, by view,
 * and how soon the slice follows the cursor. Prints one JSON object.
 *
 *     node tests/bench/redraw.mjs [address]
 *
 * Without an address it serves `dist` itself, so build first.
 */
import { spawn } from 'node:child_process';
import { chromium } from '@playwright/test';
import { runnerImport } from 'vite';

const { module } = await runnerImport('/tests/helpers/chromium.ts');
const { CHROMIUM_ARGUMENTS, chromiumPath } = module;

const PORT = 4199;
const SECONDS = 4;
const MOVES = 60;

const VIEWS = [
  ['Inverted · MDN', 'Data'],
  ['Inverted · MDN', 'Means', 'Means shown', 'All'],
  ['Inverted · MDN', 'Means', 'Means shown', 'Modes'],
  ['Inverted · MDN', 'Samples', 'As in the article', '10'],
  ['Inverted · MDN', 'Density'],
  ['Inverted · MDN', 'Bands', 'Bands shown', 'Highest density'],
  ['Inverted · FFNN', 'Prediction'],
];

/** Times every animation frame's callbacks together, and notes long tasks. */
function instrument() {
  const times = [];
  const long = [];
  Object.assign(window, { bench: { times, long } });
  const original = window.requestAnimationFrame.bind(window);
  let frame = -1;
  window.requestAnimationFrame = (callback) =>
    original((now) => {
      const begun = performance.now();
      callback(now);
      const took = performance.now() - begun;
      if (now === frame) times[times.length - 1] += took;
      else times.push(took);
      frame = now;
    });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) long.push(entry.duration);
  }).observe({ type: 'longtask' });
}

function quantile(values, p) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted.length === 0
    ? null
    : sorted[Math.min(sorted.length - 1, Math.floor(p * sorted.length))];
}

const rounded = (value) => (value === null ? null : Math.round(10 * value) / 10);

/** A run that does not end while it is measured. */
const keepGoing = (page) =>
  page.getByRole('spinbutton', { name: 'Epochs', exact: true }).fill('20000');

async function timesOf(page, view) {
  const [preset, tab, group, choice] = view;
  const radio = (name, label) =>
    page.getByRole('radiogroup', { name, exact: true }).getByRole('radio', { name: label });
  await page.getByRole('combobox', { name: 'Preset', exact: true }).selectOption({ label: preset });
  await radio('Show', tab).check();
  if (group) await radio(group, choice).check();
  await keepGoing(page);
  await page.getByRole('button', { name: 'Reset', exact: true }).click();
  await page.getByRole('button', { name: 'Play', exact: true }).click();
  await page.waitForTimeout(1000);
  await page.evaluate(() => {
    window.bench.times.length = 0;
    window.bench.long.length = 0;
  });
  await page.waitForTimeout(1000 * SECONDS);
  const { times, long } = await page.evaluate(() => window.bench);
  const pause = page.getByRole('button', { name: 'Pause', exact: true });
  if (await pause.count()) await pause.click();
  // A frame in which nothing was drawn says nothing about drawing.
  const drawn = times.filter((time) => time > 0.2);
  return {
    view: [preset, tab, choice].filter(Boolean).join(' · '),
    framesDrawn: drawn.length,
    medianMs: rounded(quantile(drawn, 0.5)),
    p95Ms: rounded(quantile(drawn, 0.95)),
    longTasks: long.length,
    longestTaskMs: rounded(Math.max(0, ...long)),
  };
}

/** From a key that moves the cursor to the end of the frame that has the new slice. */
async function latency(page, playing) {
  const button = (name) => page.getByRole('button', { name, exact: true });
  await page
    .getByRole('combobox', { name: 'Preset', exact: true })
    .selectOption({ label: 'Inverted · MDN' });
  await page
    .getByRole('radiogroup', { name: 'Show', exact: true })
    .getByRole('radio', { name: 'Density' })
    .check();
  await keepGoing(page);
  await button('Reset').click();
  await button('Play').click();
  await page.waitForTimeout(1500);
  if (!playing) await button('Pause').click();
  const times = await page.evaluate(async (moves) => {
    const slider = document.querySelector('[role=slider]');
    const slice = document.querySelector('figure[aria-label="Slice through the density"]');
    const all = [];
    for (let i = 0; i < moves; i++) {
      await new Promise((resolve) => setTimeout(resolve, 40));
      const key = i % 20 < 10 ? 'ArrowRight' : 'ArrowLeft';
      const moved = new Promise((resolve) => {
        // The canvas is wiped before it is painted anew, in one task.
        const pen = CanvasRenderingContext2D.prototype;
        const { clearRect } = pen;
        pen.clearRect = function (...area) {
          clearRect.apply(this, area);
          if (!slice.contains(this.canvas)) return;
          pen.clearRect = clearRect;
          setTimeout(() => resolve(performance.now()));
        };
      });
      const begun = performance.now();
      slider.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
      all.push((await moved) - begun);
    }
    return all;
  }, MOVES);
  if (playing) await button('Pause').click();
  return { medianMs: rounded(quantile(times, 0.5)), p95Ms: rounded(quantile(times, 0.95)) };
}

async function serve() {
  const address = process.argv[2];
  if (address) return { address, stop: () => {} };
  const server = spawn(
    'npx',
    ['vite', 'preview', '--host', '127.0.0.1', '--port', String(PORT), '--strictPort'],
    { stdio: 'ignore', detached: true },
  );
  await new Promise((resolve) => setTimeout(resolve, 3000));
  return { address: `http://127.0.0.1:${PORT}/`, stop: () => process.kill(-server.pid) };
}

const { address, stop } = await serve();
const browser = await chromium.launch({
  executablePath: chromiumPath(),
  args: CHROMIUM_ARGUMENTS,
});
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.addInitScript(instrument);
  await page.goto(address);
  await page.getByRole('slider', { name: 'Slice at x' }).waitFor();
  await page.waitForTimeout(2000);
  const redraw = [];
  for (const view of VIEWS) redraw.push(await timesOf(page, view));
  const slice = { paused: await latency(page, false), training: await latency(page, true) };
  process.stdout.write(`${JSON.stringify({ redraw, slice }, null, 2)}\n`);
} finally {
  await browser.close();
  stop();
}
