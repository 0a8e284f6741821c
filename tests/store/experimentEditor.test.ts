import { beforeEach, describe, expect, it } from 'vitest';
import { articleExperiment } from '../../src/core/article.ts';
import { DEFAULT_EXPERIMENT } from '../../src/core/presets.ts';
import { ExperimentEditor } from '../../src/store/experimentEditor.ts';
import { followPresses } from '../../src/store/press.ts';

let editor: ExperimentEditor;
const undo = () => editor.undo();
const redo = () => editor.redo();
const seed = () => editor.experiment.seed;
const setSeed = (value: number, at: number, setting = 'seed') =>
  editor.edit(setting, (experiment) => ({ ...experiment, seed: value }), at);

beforeEach(() => {
  editor = new ExperimentEditor(DEFAULT_EXPERIMENT);
});

describe('an edit', () => {
  it('that would leave too few points to train on is refused, and says so', () => {
    editor.set('data.trainedOn', [-3, 3]);
    editor.set('data.trainedOn', [2, 2.0001]);
    expect(editor.experiment.data.trainedOn).toEqual([-3, 3]);
    expect(editor.store.getState().refused).toMatchObject([
      { field: 'data.trainedOn', reason: 'tooFew' },
    ]);
    editor.set('data.points', 50);
    expect(editor.store.getState().refused).toEqual([]);
    undo();
    undo();
    expect(editor.experiment).toBe(DEFAULT_EXPERIMENT);
  });
});

describe('undo', () => {
  it('takes back one edit after the other, and redo brings them again', () => {
    setSeed(1, 0, 'a');
    setSeed(2, 0, 'b');
    undo();
    expect(seed()).toBe(1);
    undo();
    expect(seed()).toBe(DEFAULT_EXPERIMENT.seed);
    undo();
    redo();
    redo();
    expect(seed()).toBe(2);
  });

  it('takes a drag of one slider back as one', () => {
    for (let i = 0; i < 20; i++) setSeed(100 + i, 50 * i);
    undo();
    expect(seed()).toBe(DEFAULT_EXPERIMENT.seed);
  });

  it('takes one setting back together with all that its change brought with it', () => {
    editor.set('model.kind', 'ffnn');
    expect(editor.experiment).toEqual(articleExperiment('inverted', 'ffnn'));
    editor.set('training.clipNorm', 5);
    undo();
    expect(editor.experiment.training.clipNorm).toBe(0);
    undo();
    expect(editor.experiment).toBe(DEFAULT_EXPERIMENT);
  });

  it('takes a drag back as one, however long the hand rests within it', () => {
    const page = new EventTarget();
    followPresses(page);
    page.dispatchEvent(new Event('pointerdown'));
    setSeed(1, 0);
    setSeed(2, 5000);
    page.dispatchEvent(new Event('pointerup'));
    page.dispatchEvent(new Event('pointerdown'));
    setSeed(3, 10_000);
    page.dispatchEvent(new Event('pointerup'));
    undo();
    expect(seed()).toBe(2);
    undo();
    expect(seed()).toBe(DEFAULT_EXPERIMENT.seed);
  });

  it('takes two drags back one after the other, however soon they follow', () => {
    const page = new EventTarget();
    followPresses(page);
    const editor = new ExperimentEditor(DEFAULT_EXPERIMENT);
    for (const components of [5, 9]) {
      page.dispatchEvent(new Event('pointerdown'));
      editor.set('model.components', components);
      editor.set('model.components', components + 1);
      page.dispatchEvent(new Event('pointerup'));
    }
    editor.undo();
    expect(editor.experiment.model).toMatchObject({ components: 6 });
  });

  it('keeps two edits of one setting apart when there was a pause between them', () => {
    setSeed(1, 0);
    setSeed(2, 5000);
    undo();
    expect(seed()).toBe(1);
  });

  it('forgets what was undone once something else is edited', () => {
    setSeed(1, 0, 'a');
    undo();
    setSeed(3, 0, 'b');
    redo();
    expect(seed()).toBe(3);
  });

  it('does not count an edit that changes nothing', () => {
    setSeed(DEFAULT_EXPERIMENT.seed, 0);
    expect(editor.store.getState().past).toHaveLength(0);
  });

  it('goes back a hundred edits at most', () => {
    for (let i = 0; i < 150; i++) setSeed(i + 1000, 5000 * i);
    expect(editor.store.getState().past).toHaveLength(100);
  });
});
