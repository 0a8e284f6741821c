/**
 * Live: milliseconds from a key press that changes a setting to the paint of the
 * trained answer, in the built page, for each kind of data; at full speed and with
 * the page's thread throttled four times (Chromium does not throttle workers).
 *
 * The answer is painted when what was last drawn on a figure's canvas, of all that the frame of
 * the finished run has the page draw, has been painted.
 *
 * Usage: node tests/bench/live.mjs [changes] [throttle ...]   (after npm run build)
 */
import { row } from './measure.mjs';
import { withPage } from './page.mjs';

const CHANGES = Number(process.argv[2] ?? 40);
const THROTTLES = process.argv.length > 3 ? process.argv.slice(3).map(Number) : [1, 4];
const CASES = [
  ['Inverted · MDN', 'Components'],
  ['Inverted · MDN', 'Noise'],
  ['Sine · FFNN', 'Noise'],
  ['Spiral · MDN', 'Components'],
];
const KEYS = ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowUp', 'ArrowUp', 'ArrowUp'];

/** Puts an ear to the worker, before the page's own scripts run. */
const listen = () => {
  const Native = window.Worker;
  window.Worker = class extends Native {
    constructor(...given) {
      super(...given);
      this.addEventListener('message', ({ data }) => {
        if (data.type === 'frame' && data.state === 'finished')
          window.finished ??= performance.now();
      });
    }
  };
  let waits = false;
  const note = () => {
    if (waits) return;
    waits = true;
    // Drawing is done in animation frames, and painted before the next task.
    setTimeout(() => {
      waits = false;
      window.painted = performance.now();
    });
  };
  const pen = CanvasRenderingContext2D.prototype;
  for (const name of ['setTransform', 'putImageData']) {
    const original = pen[name];
    pen[name] = function (...given) {
      note();
      return original.apply(this, given);
    };
  }
};

const at = (sorted, share) =>
  sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];

async function measure(page, key) {
  await page.evaluate(() => {
    window.finished = null;
    window.longTasks = [];
    window.addEventListener('keydown', (event) => (window.pressed = event.timeStamp), {
      capture: true,
      once: true,
    });
  });
  await page.keyboard.press(key);
  await page.waitForFunction(() => window.finished !== null, null, { timeout: 30_000 });
  await page.waitForTimeout(600);
  return page.evaluate(() => ({
    answer: window.painted - window.pressed,
    task: Math.max(0, ...window.longTasks.map(({ duration }) => duration)),
  }));
}

await withPage(async (open) => {
  const page = await open('#/', listen);
  const session = await page.context().newCDPSession(page);
  const throttle = (rate) => session.send('Emulation.setCPUThrottlingRate', { rate });
  await page.getByRole('switch', { name: 'Live' }).click();
  for (const rate of THROTTLES) {
    for (const [label, field] of CASES) {
      await throttle(1);
      await page.getByRole('combobox', { name: 'Preset', exact: true }).selectOption({ label });
      await page.waitForTimeout(3000);
      await throttle(rate);
      await page.getByRole('spinbutton', { name: field, exact: true }).focus();
      for (let i = 0; i < 6; i++) await measure(page, KEYS[i % KEYS.length]);
      const found = [];
      for (let i = 0; i < CHANGES; i++) found.push(await measure(page, KEYS[i % KEYS.length]));
      const answers = found.map((one) => one.answer).sort((a, b) => a - b);
      row(
        `  ${label}, ${field}${rate > 1 ? `, ${rate} times throttled` : ''}`,
        `median ${Math.round(at(answers, 0.5))}`,
        `95th percentile ${Math.round(at(answers, 0.95))}`,
        `longest task ${Math.round(Math.max(...found.map((one) => one.task)))} ms`,
      );
    }
  }
});
