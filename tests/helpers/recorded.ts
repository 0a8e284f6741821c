import { FEW, SOME, TWELVE } from '../../src/content/figures/10-break-it/experiments.ts';
import {
  COMPONENTS,
  INPUTS,
  PANEL,
  type RecordedRun,
  recordedExperiment,
  SEEDS,
  TARGETS,
} from '../../src/content/figures/recorded/recorded.ts';
import { articleExperiment } from '../../src/core/article.ts';
import { type Experiment, testInterval } from '../../src/core/experiment.ts';
import { type Fitted, mixtureGrid, rawOutputs } from '../../src/core/model.ts';
import { densityField } from '../../src/core/predict.ts';
import { evenly } from '../../src/core/range.ts';
import type { LossSeries } from '../../src/core/run.ts';
import { smallestDeviation } from '../../src/core/smallestDeviation.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { resultOf } from '../../src/engine/result.ts';
import { Trainer } from '../../src/engine/trainer.ts';
import type { Picture } from './png.ts';

/** The density that is white, in all panels alike. */
const PEAK = 0.5;
/** Grey values that are told apart, which keeps the picture small. */
const GREYS = 16;
/** Rows of the density that make one of a panel: a branch may be narrower than a pixel. */
const FINE = 8;
/** Significant digits that are kept of a loss. */
const DIGITS = 5;

/** Those at which a test loss is known, about evenly apart on a logarithmic scale. */
export function recordedEpochs(): number[] {
  const { epochs } = recordedExperiment(1, 1).training;
  const interval = testInterval(epochs);
  const even = evenly([Math.log(interval), Math.log(epochs)], 28);
  return [...new Set(Array.from(even, (log) => interval * Math.round(Math.exp(log) / interval)))];
}

/** Every run that is recorded, in the picture's order. */
export const RUNS = COMPONENTS.flatMap((components) => SEEDS.map((seed) => ({ components, seed })));

/** A panel's grey values from 0 to 15, [PANEL][PANEL], the highest target first. */
export function panelOf(fitted: Fitted): Uint8Array {
  const step = (INPUTS[1] - INPUTS[0]) / PANEL;
  const middles = evenly([INPUTS[0] + step / 2, INPUTS[1] - step / 2], PANEL);
  const rows = PANEL * FINE;
  const half = (TARGETS[1] - TARGETS[0]) / rows / 2;
  const { density } = densityField(
    mixtureGrid(fitted, middles),
    [TARGETS[0] + half, TARGETS[1] - half],
    rows,
  );
  return Uint8Array.from({ length: PANEL * PANEL }, (_, i) => {
    const [row, column] = [PANEL - 1 - Math.floor(i / PANEL), i % PANEL];
    let sum = 0;
    for (let fine = 0; fine < FINE; fine++) sum += density[(row * FINE + fine) * PANEL + column]!;
    return Math.round((GREYS - 1) * Math.sqrt(Math.min(1, sum / FINE / PEAK)));
  });
}

const rounded = (value: number | null) => Number((value ?? Number.NaN).toPrecision(DIGITS));

/** Trains a run and records it: its losses, and a panel for each of the epochs. */
export async function recordRun(
  { components, seed }: (typeof RUNS)[number],
  epochs: readonly number[],
  engine: Engine,
): Promise<{ run: RecordedRun; panels: Uint8Array[] }> {
  const trainer = new Trainer(recordedExperiment(components, seed), engine);
  const run: RecordedRun = { components, seed, train: [], test: [], fresh: [] };
  const panels: Uint8Array[] = [];
  for (const epoch of epochs) {
    // An epoch is over once its test loss is known.
    while (trainer.advance() === 'part' || trainer.epoch < epoch);
    const { trainLoss, testLoss, freshLoss } = await resultOf(trainer, 0);
    run.train.push(rounded(trainLoss));
    run.test.push(rounded(testLoss));
    run.fresh.push(rounded(freshLoss));
    panels.push(panelOf(trainer.fitted()));
  }
  trainer.dispose();
  return { run, panels };
}

/** The panels as one picture: a row a run, a column an epoch. */
export function sheetOf(runs: readonly (readonly Uint8Array[])[]): Picture {
  const columns = runs[0]!.length;
  const width = columns * PANEL;
  const greys = new Uint8Array(runs.length * PANEL * width);
  runs.forEach((panels, row) => {
    panels.forEach((panel, column) => {
      for (let line = 0; line < PANEL; line++) {
        greys.set(
          panel.subarray(line * PANEL, (line + 1) * PANEL),
          (row * PANEL + line) * width + column * PANEL,
        );
      }
    });
  });
  return { width, greys };
}

/** One panel of the picture. */
export function panelIn({ width, greys }: Picture, row: number, column: number): Uint8Array {
  return Uint8Array.from({ length: PANEL * PANEL }, (_, i) => {
    const line = row * PANEL + Math.floor(i / PANEL);
    return greys[line * width + column * PANEL + (i % PANEL)]!;
  });
}

/** Losses that are kept of a run whose end alone is shown. */
const LOSSES = 160;

/** The runs whose ends are recorded, by the names of their files. */
export const ENDS: Readonly<Record<string, Experiment>> = {
  'sine-ffnn': articleExperiment('sine', 'ffnn'),
  'inverted-ffnn': articleExperiment('inverted', 'ffnn'),
  'inverted-mdn': articleExperiment('inverted', 'mdn'),
  'spiral-ffnn': articleExperiment('spiral', 'ffnn'),
  twelve: TWELVE,
  few: FEW,
  some: SOME,
};

/** A curve with fewer of its points: the first, the least and the last, and the more the earlier, for that is where most happens. */
function thinned({ epoch, loss }: LossSeries) {
  const last = epoch.length - 1;
  const places = evenly([0, 1], LOSSES).map((share) => Math.round(last * share ** 2));
  const kept = [...new Set([...places, loss.indexOf(Math.min(...loss))])].sort((a, b) => a - b);
  return { epoch: kept.map((i) => epoch[i]!), loss: kept.map((i) => rounded(loss[i]!)) };
}

/** Trains a run to its end, and writes it as the files in `ends` are. */
export function recordEnd(experiment: Experiment, engine: Engine) {
  const trainer = new Trainer(experiment, engine);
  const widths: { epoch: number[]; loss: number[] } = { epoch: [], loss: [] };
  for (;;) {
    const come = trainer.advance(Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY);
    if (experiment === TWELVE && widths.epoch.at(-1) !== trainer.epoch) {
      widths.epoch.push(trainer.epoch);
      widths.loss.push(smallestDeviation(trainer.fitted(), rawOutputs) ?? Number.NaN);
    }
    if (come === 'end') break;
  }
  const { train, test } = trainer.losses.take();
  const parameters = new DataView(new ArrayBuffer(4 * trainer.parameters().length));
  trainer.parameters().forEach((value, i) => {
    parameters.setFloat32(4 * i, value, true);
  });
  const end = {
    epoch: trainer.epoch,
    parameters: Buffer.from(parameters.buffer).toString('base64'),
    train: thinned(train),
    test: thinned(test),
    ...(experiment === TWELVE && {
      narrowest: thinned({
        epoch: Float64Array.from(widths.epoch),
        loss: Float64Array.from(widths.loss),
      }),
    }),
  };
  trainer.dispose();
  return end;
}
