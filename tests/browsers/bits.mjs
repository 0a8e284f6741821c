// Whether 200 epochs of every preset leave the same parameters in Node, Firefox and
// WebKit (Chromium: tests/e2e/bits.spec.ts).
// Usage: npm run test:browsers   (after npm run build)
import { preview, runnerImport } from 'vite';
import { headless } from '../bench/measure.mjs';
import { firefox, firefoxFound, webkit, webkitFound } from './drivers.mjs';

const EPOCHS = 200;
const load = async (path) => (await runnerImport(path)).module;
const { PRESETS } = await load('/src/core/presets.ts');
const { workerRun } = await load('/tests/helpers/workerRun.ts');
const { builtWorker } = await load('/tests/helpers/builtWorker.ts');

const server = await preview({ preview: { port: 0, host: '127.0.0.1' }, logLevel: 'silent' });
const address = server.resolvedUrls.local[0];
const worker = new URL(builtWorker(), address).href;

let failed = 0;
for (const [name, found, open] of [
  ['Firefox', firefoxFound, firefox],
  ['WebKit', webkitFound, webkit],
]) {
  if (!found()) {
    console.log(`${name}: skipped, it is not on this machine`);
    continue;
  }
  const page = await open(`${address}#/nowhere`);
  for (const { label, experiment } of PRESETS) {
    const short = { ...experiment, training: { ...experiment.training, epochs: EPOCHS } };
    const expected = headless('--preset', label, '--epochs', EPOCHS).parametersHash;
    for (const manner of ['straight', 'interrupted']) {
      const { hash, engine } = await page.evaluate(workerRun.toString(), worker, short, manner);
      const same = hash === expected;
      if (!same) failed++;
      console.log(`${name}: ${label}, ${manner}, ${engine}: ${same ? 'same' : 'OTHER'} ${hash}`);
    }
  }
  await page.close();
}
server.httpServer.close();
process.exit(failed > 0 ? 1 : 0);
