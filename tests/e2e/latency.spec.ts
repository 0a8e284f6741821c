import { DEFAULT_EXPERIMENT } from '../../src/core/presets.ts';
import { builtWorker } from '../helpers/builtWorker.ts';
import { expect, test } from './fixtures.ts';

const LARGEST = {
  ...DEFAULT_EXPERIMENT,
  data: { ...DEFAULT_EXPERIMENT.data, name: 'spiral', points: 20_000 },
  model: { ...DEFAULT_EXPERIMENT.model, hidden: [256, 256, 256, 256], components: 100 },
  training: { ...DEFAULT_EXPERIMENT.training, batchSize: 20_000 },
};

test('the worker answers within 100 milliseconds in the middle of the largest step', {
  tag: '@timed',
}, async ({ page }) => {
  await page.goto('./#/nowhere');
  const url = new URL(builtWorker(), page.url().split('#')[0]).href;
  const latencies = await page.evaluate(
    async ([source, experiment]) => {
      const worker = new Worker(source, { type: 'module' });
      const answers = new Map<number, (value: unknown) => void>();
      worker.onmessage = ({ data }) => {
        if (data.type === 'answer') answers.get(data.call)?.(data);
        else worker.postMessage({ verb: 'credit', run: 1 });
      };
      let calls = 0;
      const call = (verb: string, rest = {}) =>
        new Promise((resolve) => {
          answers.set(++calls, resolve);
          worker.postMessage({ verb, call: calls, run: 1, ...rest });
        });
      const density = { rows: 128, range: [-20, 20] };
      const view = { columns: 256, range: [-20, 20], samplesPerPoint: 2, density, scores: true };
      await call('open', { experiment, snapshot: null, view, atOnce: false });
      await call('start');
      const times: number[] = [];
      for (let i = 0; i < 12; i++) {
        await new Promise((resolve) => setTimeout(resolve, 250 + 17 * i));
        const asked = performance.now();
        await call(i % 2 === 0 ? 'pause' : 'start');
        times.push(performance.now() - asked);
      }
      worker.terminate();
      return times;
    },
    [url, LARGEST] as const,
  );
  // The first calls meet code that is not compiled yet.
  expect(Math.max(...latencies.slice(2))).toBeLessThan(100);
});
