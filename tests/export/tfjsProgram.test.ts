import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { articleExperiment } from '../../src/core/article.ts';
import { toTrainingUnit } from '../../src/core/data/standardise.ts';
import { batchRows, type Experiment, stepsPerEpoch } from '../../src/core/experiment.ts';
import { outputLoss } from '../../src/core/loss.ts';
import { rawOutputs } from '../../src/core/model.ts';
import { PRESETS } from '../../src/core/presets.ts';
import { put } from '../../src/core/row.ts';
import { lossOn } from '../../src/core/scores.ts';
import { untrained } from '../../src/core/untrained.ts';
import { pointsCsv } from '../../src/export/points.ts';
import { programLines, textOf } from '../../src/export/program.ts';
import { safetensors } from '../../src/export/safetensors.ts';
import { tfjsProgram } from '../../src/export/tfjsProgram.ts';
import { ALL_SETTINGS, ALL_STANDARDISED, lossesFrom } from '../helpers/trainedOn.ts';

const ROOT = resolve(import.meta.dirname, '../..');
/** Within the project, so that packages are found. */
const FOLDER = resolve(ROOT, 'build/programs');

/** Rows in the order in which they were drawn, so that a run can be told beforehand. */
const inOrder = (experiment: Experiment) => put(experiment, 'training.order', 'fixed');

const CASES: readonly { readonly label: string; readonly experiment: Experiment }[] = [
  ...PRESETS,
  { label: 'All settings', experiment: ALL_SETTINGS },
  { label: 'All settings, standardised', experiment: ALL_STANDARDISED },
  { label: 'Measured points', experiment: articleExperiment('engel', 'mdn') },
  { label: 'Few points at a time', experiment: put(PRESETS[6]!.experiment, 'data.points', 60) },
];

interface Run {
  readonly history: readonly number[];
  readonly testLoss: number;
  sample(x: readonly number[]): number[];
}
type Module = { run(options: { csv?: string; weights?: ArrayBuffer; epochs?: number }): Run };

const load = (name: string): Promise<Module> => import(/* @vite-ignore */ `${FOLDER}/${name}.ts`);

describe('the TensorFlow.js programs', () => {
  beforeAll(() => {
    vi.spyOn(console, 'log').mockImplementation(() => {});
    mkdirSync(FOLDER, { recursive: true });
    CASES.forEach(({ experiment }, i) => {
      const write = (name: string, given: Experiment, weights: Uint8Array | null) =>
        writeFileSync(`${FOLDER}/${name}.ts`, textOf(programLines(tfjsProgram(given, weights))));
      write(`program${i}`, experiment, null);
      write(`ordered${i}`, inOrder(experiment), safetensors(experiment, untrained(experiment)));
    });
    writeFileSync(
      `${FOLDER}/tsconfig.json`,
      JSON.stringify({
        extends: '../../tsconfig.json',
        compilerOptions: { types: [] },
        include: ['*.ts'],
        exclude: [],
      }),
    );
  });

  it('pass the compiler at its strictest, with weights inside and without', () => {
    const found = () => execFileSync('npx', ['tsc', '-p', FOLDER], { cwd: ROOT, stdio: 'pipe' });
    expect(found).not.toThrow();
  });

  it.each(CASES.map((one, i) => ({ ...one, i })))(
    '$label: begin with the page’s weights and have its losses',
    async ({ experiment, i }) => {
      const fitted = untrained(experiment);
      const { run } = await load(`ordered${i}`);
      const { train, tested } = fitted.task.data;
      const { history, testLoss, sample } = run({ csv: pointsCsv(fitted.task.data), epochs: 1 });
      const rows = batchRows(experiment);
      const batch = train.x.slice(0, rows);
      const targets = toTrainingUnit(train.y.slice(0, rows), fitted.task.scaling.target);
      const first = outputLoss(fitted.task.network, rawOutputs(fitted, batch), targets);
      expect(history[0]).toBeCloseTo(first, first > 10 ? 3 : 4);
      expect(Number.isFinite(testLoss)).toBe(true);
      expect(sample([...tested.x.slice(0, 3)]).every(Number.isFinite)).toBe(true);
    },
  );

  it.each([
    { label: 'all settings', i: PRESETS.length },
    { label: 'all settings, standardised', i: PRESETS.length + 1 },
  ])('train on as the page does: $label', async ({ i }) => {
    const experiment = inOrder(CASES[i]!.experiment);
    const fitted = untrained(experiment);
    const { run } = await load(`ordered${i}`);
    const csv = pointsCsv(fitted.task.data);
    const { history } = run({ csv, epochs: Math.ceil(20 / stepsPerEpoch(experiment)) });
    const expected = lossesFrom(experiment, fitted, history.length);
    expect(history.length).toBeGreaterThanOrEqual(20);
    for (const [step, loss] of history.entries()) expect(loss).toBeCloseTo(expected[step]!, 4);
    // With weights inside it trains on only where it is told how far.
    expect(run({ csv }).testLoss).toBeCloseTo(lossOn(fitted, fitted.task.data.tested), 4);
  });

  it('draw points of their own where nothing is given', async () => {
    for (const i of [2, 6, 10]) {
      const { run } = await load(`program${i}`);
      const { history, testLoss } = run({ epochs: 1 });
      expect([...history, testLoss].every(Number.isFinite)).toBe(true);
    }
  });
});
