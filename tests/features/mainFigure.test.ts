import { describe, expect, it } from 'vitest';
import { dataRanges } from '../../src/charts/ranges.ts';
import { articleExperiment } from '../../src/core/article.ts';
import { generate } from '../../src/core/data/data.ts';
import { inverted } from '../../src/core/datasets/inverted.ts';
import { evenly } from '../../src/core/range.ts';
import { ANSWER_KINDS, INITIAL_VIEW, type View } from '../../src/core/view.ts';
import {
  answerKinds,
  drawnAnswer,
  isOwnGrid,
  mostMeans,
  requestOf,
  shownAnswer,
} from '../../src/features/drawnAnswer.ts';
import { keyedCursor } from '../../src/features/main-figure/keyedCursor.ts';
import { Background, truthKind } from '../../src/features/main-figure/truth.ts';

const mdn = articleExperiment('inverted', 'mdn');
const ffnn = articleExperiment('inverted', 'ffnn');
const ranges = dataRanges(generate(mdn.data, 7));
const emptyGrid = {
  components: 30,
  weights: new Float32Array(60),
  means: new Float32Array(60),
  deviations: new Float32Array(60),
};
const view = (change: Partial<View>) => ({ ...INITIAL_VIEW, ...change });

describe('the views of the main figure', () => {
  it('are all of them for a mixture, and all but samples for a feed-forward network', () => {
    expect(answerKinds(mdn.model)).toEqual(ANSWER_KINDS);
    expect(answerKinds(ffnn.model)).toEqual(ANSWER_KINDS.filter((kind) => kind !== 'samples'));
    expect(shownAnswer(ffnn.model, view({ answer: 'samples' }))).toBe('means');
  });

  it('ask the worker for no more than they show', () => {
    const request = (change: Partial<View>) => requestOf(mdn.model, view(change), ranges);
    expect(request({ answer: 'means' })).toMatchObject({ samplesPerPoint: 0, density: null });
    expect(request({ answer: 'samples', samplesPerPoint: 10 }).samplesPerPoint).toBe(10);
    expect(request({ answer: 'density' }).density).toMatchObject({ range: ranges.y });
  });

  it('are drawn in the same way in the playground and in the article', () => {
    expect(drawnAnswer(mdn.model, view({ means: '4' }))).toBe('means');
    expect(mostMeans(view({ means: '4' }))).toBe(4);
    expect(mostMeans(view({ means: 'all' }))).toBe(Number.POSITIVE_INFINITY);
    expect(drawnAnswer(mdn.model, view({ means: 'modes' }))).toBe('modes');
    expect(drawnAnswer(ffnn.model, view({ means: 'modes' }))).toBe('prediction');
    expect(drawnAnswer(mdn.model, view({ answer: 'bands', means: 'modes' }))).toBe('bands');
  });

  it('show nothing of another experiment’s run', () => {
    const grid = { ...emptyGrid, x: Float64Array.of(ranges.x[0], ranges.x[1]) };
    expect(isOwnGrid(grid, mdn.model, ranges)).toBe(true);
    expect(isOwnGrid(grid, ffnn.model, ranges)).toBe(false);
    expect(isOwnGrid(grid, mdn.model, { ...ranges, x: [-99, 99] })).toBe(false);
  });

  it('know their answer over any part that is zoomed into, whatever rounding makes of its end', () => {
    const known = Array.from({ length: 200 }, (_, i) => {
      const zoomed = { ...ranges, x: [-8.7 + 0.013 * i, 5.1 + 0.017 * i] as const };
      const grid = { ...emptyGrid, x: evenly(zoomed.x, 321) };
      return [grid.x.at(-1) === zoomed.x[1], isOwnGrid(grid, mdn.model, zoomed)];
    });
    expect(known.some(([exact]) => !exact)).toBe(true);
    expect(known.every(([, own]) => own)).toBe(true);
  });

  it('have the truth that goes with them', () => {
    expect(truthKind(inverted, mdn.model, view({ answer: 'means' }))).toBe('curve');
    expect(truthKind(inverted, ffnn.model, view({ answer: 'means' }))).toBe('mean');
    expect(truthKind(inverted, mdn.model, view({ answer: 'density' }))).toBe('regions');
    expect(truthKind(inverted, mdn.model, view({ answer: 'bands', bands: 'central' }))).toBe(
      'mean',
    );
    expect(truthKind(inverted, mdn.model, view({ answer: 'bands', bands: 'highest' }))).toBe(
      'regions',
    );
  });

  it('have none where nobody knows it', () => {
    const [curveless, truthless] = [
      { ...inverted, curves: null },
      { ...inverted, truth: null },
    ];
    expect(truthKind(curveless, mdn.model, view({ answer: 'means' }))).toBeNull();
    expect(truthKind(curveless, mdn.model, view({ answer: 'density' }))).toBe('regions');
    expect(truthKind(truthless, mdn.model, view({ answer: 'means' }))).toBe('curve');
    expect(truthKind(truthless, mdn.model, view({ answer: 'density' }))).toBeNull();
    expect(truthKind(truthless, ffnn.model, view({ answer: 'means' }))).toBeNull();
  });
});

describe('work in the background', () => {
  it('begins when somebody wants it, runs once, and tells all', async () => {
    let begun = 0;
    const background = new Background(function* () {
      begun++;
      yield;
      return 42;
    });
    expect(begun).toBe(0);
    const told = Promise.all([
      new Promise<void>((resolve) => background.subscribe(resolve)),
      new Promise<void>((resolve) => background.subscribe(resolve)),
    ]);
    expect(background.value).toBeNull();
    await told;
    expect([background.value, begun]).toEqual([42, 1]);
  });
});

describe('the cursor under keys', () => {
  const range = [-10, 10] as const;
  const press = (key: string, value = 0, shiftKey = false) =>
    keyedCursor({ key, shiftKey }, value, range);

  it('moves by a two-hundredth of the range, ten times as far with Shift', () => {
    expect(press('ArrowRight')).toBe(0.1);
    expect(press('ArrowLeft')).toBe(-0.1);
    expect(press('ArrowUp', 0, true)).toBe(1);
    expect(press('PageDown')).toBe(-1);
  });

  it('stays within the range', () => {
    expect(press('ArrowRight', 9.95)).toBe(10);
    expect([press('Home'), press('End')]).toEqual([-10, 10]);
  });

  it('leaves other keys alone', () => {
    expect(press('a')).toBeUndefined();
  });
});
