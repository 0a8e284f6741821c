import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeLink } from '../../src/core/link.ts';
import { DEFAULT_EXPERIMENT } from '../../src/core/presets.ts';
import { parseScene, type Scene, SHOWN, writeScene } from '../../src/core/scene.ts';
import { ROWS } from '../../src/core/settings.ts';
import { INITIAL_VIEW, type View } from '../../src/core/view.ts';
import { anyScene } from '../helpers/arbitrary.ts';
import { LINKS_V1 } from '../helpers/links.ts';

const link = writeLink(DEFAULT_EXPERIMENT);
const seen = (view: Partial<View>, epoch: number | null = null): Scene => ({
  experiment: DEFAULT_EXPERIMENT,
  view: { ...INITIAL_VIEW, ...view },
  epoch,
});

describe('the link of a scene', () => {
  it('gives back the scene that it was written from', () => {
    fc.assert(
      fc.property(anyScene(), (scene) => {
        expect(parseScene(`#/?${writeScene(scene)}`)).toEqual({ ok: true, value: scene });
      }),
    );
  });

  it('is that of its experiment where everything is shown as at first', () => {
    expect(writeScene(seen({}))).toBe(link);
  });

  it('of version 1 is shown as at first, and not trained', () => {
    for (const [text] of LINKS_V1) {
      const parsed = parseScene(text);
      expect(parsed.ok && parsed.value).toMatchObject({ view: INITIAL_VIEW, epoch: null });
    }
  });

  it('says only what differs', () => {
    const view = { answer: 'density', truth: true, cursor: -3.4285714285714, lit: [2, 6] } as const;
    expect(writeScene(seen(view, 240))).toBe(
      `${link}&show=density&truth=1&x=-3.428571&lit=3,7&epoch=240`,
    );
    const point = { set: 'test', index: 17 } as const;
    expect(
      writeScene(seen({ point, pace: 30, live: true, presenting: true, logEpochs: true })),
    ).toBe(`${link}&point=test:17&log=1&speed=30&live=1&present=1`);
  });

  it.each([
    ['show=heatmap', 'view.answer', 'notAllowed'],
    ['samples=51', 'view.samplesPerPoint', 'tooLarge'],
    ['samples=2.5', 'view.samplesPerPoint', 'notWhole'],
    ['truth=yes', 'view.truth', 'malformed'],
    ['x=1e99', 'view.cursor', 'tooLarge'],
    ['point=17', 'view.point.set', 'notAllowed'],
    ['point=test:-1', 'view.point.index', 'tooSmall'],
    ['point=test:99999', 'view.point.index', 'tooLarge'],
    ['lit=0', 'view.lit.0', 'tooSmall'],
    ['lit=3,101', 'view.lit.1', 'tooLarge'],
    ['speed=0', 'view.pace', 'tooSmall'],
    ['live=on', 'view.live', 'malformed'],
    ['present=1&present=0', 'view.presenting', 'malformed'],
    ['epoch=0', 'epoch', 'tooSmall'],
    ['epoch=x', 'epoch', 'malformed'],
  ])('is refused, and what is wrong named, with %s', (pair, field, reason) => {
    const parsed = parseScene(`${link}&${pair}`);
    expect(parsed.ok || parsed.problems).toContainEqual(expect.objectContaining({ field, reason }));
  });

  it('passes over a key that it does not know', () => {
    expect(parseScene(`${link}&colour=red`)).toEqual({ ok: true, value: seen({}) });
  });
});

describe('the table of what a scene has beside its experiment', () => {
  it('gives no key twice, nor one of the experiment’s, and all in small letters', () => {
    const keys = ['v', ...[...ROWS, ...SHOWN].map(([, { key }]) => key)];
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.filter((key) => key !== key.toLowerCase())).toEqual([]);
  });
});
