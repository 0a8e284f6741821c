import { describe, expect, it } from 'vitest';
import type { LossCurve } from '../../src/charts/lossCurves.ts';
import type { LossSeries } from '../../src/core/run.ts';
import { trendOf } from '../../src/core/trend.ts';
import { lossSummary } from '../../src/features/loss-figure/lossSummary.ts';
import { lossTable } from '../../src/features/loss-figure/lossTable.ts';
import { thinnedEpochs } from '../../src/features/loss-figure/thinnedEpochs.ts';
import type { WhyNoBound } from '../../src/features/whatIsKnown.ts';
import { textRows } from '../../src/ui/dataTable.ts';
import { fallingLoss } from '../charts/fixtures.ts';
import { t } from '../helpers/texts.ts';

const NONE: LossSeries = { epoch: new Float64Array(), loss: new Float64Array() };

/** A series over epochs 1 to n. */
function series(loss: readonly number[]): LossSeries {
  return { epoch: Float64Array.from(loss, (_, i) => i + 1), loss: Float64Array.from(loss) };
}

/** The curves of a run. */
function curves(train: LossSeries, test: LossSeries): LossCurve[] {
  return [
    { name: 'train', color: 'train', losses: train },
    { name: 'test', color: 'test', losses: test },
  ];
}

describe('epochs that are thinned', () => {
  const epochs = Array.from({ length: 1000 }, (_, i) => i + 1);

  it('keep the first, the last and the chosen ones, in order and once each', () => {
    const thinned = thinnedEpochs(epochs, [413], 40);
    expect(thinned.length).toBeLessThanOrEqual(40);
    expect(thinned[0]).toBe(1);
    expect(thinned.at(-1)).toBe(1000);
    expect(thinned).toContain(413);
    expect(thinned).toEqual([...new Set(thinned)].sort((a, b) => a - b));
    expect(thinnedEpochs(epochs, [1000], 40).filter((epoch) => epoch === 1000)).toHaveLength(1);
  });

  it('stay as they are where they are few', () => {
    expect(thinnedEpochs([1, 2, 3], [2], 40)).toEqual([1, 2, 3]);
  });
});

describe('the table of the loss', () => {
  const moment = {
    epoch: 3,
    unit: 'nats per point',
    best: 1.635 as number | null,
    whyNone: 'noiseless' as const,
  };

  it('has both losses of every epoch, a dash where one is missing', () => {
    const test = series([4, 3, 3.5]);
    const train = { epoch: Float64Array.of(2, 3), loss: Float64Array.of(3.2, 3.1) };
    const { tables, remarks } = lossTable(t, { ...moment, curves: curves(train, test) });
    expect(textRows(tables[0]!)).toEqual([
      ['1', '–', '4.000'],
      ['2', '3.200', '3.000'],
      ['3', '3.100', '3.500'],
    ]);
    expect(tables[0]?.columns).toMatchObject([
      { name: 'epoch' },
      { name: 'train', unit: 'nats per point' },
      { name: 'test', unit: 'nats per point' },
    ]);
    expect(remarks).toEqual([
      'Taken at epoch 3. It stays as it is while training goes on.',
      'Best reachable: 1.635 nats per point.',
      'Lowest test loss 3.000, at epoch 2.',
    ]);
  });

  it('has a column for every curve', () => {
    const more = [
      { name: 'seed 2', color: 'train', losses: series([5, 4]) } as const,
      ...curves(series([2, 1]), series([4, 3])),
    ];
    const { tables } = lossTable(t, { ...moment, curves: more });
    expect(tables[0]?.columns.map(({ name }) => name)).toEqual([
      'epoch',
      'seed 2',
      'train',
      'test',
    ]);
    expect(tables[0]?.rows[1]).toEqual([2, 4, 1, 3]);
  });

  it('has the newest epoch before it is tested', () => {
    const { tables } = lossTable(t, { ...moment, epoch: 1, curves: curves(series([8]), NONE) });
    expect(textRows(tables[0]!)).toEqual([['1', '8.000', '–']]);
    expect(lossSummary(t, { ...moment, epochs: 9, train: series([8]), test: NONE })).toMatch(
      /^Epoch \d of 9: train 8\.000, test not measured yet, nats per point\./,
    );
  });

  it('says so when it is thinned', () => {
    const losses = series(Array.from({ length: 500 }, (_, i) => 2 + 1 / (i + 1)));
    const { tables, remarks } = lossTable(t, { ...moment, curves: curves(losses, losses) });
    expect(tables[0]?.rows.length).toBeLessThanOrEqual(40);
    expect(remarks.at(-1)).toMatch(/^Thinned to \d+ of the 500 epochs/);
  });

  it('is empty before the first epoch, and says what to do', () => {
    const { tables, remarks } = lossTable(t, { ...moment, epoch: 0, curves: curves(NONE, NONE) });
    expect(tables).toEqual([]);
    expect(remarks[0]).toMatch(/^Nothing is trained yet/);
  });
});

describe('the trend of a loss', () => {
  it('is falling, rising or level, beyond the noise', () => {
    expect(trendOf(fallingLoss(60, 1))?.direction).toBe('falling');
    expect(trendOf(fallingLoss(2000, 1))?.direction).toBe('level');
    expect(trendOf(series(Array.from({ length: 60 }, (_, i) => i)))?.direction).toBe('rising');
  });

  it('is unknown of a few losses, and of what is no number', () => {
    expect(trendOf(series([3, 2, 1]))).toBeNull();
    expect(trendOf(series(Array.from({ length: 20 }, () => Number.NaN)))).toBeNull();
  });
});

describe('the loss in words', () => {
  const state = {
    epoch: 20,
    epochs: 1000,
    unit: 'nats per point',
    best: 1.635 as number | null,
    whyNone: 'noiseless' as WhyNoBound,
  };

  it('tells where training stands, the best, what could be reached, and the trend', () => {
    const test = series(Array.from({ length: 20 }, (_, i) => 4 - 0.1 * i));
    expect(lossSummary(t, { ...state, train: test, test }).replaceAll('\u202f', ' ')).toBe(
      'Epoch 20 of 1000: train 2.100, test 2.100, nats per point. Lowest test loss 2.100, at epoch 20. Best reachable 1.635. Over the last 10 epochs the test loss is falling.',
    );
  });

  it('says that there is no best without noise or without a truth, and nothing before it is known', () => {
    const test = series([2, 1.9]);
    const say = (best: number | null | undefined, whyNone: WhyNoBound = 'noiseless') =>
      lossSummary(t, { ...state, best, whyNone, train: test, test });
    expect(say(null)).toContain('Without noise there is no best reachable loss.');
    expect(say(null, 'unknown')).toContain('on these data is not known.');
    expect(say(undefined)).not.toMatch(/reachable/);
  });

  it('is a hint before the first epoch', () => {
    expect(lossSummary(t, { ...state, train: NONE, test: NONE })).toMatch(/^Press Play/);
  });
});
