import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { takeOwn } from '../../src/core/datasets/own.ts';
import { packed } from '../../src/core/datasets/pack.ts';
import { parseLink, writeLink } from '../../src/core/link.ts';
import { DEFAULT_EXPERIMENT } from '../../src/core/presets.ts';
import { parseScene } from '../../src/core/scene.ts';
import type { CollectionStorage } from '../../src/store/collectionStorage.ts';
import { Lab } from '../../src/store/lab.ts';
import { connectLink } from '../../src/store/link.ts';
import { type KeptSet, OwnSets } from '../../src/store/ownSets.ts';

function addressBar(hash: string, search = '', reloaded = false) {
  let listener = () => {};
  let leave = () => {};
  const bar = {
    before: search,
    text: hash,
    search: () => bar.before,
    hash: () => bar.text,
    replace: (before: string, next: string) => {
      bar.before = before;
      bar.text = next;
    },
    onChange: (changed: () => void) => {
      listener = changed;
    },
    onLeave: (left: () => void) => {
      leave = left;
    },
    reloaded,
    /** As a reload does; a browser may tell of it twice. */
    leave() {
      leave();
      leave();
    },
    /** As if the user had typed it. */
    type(next: string) {
      bar.text = next;
      listener();
    },
  };
  return bar;
}

const noStorage = () => Promise.reject(new DOMException('no', 'SecurityError'));
const withSeed = (seed: number) => ({ ...DEFAULT_EXPERIMENT, seed });
let lab: Lab;
let editor: Lab['editor'];
const state = () => editor.store.getState();

beforeEach(() => {
  vi.useFakeTimers();
  lab = new Lab(DEFAULT_EXPERIMENT);
  editor = lab.editor;
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('the address', () => {
  it('is taken on a cold load, and is no edit to undo', () => {
    connectLink(lab, addressBar(`#/?${writeLink(withSeed(5))}`), new OwnSets(noStorage));
    expect(state().experiment.seed).toBe(5);
    expect(state().past).toEqual([]);
  });

  it('shows the experiment at once where it held none', () => {
    const bar = addressBar('');
    connectLink(lab, bar, new OwnSets(noStorage));
    expect(parseLink(bar.text)).toEqual({ ok: true, value: DEFAULT_EXPERIMENT });
  });

  it('follows the edits', () => {
    const bar = addressBar('#/');
    connectLink(lab, bar, new OwnSets(noStorage));
    editor.edit('seed', () => withSeed(6));
    vi.advanceTimersByTime(1000);
    expect(parseLink(bar.text)).toEqual({ ok: true, value: withSeed(6) });
  });

  it('is an edit that can be undone when it changes in a running page', () => {
    const bar = addressBar('#/');
    connectLink(lab, bar, new OwnSets(noStorage));
    bar.type(`#/?${writeLink(withSeed(8))}`);
    expect(state().experiment.seed).toBe(8);
    expect(state().past).toHaveLength(1);
  });

  it('that cannot be read leaves the experiment alone, says why, and shows what runs', () => {
    const bar = addressBar(`#/?${writeLink(withSeed(5))}`);
    connectLink(lab, bar, new OwnSets(noStorage));
    bar.type('#/?v=1&seed=x');
    expect(state().experiment.seed).toBe(5);
    expect(state().refused.length).toBeGreaterThan(0);
    expect(parseLink(bar.text)).toEqual({ ok: true, value: withSeed(5) });
  });

  it('holds what is seen: the view, and the epoch at which the run rests', () => {
    const bar = addressBar('#/');
    connectLink(lab, bar, new OwnSets(noStorage));
    lab.show({ answer: 'density', lit: [4] });
    lab.run.setState({ epoch: 30, step: 60, state: 'running' });
    vi.advanceTimersByTime(1000);
    expect(bar.text).toMatch(/&show=density&lit=5$/);
    lab.run.setState({ state: 'paused' });
    vi.advanceTimersByTime(1000);
    expect(bar.text).toMatch(/&show=density&lit=5&epoch=30$/);
    lab.run.setState({ state: 'finished' });
    vi.advanceTimersByTime(1000);
    expect(bar.text).toMatch(/&show=density&lit=5$/);
  });

  it('sets the whole view, and what it leaves out is as at first', () => {
    const bar = addressBar(`#/?${writeLink(withSeed(5))}&show=bands&bands=central&present=1`);
    connectLink(lab, bar, new OwnSets(noStorage));
    expect(lab.view.getState()).toMatchObject({
      answer: 'bands',
      bands: 'central',
      presenting: true,
    });
    bar.type(`#/?${writeLink(withSeed(5))}&truth=1`);
    expect(lab.view.getState()).toMatchObject({ answer: 'means', truth: true, presenting: false });
    expect(state().past).toEqual([]);
  });

  it('holds whether Live is on, which is no edit to undo', () => {
    const bar = addressBar('#/');
    connectLink(lab, bar, new OwnSets(noStorage));
    lab.show({ live: true });
    vi.advanceTimersByTime(1000);
    expect(bar.text).toMatch(/&live=1$/);
    expect(state().past).toEqual([]);
    bar.type(`#/?${writeLink(DEFAULT_EXPERIMENT)}`);
    expect(lab.view.getState().live).toBe(false);
  });

  it('brings back, after a reload, an edit of the last moment', () => {
    const items = new Map<string, string>();
    vi.stubGlobal('sessionStorage', {
      getItem: (key: string) => items.get(key) ?? null,
      removeItem: (key: string) => void items.delete(key),
      setItem: (key: string, text: string) => void items.set(key, text),
    });
    const bar = addressBar('#/');
    connectLink(lab, bar, new OwnSets(noStorage));
    const asked = bar.text;
    editor.edit('seed', () => withSeed(6));
    lab.show({ answer: 'density' });
    expect(bar.text).toBe(asked);
    bar.leave();
    const seedOf = (hash: string, reloaded: boolean) => {
      const next = new Lab(DEFAULT_EXPERIMENT);
      connectLink(next, addressBar(hash, '', reloaded), new OwnSets(noStorage));
      return next.editor.experiment.seed;
    };
    const kept = new Map(items);
    expect(seedOf(asked, true)).toBe(6);
    // Once, and only in place of the address that it belongs to.
    expect(seedOf(asked, true)).toBe(DEFAULT_EXPERIMENT.seed);
    for (const [hash, reloaded, seed] of [
      [asked, false, DEFAULT_EXPERIMENT.seed],
      [`#/?${writeLink(withSeed(9))}`, true, 9],
    ] as const) {
      for (const [key, text] of kept) items.set(key, text);
      expect(seedOf(hash, reloaded)).toBe(seed);
    }

    // A page that goes on has its address.
    for (const [key, text] of kept) items.set(key, text);
    editor.edit('seed', () => withSeed(5));
    vi.advanceTimersByTime(1000);
    expect(items.size).toBe(0);
  });

  it('chooses a point of the data that it brings', () => {
    const bar = addressBar('#/');
    connectLink(lab, bar, new OwnSets(noStorage));
    bar.type(`#/?${writeLink(withSeed(5))}&point=train:7`);
    expect(lab.view.getState().point).toEqual({ set: 'train', index: 7 });
    editor.edit('seed', () => withSeed(6));
    expect(lab.view.getState().point).toBeNull();
  });

  it('takes settings that stand before the #, and shows them behind it', () => {
    const bar = addressBar('#/', `?${writeLink(withSeed(5))}`);
    connectLink(lab, bar, new OwnSets(noStorage));
    expect(state().experiment.seed).toBe(5);
    expect(bar.before).toBe('');
    expect(parseLink(bar.text)).toEqual({ ok: true, value: withSeed(5) });
  });

  it('leaves alone what others have put before the #', () => {
    const bar = addressBar(`#/?${writeLink(withSeed(5))}`, '?utm_source=mail');
    connectLink(lab, bar, new OwnSets(noStorage));
    expect(state()).toMatchObject({ refused: [], experiment: { seed: 5 } });
    expect(bar.before).toBe('?utm_source=mail');
  });

  it.each(['#/%3F', '#', 'encoded'])('is read in the shape that it arrives in: %s', (before) => {
    const text =
      before === 'encoded'
        ? `#/?${encodeURIComponent(writeLink(withSeed(5)))}`
        : `${before}${writeLink(withSeed(5))}`;
    const bar = addressBar(text);
    connectLink(lab, bar, new OwnSets(noStorage));
    expect(state().experiment.seed).toBe(5);
    expect(parseScene(bar.text)).toEqual({ ok: true, value: lab.scene });
  });

  it('that says nothing readable is refused as a whole', () => {
    const bar = addressBar('#/?hello');
    connectLink(lab, bar, new OwnSets(noStorage));
    expect(state().refused).toEqual([{ field: 'link', reason: 'malformed' }]);
    bar.type(`#/?${writeLink(withSeed(5))}`);
    expect(state().refused).toEqual([]);
  });

  it('of another route is left alone', () => {
    const bar = addressBar('#/learn/3');
    connectLink(lab, bar, new OwnSets(noStorage));
    editor.edit('seed', () => withSeed(6));
    vi.advanceTimersByTime(1000);
    expect(bar.text).toBe('#/learn/3');
  });

  it('takes a link whose data are the user’s own as soon as they are there, and asks for them by name', async () => {
    const text = packed({ x: Float64Array.of(1, 2, 3), y: Float64Array.of(4, 5, 9) });
    const empty: CollectionStorage<KeptSet> = {
      all: async () => ({ items: [], damaged: [] }),
      put: async () => {},
      change: async () => {},
      remove: async () => {},
    };
    // Its name, without its points: those are taken in last.
    const name = 'own.ff18034a661c7351';
    const link = `#/?${writeLink(withSeed(5)).replace('data=inverted', `data=${name}&title=Three`)}`;
    const sets = new OwnSets(async () => empty);
    connectLink(lab, addressBar(link), sets);
    expect(state()).toMatchObject({ experiment: DEFAULT_EXPERIMENT, refused: [] });
    await vi.advanceTimersByTimeAsync(1);
    expect(state().refused).toMatchObject([{ reason: 'absent', value: 'Three' }]);
    expect(takeOwn({ title: null, packed: text })).toBe(name);
    sets.keep(name, 'Three');
    expect(state()).toMatchObject({ experiment: { seed: 5, data: { name } }, refused: [] });
  });
});
