import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { claimed, findsCurve } from '../../src/content/claims/claims.ts';
import observed from '../../src/content/claims/observed.json';
import { calibrationOfEnd, LEVEL } from '../../src/content/figures/10-break-it/sure.ts';
import { endOf, seriesOf } from '../../src/content/figures/recorded/ends.ts';
import { COMPONENTS, PANEL, SEEDS } from '../../src/content/figures/recorded/recorded.ts';
import { bestPlace, RECORDED } from '../../src/content/figures/recorded/runs.ts';
import { articleExperiment } from '../../src/core/article.ts';
import { lowest } from '../../src/core/lowest.ts';
import { rawOutputs } from '../../src/core/model.ts';
import { rememberedTask } from '../../src/core/rememberedTask.ts';
import { fittedWith, lossesOn } from '../../src/core/scores.ts';
import { engineOf } from '../helpers/engines.ts';
import { readPng, writePng } from '../helpers/png.ts';
import {
  ENDS,
  panelIn,
  RUNS,
  recordEnd,
  recordedEpochs,
  recordRun,
  sheetOf,
} from '../helpers/recorded.ts';
import { knownTruth } from '../helpers/truth.ts';

const FOLDER = new URL('../../src/content/figures/recorded/', import.meta.url);
const PICTURE = new URL('densities.png', FOLDER);
/** An early part of a run is trained again here: as many of the recorded epochs. */
const EARLY = 12;

const { epochs, runs } = RECORDED;

describe('the recorded runs', () => {
  it('are every size with every seed, at epochs that rise from the first test loss to the last', () => {
    expect(runs.map(({ components, seed }) => ({ components, seed }))).toEqual(RUNS);
    expect(epochs).toEqual(recordedEpochs());
    expect(epochs[0]).toBe(2);
    expect(epochs.at(-1)).toBe(1000);
    for (const { train, test, fresh } of runs) {
      for (const losses of [train, test, fresh]) expect(losses).toHaveLength(epochs.length);
    }
  });

  it('are what the run comes to when it is trained again, to the last grey', async () => {
    const row = RUNS.findIndex(({ components, seed }) => components === 3 && seed === 2);
    const again = await recordRun(RUNS[row]!, epochs.slice(0, EARLY), await engineOf('fused'));
    const { train, test, fresh } = runs[row]!;
    expect(again.run.train).toEqual(train.slice(0, EARLY));
    expect(again.run.test).toEqual(test.slice(0, EARLY));
    expect(again.run.fresh).toEqual(fresh.slice(0, EARLY));
    const picture = readPng(readFileSync(PICTURE));
    again.panels.forEach((panel, column) => {
      expect(panelIn(picture, row, column), `epoch ${epochs[column]}`).toEqual(panel);
    });
  });

  it('end as the runs do that the text tells of', () => {
    for (const components of [1, 3, 5] as const) {
      const own = runs.filter((run) => run.components === components);
      const { freshLoss } = observed[`inverted-mdn-${components}`].seeds;
      SEEDS.forEach((_, i) => {
        expect(own[i]!.fresh.at(-1)).toBeCloseTo(freshLoss[i]!, 3);
      });
    }
  });

  it('over-fit with thirty components and every seed, as the text tells', () => {
    for (const run of runs.filter(({ components }) => components === 30)) {
      expect(run.test.at(-1)).toBeGreaterThan(run.test[bestPlace(run)]! + 0.01);
      expect(run.fresh.at(-1)).toBeLessThan(1.8);
      expect(Math.min(...run.train.slice(-2))).toBeLessThan(run.train[bestPlace(run)]!);
    }
    for (const run of runs.filter(({ components }) => components === 1)) {
      expect(Math.min(...run.fresh)).toBeGreaterThan(2.7);
    }
  });

  it('find the whole curve with five and thirty components and every seed, with two and none, as the text tells', () => {
    const entropy = knownTruth('inverted', 1).entropy() ?? Number.NaN;
    const finding = (size: number) =>
      runs.filter(
        ({ components, fresh }) => components === size && findsCurve(fresh.at(-1)! - entropy),
      );
    expect(COMPONENTS.map((size) => finding(size).length)).toEqual([0, 0, 4, 5, 5]);
    expect(claimed('three-find').low).toBe(String(finding(3).length));
  });

  it('have their best epoch where the test loss is least', () => {
    for (const run of runs) expect(run.test[bestPlace(run)]).toBe(Math.min(...run.test));
    expect(runs).toHaveLength(COMPONENTS.length * SEEDS.length);
  });

  it('take no more than 400 kB', () => {
    const size = readFileSync(PICTURE).length + JSON.stringify(RECORDED).length;
    expect(size).toBeLessThan(400_000);
  });
});

describe('the ends that figures begin with', () => {
  const ends = Object.entries(ENDS).map(([name, experiment]) => ({
    name,
    experiment,
    file: JSON.parse(readFileSync(new URL(`ends/${name}.json`, FOLDER), 'utf8')),
  }));

  it.each(ends)('$name has the loss of the network that is recorded', (recorded) => {
    const { experiment, file } = recorded;
    const { epoch, parameters, losses } = endOf(experiment, file);
    const task = rememberedTask(experiment);
    expect(epoch).toBe(experiment.training.epochs);
    // A loss is the mean over points of the network that has these parameters.
    const onTest = lossesOn(fittedWith(task, parameters), task.data.test, rawOutputs);
    const mean = onTest.reduce((sum, loss) => sum + loss, 0) / onTest.length;
    expect(mean / losses.test.loss.at(-1)!).toBeCloseTo(1, 3);
  });

  it.each(ends.filter(({ name }) => name in observed))(
    '$name ends as the text tells of it',
    (recorded) => {
      const { losses } = endOf(recorded.experiment, recorded.file);
      const { own } = observed[recorded.name as 'inverted-mdn'];
      expect(losses.train.loss.at(-1)! / own.trainLoss).toBeCloseTo(1, 3);
      expect(losses.test.loss.at(-1)! / own.testLoss).toBeCloseTo(1, 3);
      expect(lowest(losses.test)).toEqual({
        epoch: own.leastTestEpoch,
        loss: Number(own.leastTestLoss.toPrecision(5)),
      });
    },
  );

  it('few holds of fresh points what the text tells of it', () => {
    const few = ends.find(({ name }) => name === 'few')!;
    const held = calibrationOfEnd(endOf(few.experiment, few.file))?.coverage;
    expect(held?.find(({ level }) => level === LEVEL)?.highest.mean).toBe(observed.few.own.held);
  });

  it('twelve ends with the smallest width that the text tells of', () => {
    const { file } = ends.find(({ name }) => name === 'twelve')!;
    const { epoch, loss } = seriesOf(file.narrowest);
    expect(epoch.at(-1)).toBe(file.epoch);
    expect(loss.at(-1)! / observed.twelve.own.smallestDeviation).toBeCloseTo(1, 3);
  });

  it('are the bits that training gives', async () => {
    const { file } = ends[0]!;
    const again = recordEnd(articleExperiment('sine', 'ffnn'), await engineOf('fused'));
    expect(again).toEqual(file);
  });

  it('that are damaged are refused', () => {
    const { file } = ends[0]!;
    expect(() => endOf(articleExperiment('sine', 'ffnn'), { ...file, parameters: '?' })).toThrow();
  });
});

describe('a picture of sixteen greys', () => {
  it('has every panel in its row and column', () => {
    const panel = (grey: number) => new Uint8Array(PANEL * PANEL).fill(grey);
    const sheet = sheetOf([
      [panel(1), panel(2)],
      [panel(3), panel(4)],
    ]);
    expect(sheet.width).toBe(2 * PANEL);
    expect(panelIn(sheet, 1, 0)).toEqual(panel(3));
    expect(panelIn(sheet, 0, 1)).toEqual(panel(2));
  });

  it('is read as it was written', () => {
    const picture = { width: 6, greys: Uint8Array.from({ length: 18 }, (_, i) => (i * 7) % 16) };
    expect(readPng(writePng(picture))).toEqual(picture);
  });
});
