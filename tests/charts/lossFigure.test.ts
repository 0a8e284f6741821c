import { describe, expect, it } from 'vitest';
import { type LossSpec, lossFigure } from '../../src/charts/lossFigure.ts';
import { lossRange } from '../../src/charts/lossRange.ts';
import { chartTheme } from '../../src/charts/theme.ts';
import type { LossSeries } from '../../src/core/run.ts';
import { fallingLoss, LOSS_LABELS, rounded } from './fixtures.ts';

const size = { width: 290, height: 210 };

interface Change extends Partial<LossSpec> {
  readonly train?: LossSeries;
  readonly test?: LossSeries;
  readonly bestEpoch?: number;
}

function figure(last: number, { train, test, bestEpoch, ...change }: Change = {}) {
  return lossFigure({
    curves: [
      { name: 'train', color: 'train', losses: train ?? fallingLoss(last, 1) },
      {
        name: 'test',
        color: 'test',
        losses: test ?? fallingLoss(last, 2),
        best: bestEpoch ?? null,
      },
    ],
    epochs: 1000,
    bestReachable: 1.63,
    theme: chartTheme('light'),
    labels: LOSS_LABELS,
    scale: 12,
    size,
    ...change,
  });
}

interface Label {
  readonly text: string;
  readonly y: number;
  readonly yshift?: number;
  readonly xanchor: string;
  readonly yanchor: string;
}

function labelsOf({ layout }: ReturnType<typeof figure>) {
  const range = layout.yaxis.range;
  const height = size.height - layout.margin.t - layout.margin.b;
  return (layout.annotations as Label[]).map((label) => ({
    ...label,
    middle: (height * (label.y - range[0])) / (range[1] - range[0]) + (label.yshift ?? 0),
    height,
  }));
}

function withSpike({ epoch, loss }: LossSeries, height: number) {
  return { epoch, loss: loss.map((value, i) => (i === 30 ? height : value)) };
}

describe('the loss figure', () => {
  it('draws both curves, the best reachable loss and direct labels', () => {
    expect(rounded(figure(12))).toMatchSnapshot();
  });

  it('runs over all epochs from the start, so that its axis stays put', () => {
    expect(figure(3).layout.xaxis.range).toEqual([0, 1000]);
    expect(figure(900).layout.xaxis.range).toEqual([0, 1000]);
    expect(figure(900, { logEpochs: true }).layout.xaxis.range).toEqual([0, 3]);
  });

  it('has no epoch 0 on a logarithmic axis', () => {
    for (const { x } of figure(20, { logEpochs: true }).data) expect(x?.[0]).toBe(1);
  });

  it('is not flattened by a spike', () => {
    const plain = figure(400).layout.yaxis.range;
    const spiked = figure(400, { train: withSpike(fallingLoss(400, 1), 1e6) }).layout.yaxis.range;
    expect(spiked).toEqual(plain);
  });

  it('shows the best reachable loss with room for its name under it', () => {
    const [label] = labelsOf(figure(400)).filter(({ text }) => text === 'best reachable');
    expect(label!.middle).toBeGreaterThan(1.2 * 12);
    expect(label!.yanchor).toBe('top');
  });

  it.each([0, 1, 20, 400, 800, 1000])('keeps its labels apart at epoch %i', (last) => {
    const ends = labelsOf(figure(last)).filter(({ text }) => text !== 'best reachable');
    const [low, high] = ends.toSorted((a, b) => a.middle - b.middle);
    expect(high!.middle - low!.middle).toBeGreaterThan(12);
    for (const { middle, height } of ends) {
      expect(middle).toBeGreaterThan(0);
      expect(middle).toBeLessThan(height);
    }
  });

  it.each([100, 1000])(
    'puts the labels right of the curves, within the figure, at epoch %i',
    (last) => {
      const shown = figure(last);
      const ends = labelsOf(shown).filter(({ text }) => text !== 'best reachable');
      for (const { xanchor } of ends) expect(xanchor).toBe('left');
      expect(shown.layout.margin.r).toBeGreaterThan(0.5 * 12 + 5 * 0.5 * 12);
    },
  );

  it('puts the label of a curve below the best reachable loss beside its own curve', () => {
    const low = fallingLoss(1000, 1);
    const train = { epoch: low.epoch, loss: low.loss.map((value) => value - 1) };
    const ends = labelsOf(figure(1000, { train }));
    const label = ends.find(({ text }) => text === 'train')!;
    expect(Math.abs(label.yshift!)).toBeLessThan(6);
  });

  it.each([480, 560, 640])(
    'never writes the name of the best reachable loss over that of a curve below it, at epoch %i',
    (last) => {
      const low = fallingLoss(last, 1);
      const train = { epoch: low.epoch, loss: low.loss.map((value) => value - 0.08) };
      const labels = labelsOf(figure(last, { train, bestReachable: 1.64 }));
      const best = labels.find(({ text }) => text === 'best reachable')!;
      const curve = labels.find(({ text }) => text === 'train')!;
      const middle = best.middle + (best.yanchor === 'top' ? -0.65 : 0.65) * 12;
      const near = Math.abs(middle - curve.middle) < 12;
      expect(near && best.xanchor === 'right').toBe(false);
    },
  );

  it.each([50, 100, 300, 500, 700])(
    'keeps the names of the curves off the line of the best reachable loss, at epoch %i',
    (last) => {
      for (const bestReachable of [1.5, 1.6, 1.63, 1.66, 1.7, 1.8, 2]) {
        const shown = figure(last, { bestReachable });
        const [bottom, top] = shown.layout.yaxis.range;
        const labels = labelsOf(shown).filter(({ text }) => text !== 'best reachable');
        for (const { middle, height } of labels) {
          const line = (height * (bestReachable - bottom)) / (top - bottom);
          expect(Math.abs(middle - line)).toBeGreaterThan(0.6 * 12);
        }
        expect(Math.abs(labels[0]!.middle - labels[1]!.middle)).toBeGreaterThan(12);
      }
    },
  );

  it('marks the epoch whose weights are looked at, also on a logarithmic axis', () => {
    for (const logEpochs of [false, true]) {
      const shown = figure(700, { lookedAt: 300, logEpochs });
      const [line] = shown.data.filter(({ name }) => name === 'looked at');
      expect(line).toMatchObject({ x: [300, 300], y: shown.layout.yaxis.range });
    }
    expect(figure(700).data.some(({ name }) => name === 'looked at')).toBe(false);
  });

  it('tells both losses with their unit', () => {
    expect(figure(100).data.map(({ hovertemplate }) => hovertemplate)).toEqual([
      'train %{y:.3f} nats per point<extra></extra>',
      'test %{y:.3f} nats per point<extra></extra>',
    ]);
  });

  it('rings the best epoch', () => {
    const marks = figure(100, { bestEpoch: 60 }).data.filter(({ mode }) => mode === 'markers');
    expect(marks.map(({ x }) => x)).toEqual([[60]]);
  });

  it('draws any number of curves, each with its name', () => {
    const curves = [1, 2, 3].map((seed) => ({
      name: `run ${seed}`,
      color: 'train' as const,
      losses: fallingLoss(400, seed),
    }));
    const shown = figure(400, { curves });
    expect(shown.data.map(({ name }) => name)).toEqual(['run 1', 'run 2', 'run 3']);
    const ends = labelsOf(shown).filter(({ text }) => text !== 'best reachable');
    const middles = ends.map(({ middle }) => middle).toSorted((a, b) => a - b);
    expect(ends).toHaveLength(3);
    expect(middles[1]! - middles[0]!).toBeGreaterThan(12);
    expect(middles[2]! - middles[1]!).toBeGreaterThan(12);
    expect(figure(400, { curves: [] }).layout.yaxis.range[0]).toBeLessThan(1.63);
  });

  describe('of a run that diverged', () => {
    const failures = [
      { epoch: 400.5, text: 'a' },
      { epoch: 60, text: 'b' },
      { epoch: 405, text: 'c' },
    ];
    const crosses = ({ layout }: ReturnType<typeof figure>) =>
      (layout.annotations as (Label & { x: number; hovertext?: string })[]).filter(
        ({ text }) => text === '<b>×</b>',
      );

    it('has a cross with words at each place, and one for those that would overlap', () => {
      const shown = figure(700, { failures });
      expect(crosses(shown).map(({ x, hovertext }) => [x, hovertext])).toEqual([
        [60, 'b'],
        [400.5, 'a<br>c'],
      ]);
      const lines = (shown.layout.shapes as { x0: number; x1: number }[]).slice(1);
      expect(lines.map(({ x0, x1 }) => [x0, x1])).toEqual([
        [60, 60],
        [400.5, 400.5],
      ]);
      expect(rounded([crosses(shown), lines])).toMatchSnapshot();
    });

    it('puts the crosses on a logarithmic axis too, those of the first epoch at its beginning', () => {
      const first = { epoch: 0.2, text: 'd' };
      const shown = figure(700, { failures: [failures[0]!, first], logEpochs: true });
      expect(crosses(shown).map(({ x }) => x)).toEqual([0, Math.log10(400.5)]);
    });

    it('keeps the hover of the curves as it is', () => {
      const hover = (shown: ReturnType<typeof figure>) => JSON.stringify(shown.data);
      expect(hover(figure(700, { failures }))).toBe(hover(figure(700)));
    });
  });

  it('stands before the first loss has come', () => {
    const none = { epoch: new Float64Array(0), loss: new Float64Array(0) };
    const empty = figure(0, { train: none, test: none, bestReachable: null });
    expect(empty.layout.yaxis.range).toEqual([0, 1]);
    expect(empty.layout.annotations).toEqual([]);
  });

  it('draws at most 800 points a curve', () => {
    for (const { x } of figure(19_000, { epochs: 20_000 }).data) {
      expect(x!.length).toBeLessThanOrEqual(800);
    }
  });
});

describe('the range of the loss', () => {
  it('shows the first loss unless it lies far above the rest', () => {
    const series = (first: number) => ({ x: [0, 1, 2, 3, 4, 5], y: [first, 3, 2.5, 2.2, 2.1, 2] });
    expect(lossRange([series(3.5)], null, 0.1)[1]).toBeGreaterThanOrEqual(3.5);
    const long = {
      x: Array.from({ length: 500 }, (_, i) => i),
      y: Array.from({ length: 500 }, (_, i) => (i === 0 ? 900 : 2 + Math.exp(-i / 50))),
    };
    expect(lossRange([long], null, 0.1)[1]).toBeLessThan(4);
  });

  it('always shows the best value, also a negative one', () => {
    const [bottom, top] = lossRange([{ x: [0, 1, 2], y: [1, -0.5, -0.7] }], -1.2, 0.1);
    expect(bottom).toBeLessThan(-1.2);
    expect(top).toBeGreaterThan(0.9);
  });

  it('holds what could be reached before there is a loss', () => {
    const [bottom, top] = lossRange([{ x: [], y: [] }], 39.6);
    expect(bottom).toBeLessThan(39.6);
    expect(top).toBeGreaterThan(70);
    expect(lossRange([], null)).toEqual([0, 1]);
  });

  it('passes over losses that are not finite', () => {
    const range = lossRange([{ x: [0, 1, 2, 3], y: [3, Number.NaN, Infinity, 2] }], null, 0.1);
    expect(range.every(Number.isFinite)).toBe(true);
    expect(range[1]).toBeLessThan(5);
  });
});
