import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import type { Experiment } from '../../../src/core/experiment.ts';
import { PRESETS } from '../../../src/core/presets.ts';
import { builtWorker } from '../../helpers/builtWorker.ts';
import { workerRun } from '../../helpers/workerRun.ts';
import { expect, test } from '../fixtures.ts';

test.use({ bypassCSP: true });

const EPOCHS = 200;
const ROOT = resolve(import.meta.dirname, '../../..');

function inNode(label: string): { parametersHash: string; steps: number } {
  const flags = ['build/main.js', '--preset', label, '--epochs', String(EPOCHS), '--json'];
  const output = execFileSync(process.execPath, flags, {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'ignore'],
    encoding: 'utf8',
  });
  return JSON.parse(output);
}

for (const { label, experiment } of PRESETS) {
  test(`${label} leaves the same bits in the browser as in Node, straight or interrupted`, async ({
    page,
  }) => {
    await page.goto('./#/nowhere');
    const short: Experiment = {
      ...experiment,
      training: { ...experiment.training, epochs: EPOCHS },
    };
    const url = new URL(builtWorker(), page.url().split('#')[0]).href;
    const run = (manner: 'straight' | 'interrupted') =>
      page.evaluate(
        ([source, ...rest]) =>
          new Function(`return (${source})(...arguments)`)(...rest) as ReturnType<typeof workerRun>,
        [workerRun.toString(), url, short, manner] as const,
      );
    const node = inNode(label);
    const expected = { engine: 'fused', step: node.steps, hash: node.parametersHash };
    expect(await run('straight')).toEqual(expected);
    expect(await run('interrupted')).toEqual(expected);
  });
}
