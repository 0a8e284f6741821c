// Whether 200 epochs of every preset leave the same parameters in Node, Chromium,
// Firefox and WebKit.
// Usage: npm run test:browsers   (after npm run build)
import { headless } from '../bench/measure.mjs';
import { everyBrowser, load } from './drivers.mjs';

const EPOCHS = 200;
const { PRESETS } = await load('/src/core/presets.ts');
const { workerRun } = await load('/tests/helpers/workerRun.ts');
const { builtWorker } = await load('/tests/helpers/builtWorker.ts');

await everyBrowser('#/nowhere', async (name, page, address) => {
  const worker = new URL(builtWorker(), address).href;
  let passed = true;
  for (const { label, experiment } of PRESETS) {
    const short = { ...experiment, training: { ...experiment.training, epochs: EPOCHS } };
    const expected = headless('--preset', label, '--epochs', EPOCHS).parametersHash;
    for (const manner of ['straight', 'interrupted']) {
      const { hash, engine } = await page.evaluate(workerRun.toString(), worker, short, manner);
      const same = hash === expected;
      passed &&= same;
      console.log(`${name}: ${label}, ${manner}, ${engine}: ${same ? 'same' : 'OTHER'} ${hash}`);
    }
  }
  return passed;
});
