// One table: how fast it trains, what that is relative to, and how it grows.
// Ratios are taken inside one run, since machines differ and are seldom quiet.
// Usage: npm run bench [-- --quick]   (after npm run build)
import { execFileSync } from 'node:child_process';
import { headless, median, row, spread, stepTime } from './measure.mjs';
import { play, withPage } from './page.mjs';
import { pytorch } from './pytorch.mjs';

const quick = process.argv.includes('--quick');
const REPEATS = quick ? 2 : 5;
const times = (count, run) => Array.from({ length: count }, run);
const PRESETS = [
  'Sine · FFNN',
  'Inverted · FFNN',
  'Inverted · MDN',
  'Spiral · FFNN',
  'Spiral · MDN',
];

console.log(
  'Time to quality: seconds of training on the inverted data, median (least to greatest)',
);
const quality = ['tests/bench/quality.mjs', quick ? 2 : 5];
process.stdout.write(
  execFileSync(process.execPath, quality, { stdio: ['ignore', 'pipe', 'ignore'] }),
);

console.log('\nMilliseconds an optimizer step, median (least to greatest)\n');

console.log('Fused against composed, in Node');
for (const label of quick ? ['Inverted · FFNN', 'Inverted · MDN'] : PRESETS) {
  const ratios = { wasm: [], cpu: [] };
  const fused = [];
  for (let i = 0; i < REPEATS; i++) {
    const own = stepTime('--preset', label, '--epochs', quick ? 100 : 300);
    fused.push(own);
    ratios.wasm.push(
      stepTime('--preset', label, '--engine', 'wasm', '--epochs', quick ? 10 : 20) / own,
    );
    if (quick && i > 0) continue;
    ratios.cpu.push(
      stepTime('--preset', label, '--engine', 'cpu', '--epochs', quick ? 2 : 4) / own,
    );
  }
  row(
    `  ${label}`,
    `fused ${spread(fused)} ms`,
    `wasm ${spread(ratios.wasm, 1)} times`,
    `cpu ${spread(ratios.cpu, 0)} times as long`,
  );
}

console.log('\nThe article’s inverted MDN run, 1000 epochs = 2000 steps');
const pairs = times(quick ? 1 : 5, () => ({
  fused: headless('--preset', 'Inverted · MDN').seconds,
  torch: pytorch(),
}));
const whole = pairs.map(({ fused }) => fused);
row('  fused, in Node', `${spread(whole)} s`);
if (pairs.every((pair) => pair.torch)) {
  const seconds = (way) => pairs.map((pair) => pair.torch[way]);
  const ratios = pairs.map((pair) => pair.fused / pair.torch.vectorised);
  row('  PyTorch, vectorised, one thread', `${spread(seconds('vectorised'))} s`);
  row('  PyTorch, a loop over components', `${spread(seconds('loop'), 1)} s`);
  row('  fused / vectorised PyTorch, pair by pair', spread(ratios));
} else {
  row('  PyTorch', 'skipped: there is no torch on this machine');
}

console.log('\nThe kernel against the same instructions in a tight loop');
process.stdout.write(execFileSync(process.execPath, ['tests/bench/kernel.mjs', quick ? 1 : 3]));

console.log('\nSmall batches of the inverted MDN in the whole Trainer, in Node');
const SIZES = [1500, 100, 32];
const SMALL = ['--hidden', '20,20', '--components', 10, '--batch-size', 100, '--epochs', 300];
/** Multiplications of a row in forward, loss and backward, in units of 1. */
const WORK = { large: 50 * 50 + 50 * 90, small: 20 * 20 + 20 * 30 };
const epochTimes = times(quick ? 1 : 5, () => ({
  large: SIZES.map((size) => {
    const epoch = Math.ceil(2250 / size);
    return epoch * stepTime('--batch-size', size, '--epochs', 300);
  }),
  small: 23 * stepTime(...SMALL),
}));
SIZES.forEach((size, i) => {
  const share = epochTimes.map(({ large }) => large[0] / large[i]);
  row(`  batches of ${size}, rows a second of those of 1500`, spread(share));
});
row(
  '  20-20, K 10, batches of 100, times its arithmetic',
  spread(
    epochTimes.map(({ large, small }) => (small / large[0]) * (WORK.large / WORK.small)),
    1,
  ),
);

console.log('\nGrowth of the inverted MDN’s step, from the article’s settings');
const GROWTH = {
  'points (one batch of all)': [
    [250, 1000, 4000, 20_000],
    (n) => ['--points', n, '--batch-size', 20_000],
  ],
  components: [[1, 10, 30, 100], (k) => ['--components', k]],
  'width of two layers': [[10, 50, 128, 256], (w) => ['--hidden', `${w},${w}`]],
  'layers of 50': [[1, 2, 3, 4], (d) => ['--hidden', Array(d).fill(50).join(',')]],
};
for (const [what, [sizes, flags]] of Object.entries(GROWTH)) {
  const cells = sizes.map((size) => {
    const values = times(quick ? 1 : 3, () =>
      stepTime(...flags(size), '--epochs', quick ? 10 : 40),
    );
    return `${size}: ${quick ? median(values).toFixed(2) : spread(values)}`;
  });
  row(`  ${what}`, cells.join('   '));
}

console.log('\nThe page in Chromium, every figure of the playground live');
await withPage(async (open) => {
  const runs = [];
  const shares = [];
  for (let i = 0; i < REPEATS; i++) {
    // In turn, and the page's run longer than it is watched.
    const headlessEpochs = 500 / stepTime('--epochs', 300);
    const page = await open();
    await page.getByRole('spinbutton', { name: 'Epochs', exact: true }).fill('20000');
    runs.push(await play(page, quick ? 1500 : 3000));
    shares.push(runs.at(-1).epochsPerSecond / headlessEpochs);
    await page.close();
  }
  const composed = await open('#/');
  const { hash } = new URL(composed.url());
  await composed.close();
  const slow = await open(hash.replace('engine=fused', 'engine=wasm'));
  const wasm = await play(slow, quick ? 2000 : 4000);
  await slow.close();
  const fused = runs.map((r) => r.epochsPerSecond);
  row(
    '  first new frame after Play',
    `${spread(
      runs.map((r) => r.firstFrame),
      0,
    )} ms`,
  );
  row('  epochs a second', `${spread(fused, 0)}`);
  row('  share of the headless speed, pair by pair', spread(shares));
  row(
    '  fused against composed wasm, in Chromium',
    `${(median(fused) / wasm.epochsPerSecond).toFixed(1)} times as fast`,
  );
  const tasks = runs.flatMap((r) => r.longTasks);
  const longest = tasks.length > 0 ? `, the longest ${Math.max(...tasks).toFixed(0)} ms` : '';
  row('  main-thread tasks over 50 ms while training', `${tasks.length}${longest}`);
});

if (!quick) {
  console.log('\nRedrawing while it trains, milliseconds of the main thread a frame');
  const output = execFileSync(process.execPath, ['tests/bench/redraw.mjs']);
  const { redraw, slice } = JSON.parse(output);
  for (const { view, medianMs, p95Ms, longTasks, longestTaskMs } of redraw) {
    const long =
      longTasks > 0 ? `${longTasks} over 50 ms, the longest ${longestTaskMs}` : 'none over 50 ms';
    row(`  ${view}`, `${medianMs} (95 %: ${p95Ms})`, long);
  }
  for (const [when, { medianMs, p95Ms }] of Object.entries(slice)) {
    row(`  from a cursor key to the new slice, ${when}`, `${medianMs} ms (95 %: ${p95Ms})`);
  }
}
