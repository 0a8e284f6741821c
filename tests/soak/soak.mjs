/**
 * Trains for half an hour with resets, changes of preset, seed and view, a cursor
 * that moves, a timeline that is scrubbed and played, runs that are kept, opened,
 * compared, taken together and deleted, sweeps, and the calibration panel; and
 * measures a dozen times what must not grow, whose time does not count. Fails if at
 * the end anything is more than a tenth above what it was after a sixth of the time
 * (minute five of thirty), or if anything could not be done.
 *
 *   npm run soak                      thirty minutes
 *   npm run soak -- --minutes 5       the short form
 */
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { preview, runnerImport } from 'vite';

const { module: chrome } = await runnerImport('./tests/helpers/chromium.ts');

const { values } = parseArgs({ options: { minutes: { type: 'string', default: '30' } } });
const MINUTES = Number(values.minutes);
if (!(MINUTES >= 2)) throw new Error('At least two minutes, please.');
/** Minutes from one measurement to the next. */
const EVERY = Math.max(1, Math.round(MINUTES / 12));
/** Index of the measurement that the last one is held to. */
const BASELINE = Math.max(1, Math.round(MINUTES / 6 / EVERY)) - 1;
const ALLOWED = 1.1;
/** What comes and goes by chance is held to a bound instead. */
const BOUNDS = {
  // What undo goes back to holds up to eight ways of runs of 24 MiB each.
  'page arrays, MB': 250,
  // V8 compiles for an hour what is run often, and there are only so many functions.
  'code, MB': 25,
};
const PRESETS = [
  'Sine · FFNN',
  'Inverted · FFNN',
  'Inverted · MDN',
  'Spiral · FFNN',
  'Spiral · MDN',
];
const REST = 'Inverted · MDN';
const QUICK = 'Inverted, tuned';
const MOST_KEPT = 8;

let seed = 1;
/** The same actions in every soak. */
function random(n) {
  seed = (seed * 48_271) % 2_147_483_647;
  return seed % n;
}

const server = await preview({ preview: { host: '127.0.0.1', port: 4183 }, logLevel: 'warn' });
const browser = await chromium.launch({
  executablePath: chrome.chromiumPath(),
  args: chrome.CHROMIUM_ARGUMENTS,
});
const problems = [];
let ending = false;
browser.on('disconnected', () => {
  if (!ending) problems.push('The browser ended.');
});

async function openPage() {
  const page = await browser.newPage({
    viewport: { width: 1440, height: 900 },
    serviceWorkers: 'block',
  });
  // It measures memory, not time: other work on the machine may make a sweep last minutes.
  page.setDefaultTimeout(180_000);
  page.on('pageerror', (error) => problems.push(String(error)));
  page.on('crash', () => problems.push('The page crashed.'));
  await page.addInitScript(() => {
    const contexts = [];
    const real = HTMLCanvasElement.prototype.getContext;
    HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {
      const context = real.call(this, kind, ...rest);
      if (context && /webgl/.test(kind) && !contexts.some((ref) => ref.deref() === context))
        contexts.push(new WeakRef(context));
      return context;
    };
    window.webglContexts = () => contexts.filter((ref) => ref.deref()).length;
  });
  return page;
}

/** Sessions with the page's workers, which the page's own session brings along. */
async function workerSessions(session) {
  const workers = new Map();
  let calls = 0;
  const waiting = new Map();
  session.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
    if (targetInfo.type === 'worker') workers.set(sessionId, targetInfo);
  });
  session.on('Target.detachedFromTarget', ({ sessionId }) => workers.delete(sessionId));
  session.on('Target.receivedMessageFromTarget', ({ message }) => {
    const { id, result } = JSON.parse(message);
    waiting.get(id)?.(result);
    waiting.delete(id);
  });
  // Only while it is measured: a worker that starts under it would wait for a debugger.
  const attach = (autoAttach) =>
    session.send('Target.setAutoAttach', {
      autoAttach,
      waitForDebuggerOnStart: false,
      flatten: false,
    });
  const send = (sessionId, method) =>
    new Promise((resolve) => {
      const id = ++calls;
      waiting.set(id, resolve);
      const message = JSON.stringify({ id, method, params: {} });
      session.send('Target.sendMessageToTarget', { sessionId, message }).catch(() => resolve(null));
    });
  return {
    /** Bytes in use in all workers, outside of the heap (typed arrays, WebAssembly) included. */
    async bytes() {
      await attach(true);
      let heap = 0;
      let buffers = 0;
      for (const sessionId of workers.keys()) {
        await send(sessionId, 'HeapProfiler.collectGarbage');
        const usage = await send(sessionId, 'Runtime.getHeapUsage');
        heap += usage?.usedSize ?? 0;
        buffers += usage?.backingStorageSize ?? 0;
      }
      const count = workers.size;
      await attach(false);
      workers.clear();
      return { count, heap, buffers };
    },
  };
}

const page = await openPage();
const session = await page.context().newCDPSession(page);
await session.send('Performance.enable');
const workers = await workerSessions(session);
await page.goto(server.resolvedUrls.local[0]);

const button = (name) => page.getByRole('button', { name, exact: true });
const preset = page.getByRole('combobox', { name: 'Preset', exact: true });
const views = page.getByRole('radiogroup', { name: 'Show', exact: true }).getByRole('radio');
const status = page.getByRole('status');
await train();

const dialog = page.getByRole('dialog');
const timeline = page.getByRole('slider', { name: 'Timeline', exact: true });
const inDialog = (name) => dialog.getByRole('button', { name, exact: true });
const deletes = page.getByRole('button', { name: /^More for / });

async function closeDialog() {
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
}

/** Moves the pointer over a figure. */
async function hover(figure) {
  const box = await figure.boundingBox();
  for (let i = 0; i < 10 && box; i++)
    await page.mouse.move(box.x + random(box.width | 0), box.y + random(box.height | 0));
}

/** Trains the quickest preset to its end. */
async function trainWhole() {
  await preset.selectOption({ label: QUICK });
  await train();
  await page
    .getByText(/^Epoch (\d+) of \1$/)
    .first()
    .waitFor();
}

async function deleteRun() {
  const count = await deletes.count();
  await deletes.first().click();
  await page.getByRole('menuitem', { name: 'Delete', exact: true }).click();
  await deletes.nth(count - 1).waitFor({ state: 'detached' });
}

/** Sweeps two numbers of components over as many seeds, to its end or for a moment. */
async function sweep(seeds, whole) {
  await preset.selectOption({ label: QUICK });
  await button('Sweep').click();
  await dialog.getByRole('textbox', { name: 'Values of “Components”' }).fill('2, 6');
  await dialog.getByRole('textbox', { name: 'Seeds', exact: true }).fill(`1..${seeds}`);
  await dialog.getByRole('button', { name: /^Start/ }).click();
  if (whole) await dialog.getByText(/^All \d+ runs have ended\.$/).waitFor();
  else await inDialog('Cancel').click();
}

/** What is done, each as often as any other. */
const ACTIONS = {
  preset: () => preset.selectOption({ label: PRESETS[random(PRESETS.length)] }),
  reset: () => button('Reset').click(),
  view: async () => views.nth(random(await views.count())).click(),
  seed: () => button('New seed').click(),
  // A run that has ended, or does in this moment, cannot be stepped.
  step: () =>
    button('Step')
      .click({ timeout: 1000 })
      .catch(() => {}),
  cursor: () => hover(page.getByRole('figure').first()),
  async scrub() {
    if (await timeline.isDisabled()) return;
    const last = Number(await timeline.getAttribute('max'));
    for (let i = 0; i < 20; i++) await timeline.fill(String(random(last)));
    if (random(2))
      await button('Go on from here')
        .click({ timeout: 1000 })
        .catch(() => {});
  },
  async watch() {
    await trainWhole();
    await button('Watch the run').click();
    await page.getByRole('menuitem', { name: 'In 5 seconds', exact: true }).click();
    await button('Stop').waitFor({ state: 'detached' });
    await button('Best epoch').click();
  },
  async keep() {
    if ((await deletes.count()) === MOST_KEPT) await deleteRun();
    await trainWhole();
    await button('Keep run').click();
  },
  async openKept() {
    if ((await deletes.count()) === 0) return;
    await deletes.nth(random(await deletes.count())).click();
    await page.getByRole('menuitem', { name: 'Open it again', exact: true }).click();
  },
  async compare() {
    await button('Compare').click();
    const play = inDialog('Play');
    // Both may have ended already, which is known once their workers have opened them.
    await play.click({ timeout: 5000 }).catch(async () => {
      await inDialog('Reset').click();
      await play.click();
    });
    await hover(dialog.getByRole('figure').first());
    await page.waitForTimeout(3000);
    await closeDialog();
  },
  async ensemble() {
    if ((await deletes.count()) < 2) return;
    await button('Ensemble').click();
    await dialog
      .getByText(/^Over the inputs/)
      .or(dialog.getByText(/^Only runs/))
      .waitFor();
    await closeDialog();
  },
  async sweep() {
    await sweep(3, true);
    await dialog.getByRole('button', { name: /as an ensemble$/ }).click();
    await dialog.getByText(/^Over the inputs/).waitFor();
    await dialog
      .getByRole('button', { name: /^Open the run/ })
      .last()
      .click();
  },
  async cancelledSweep() {
    await sweep(20, false);
    await closeDialog();
  },
  async calibration() {
    await button('Is it calibrated?').click();
  },
};

const NAMES = Object.keys(ACTIONS);

async function act(chosen) {
  try {
    await ACTIONS[chosen]();
    await train();
  } catch (error) {
    if (!browser.isConnected() || page.isClosed()) throw error;
    problems.push(`${chosen}: ${error.message.split('\n')[0]}`);
    console.error(problems.at(-1));
    await page.reload();
  }
}

/** Keeps it training; a run that has ended begins anew. */
async function train() {
  const [play, pause] = [button('Play'), button('Pause')];
  if ((await pause.count()) > 0) return;
  if (await play.isDisabled()) await button('Reset').click();
  // It may have ended, or begun, in this moment.
  await play.click({ timeout: 5000 }).catch(() => {});
}

/** Bytes of compiled code in the page's heap. */
async function codeBytes() {
  const chunks = [];
  const onChunk = ({ chunk }) => chunks.push(chunk);
  session.on('HeapProfiler.addHeapSnapshotChunk', onChunk);
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  session.off('HeapProfiler.addHeapSnapshotChunk', onChunk);
  const { snapshot, nodes } = JSON.parse(chunks.join(''));
  const { node_fields: fields, node_types: types } = snapshot.meta;
  const [type, size] = [fields.indexOf('type'), fields.indexOf('self_size')];
  const code = types[type].indexOf('code');
  let bytes = 0;
  for (let at = 0; at < nodes.length; at += fields.length)
    if (nodes[at + type] === code) bytes += nodes[at + size];
  return bytes;
}

/** Brings the page into the one state in which it is measured, and measures. */
async function measure() {
  while ((await deletes.count()) > 0) await deleteRun();
  // Its results take the place of all that were there.
  await sweep(1, false);
  await closeDialog();
  const calibration = button('Is it calibrated?');
  if ((await calibration.getAttribute('aria-expanded')) === 'true') await calibration.click();
  await preset.selectOption({ label: REST });
  await views.first().click();
  if ((await button('Pause').count()) > 0) await button('Pause').click();
  await button('Reset').click();
  await page.mouse.move(5, 5);
  await page.waitForTimeout(1500);
  for (let i = 0; i < 3; i++) await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  const metric = (name) => metrics.find((entry) => entry.name === name)?.value ?? Number.NaN;
  const inWorkers = await workers.bytes();
  const { backingStorageSize } = await session.send('Runtime.getHeapUsage');
  const code = await codeBytes();
  return {
    'heap, MB': (metric('JSHeapUsedSize') - code) / 1e6,
    'code, MB': code / 1e6,
    'page arrays, MB': (backingStorageSize ?? 0) / 1e6,
    'DOM nodes': metric('Nodes'),
    listeners: metric('JSEventListeners'),
    workers: inWorkers.count,
    'worker heap, MB': inWorkers.heap / 1e6,
    'worker arrays, MB': inWorkers.buffers / 1e6,
    'WebGL contexts': await page.evaluate(() => window.webglContexts()),
  };
}

const rows = [];
let actions = 0;
try {
  // What is only loaded and compiled once is there before anything is measured.
  for (const name of NAMES) await act(name);
  for (let minute = EVERY; minute <= MINUTES; minute += EVERY) {
    const until = Date.now() + EVERY * 60_000;
    while (Date.now() < until) {
      await act(NAMES[random(NAMES.length)]);
      actions++;
      await page.waitForTimeout(500);
    }
    const row = await measure();
    rows.push(row);
    const shown = Object.entries(row).map(([name, value]) => `${name} ${Number(value.toFixed(2))}`);
    console.log(`minute ${minute}: ${shown.join(' · ')} (${actions} actions)`);
    await train();
  }
  if (!/Epoch/.test((await status.textContent()) ?? '')) problems.push('The run bar is gone.');
} catch (error) {
  problems.push(String(error.stack ?? error));
}
ending = true;
await browser.close();
await server.close();

const [first, last] = [rows[BASELINE], rows.at(-1)];
if (!first || rows.length < Math.floor(MINUTES / EVERY))
  problems.push('The soak did not run to its end.');
else
  for (const [name, value] of Object.entries(last)) {
    if (name in BOUNDS) {
      if (!(value <= BOUNDS[name])) problems.push(`${name}: ${value}`);
      continue;
    }
    // A tenth of next to nothing says nothing.
    const slack = name.endsWith('MB') ? 1 : 0;
    if (!(value <= Math.max(first[name] * ALLOWED, first[name] + slack)))
      problems.push(
        `${name}: ${first[name]} at minute ${(BASELINE + 1) * EVERY}, ${value} at the end`,
      );
  }
for (const problem of problems) console.error(problem);
console.log(problems.length === 0 ? 'Nothing grew.' : `${problems.length} problems.`);
process.exit(problems.length === 0 ? 0 : 1);
