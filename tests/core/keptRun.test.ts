import { describe, expect, it } from 'vitest';
import { articleExperiment } from '../../src/core/article.ts';
import {
  comparable,
  fittedOf,
  type KeptRun,
  parseKeptRun,
  placeAfter,
  storedRun,
} from '../../src/core/keptRun.ts';
import { lossOn } from '../../src/core/scores.ts';
import { keepsakeHere } from '../helpers/keepsakes.ts';

const mdn = articleExperiment('inverted', 'mdn');
const RUN: KeptRun = {
  ...keepsakeHere(mdn),
  id: 'one',
  name: 'Inverted · MDN',
  colour: 2,
  keptAt: 1e12,
};

describe('a kept run', () => {
  it('is read as it was written, and copied as a browser’s storage copies it', () => {
    expect(parseKeptRun(structuredClone(storedRun(RUN)))).toEqual(RUN);
  });

  it('has the loss of its own weights on the test points', () => {
    expect(RUN.testLoss).toBe(lossOn(fittedOf(RUN), fittedOf(RUN).task.data.test));
  });

  it.each([
    ['another version', { version: 2 }],
    ['no name', { name: ' ' }],
    ['a name without end', { name: 'x'.repeat(61) }],
    ['a colour that there is not', { colour: 8 }],
    ['weights of another network', { parameters: new Float32Array(3) }],
    ['weights that are no numbers', { parameters: [1, 2] }],
    ['a place that is none', { place: { ...RUN.place, step: 0 } }],
    ['an experiment out of bounds', { place: { ...RUN.place, experiment: { ...mdn, seed: -1 } } }],
    [
      'losses of two lengths',
      {
        place: {
          ...RUN.place,
          losses: {
            ...RUN.place.losses,
            test: { epoch: new Float64Array(2), loss: new Float64Array() },
          },
        },
      },
    ],
    ['scores with a hole', { scores: { step: 1 } }],
  ])('with %s is none', (_, damage) => {
    expect(parseKeptRun({ ...(storedRun(RUN) as object), ...damage })).toBeNull();
  });

  it('is none if it is something else', () => {
    for (const value of [null, undefined, 3, 'run', [], {}]) expect(parseKeptRun(value)).toBeNull();
  });

  it('keeps at most a thousand losses of a curve, the last among them', () => {
    const { losses } = keepsakeHere(mdn, 4321).place;
    for (const { epoch, loss } of [losses.train, losses.test]) {
      expect(epoch.length).toBeLessThanOrEqual(1000);
      expect(epoch.length).toBeGreaterThan(800);
      expect([epoch.at(-1), loss.at(-1)]).toEqual([4321, 1 / 4321]);
    }
  });
});

describe('a place that is looked back at', () => {
  it('ends where the weights were that are shown, and is trained again up to there', () => {
    const { place } = RUN;
    const event = { step: 15 } as (typeof place.events)[number];
    const back = placeAfter({ ...place, events: [{ ...event, step: 3 }, event] }, 4);
    expect(back).toMatchObject({ step: 8, snapshot: null, events: [{ step: 3 }] });
    expect(back.seconds).toBeCloseTo(0.4 * place.seconds, 12);
    expect([...back.losses.test.epoch]).toEqual([1, 2, 3, 4]);
    expect([...back.losses.train.loss]).toEqual([1, 1 / 2, 1 / 3, 1 / 4]);
  });
});

it('two runs are drawn in one figure where unit and data are the same', () => {
  expect(comparable(mdn, { ...mdn, seed: 3 })).toBe(true);
  expect(comparable(mdn, articleExperiment('inverted', 'ffnn'))).toBe(false);
  expect(comparable(mdn, articleExperiment('sine', 'mdn'))).toBe(false);
});
