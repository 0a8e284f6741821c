import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { parseLink, writeLink } from '../../src/core/link.ts';
import { DEFAULT_EXPERIMENT } from '../../src/core/presets.ts';
import { ExperimentEditor } from '../../src/store/experimentEditor.ts';
import { connectLink } from '../../src/store/link.ts';

function addressBar(hash: string) {
  let listener = () => {};
  const bar = {
    text: hash,
    hash: () => bar.text,
    replaceHash: (next: string) => {
      bar.text = next;
    },
    onChange: (changed: () => void) => {
      listener = changed;
    },
    /** As if the user had typed it. */
    type(next: string) {
      bar.text = next;
      listener();
    },
  };
  return bar;
}

const withSeed = (seed: number) => ({ ...DEFAULT_EXPERIMENT, seed });
let editor: ExperimentEditor;
const state = () => editor.store.getState();

beforeEach(() => {
  vi.useFakeTimers();
  editor = new ExperimentEditor(DEFAULT_EXPERIMENT);
});
afterEach(() => void vi.useRealTimers());

describe('the address', () => {
  it('is taken on a cold load, and is no edit to undo', () => {
    connectLink(editor, addressBar(`#/?${writeLink(withSeed(5))}`));
    expect(state().experiment.seed).toBe(5);
    expect(state().past).toEqual([]);
  });

  it('shows the experiment at once where it held none', () => {
    const bar = addressBar('');
    connectLink(editor, bar);
    expect(parseLink(bar.text)).toEqual({ ok: true, value: DEFAULT_EXPERIMENT });
  });

  it('follows the edits', () => {
    const bar = addressBar('#/');
    connectLink(editor, bar);
    editor.edit('seed', () => withSeed(6));
    vi.advanceTimersByTime(1000);
    expect(parseLink(bar.text)).toEqual({ ok: true, value: withSeed(6) });
  });

  it('is an edit that can be undone when it changes in a running page', () => {
    const bar = addressBar('#/');
    connectLink(editor, bar);
    bar.type(`#/?${writeLink(withSeed(8))}`);
    expect(state().experiment.seed).toBe(8);
    expect(state().past).toHaveLength(1);
  });

  it('that cannot be read leaves the experiment alone, says why, and shows what runs', () => {
    const bar = addressBar(`#/?${writeLink(withSeed(5))}`);
    connectLink(editor, bar);
    bar.type('#/?v=1&seed=x');
    expect(state().experiment.seed).toBe(5);
    expect(state().refused.length).toBeGreaterThan(0);
    expect(parseLink(bar.text)).toEqual({ ok: true, value: withSeed(5) });
  });

  it('of another route is left alone', () => {
    const bar = addressBar('#/learn/3');
    connectLink(editor, bar);
    editor.edit('seed', () => withSeed(6));
    vi.advanceTimersByTime(1000);
    expect(bar.text).toBe('#/learn/3');
  });
});
