import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Experiment } from '../../src/core/experiment.ts';
import { parseLink } from '../../src/core/link.ts';
import type { Lab } from '../../src/store/lab.ts';
import { DIVERGING_FFNN } from '../e2e/links.ts';
import { closeLabs, openLab, SMALL, seen, stands, straight } from '../helpers/trainedLab.ts';

/** Epochs that a run does not come to the end of. */
const ENDLESS = 20_000;

afterEach(closeLabs);

const epochs = (lab: Lab, value: number) => lab.editor.set('training.epochs', value);

describe('undo', () => {
  it('goes back into the trained run after an edit that started again, and redo into the other', async () => {
    const lab = openLab();
    void lab.controller.trainTo(30);
    const before = await stands(lab, 'paused', 30);
    lab.editor.set('seed', 99);
    await stands(lab, 'paused', 0);
    void lab.controller.trainTo(12);
    const other = await stands(lab, 'paused', 12);
    lab.editor.undo();
    expect(await stands(lab, 'paused', 30)).toEqual(before);
    lab.editor.redo();
    expect(await stands(lab, 'paused', 12)).toEqual(other);
    lab.editor.undo();
    await stands(lab, 'paused', 30);
    void lab.controller.play();
    expect(await stands(lab, 'finished', 60)).toEqual(await straight(SMALL, 60));
  });

  it('goes back through several edits, however quickly', async () => {
    const lab = openLab();
    void lab.controller.trainTo(30);
    const before = await stands(lab, 'paused', 30);
    lab.editor.set('seed', 98);
    lab.editor.set('data.noise', 0.3);
    lab.editor.undo();
    lab.editor.undo();
    expect(await stands(lab, 'paused', 30)).toEqual(before);
    for (const redone of [1, 2]) {
      lab.editor.redo();
      expect(lab.editor.store.getState().future).toHaveLength(2 - redone);
    }
    await stands(lab, 'paused', 0);
    lab.editor.undo();
    lab.editor.undo();
    expect(await stands(lab, 'paused', 30)).toEqual(before);
  });

  it('goes back into a run that was training, without a gap in its losses', async () => {
    const long = { ...SMALL, training: { ...SMALL.training, epochs: ENDLESS } };
    const lab = openLab(long);
    void lab.controller.play();
    await vi.waitFor(() => expect(lab.run.getState().epoch).toBeGreaterThan(20));
    lab.editor.set('seed', 99);
    await vi.waitFor(() => expect(lab.run.getState()).toMatchObject({ ready: true }));
    lab.editor.undo();
    await vi.waitFor(() => expect(lab.run.getState().epoch).toBeGreaterThan(20));
    await lab.controller.pause();
    const { epoch, step } = lab.run.getState();
    await vi.waitFor(() => expect(lab.feed.frame).toMatchObject({ state: 'paused', step }));
    const now = seen(lab);
    expect(now.epochs).toEqual(Array.from({ length: epoch }, (_, i) => i + 1));
  });

  it('of “Train longer” shortens the end while that is still ahead', async () => {
    const lab = openLab();
    void lab.controller.play();
    await stands(lab, 'finished', 60);
    lab.editor.set('training.epochs', 70);
    await stands(lab, 'finished', 70);
    void lab.controller.trainLonger();
    lab.editor.undo();
    await vi.waitFor(() => expect(lab.run.getState()).toMatchObject({ epoch: 70, epochs: 70 }));
  });

  it('of “Train longer” goes back to the weights of the end that it had', async () => {
    const lab = openLab();
    void lab.controller.play();
    const before = await stands(lab, 'finished', 60);
    lab.controller.trainLonger();
    await stands(lab, 'finished', 120);
    lab.editor.undo();
    expect(await stands(lab, 'finished', 60)).toEqual(before);
    lab.editor.redo();
    expect(await stands(lab, 'finished', 120)).toEqual(
      await straight({ ...SMALL, training: { ...SMALL.training, epochs: 120 } }, 120),
    );
  });

  it('keeps a run that has diverged, with what is told of it', async () => {
    const parsed = parseLink(DIVERGING_FFNN.replace('recover=1', 'recover=0'));
    const wild = openLab((parsed as { value: Experiment }).value);
    void wild.controller.play();
    await vi.waitFor(() => expect(wild.run.getState().state).toBe('diverged'));
    const { events, step } = wild.run.getState();
    wild.editor.set('training.learningRate', 0.01);
    expect(wild.run.getState().events).toEqual([]);
    wild.editor.undo();
    await vi.waitFor(() => expect(wild.run.getState()).toMatchObject({ state: 'diverged', step }));
    expect(wild.run.getState().events).toEqual(events);
  });
});

describe('a run whose rates are forgotten', () => {
  it('begins again with its first rate, and undo brings back the one that was', async () => {
    const rateChanges = [{ step: 20, rate: 0.05 }];
    const lab = openLab({ ...SMALL, training: { ...SMALL.training, rateChanges } });
    void lab.controller.trainTo(30);
    const before = await stands(lab, 'paused', 30);
    void lab.controller.forgetRates();
    await stands(lab, 'paused', 0);
    expect(lab.editor.experiment).toEqual(SMALL);
    lab.editor.undo();
    expect(await stands(lab, 'paused', 30)).toEqual(before);
  });
});

describe('fewer epochs than are done', () => {
  it('go back to that epoch, at which the run ends; more again, to where it stood', async () => {
    const lab = openLab();
    void lab.controller.trainTo(40);
    const before = await stands(lab, 'paused', 40);
    epochs(lab, 25);
    const shorter = { ...SMALL, training: { ...SMALL.training, epochs: 25 } };
    expect(await stands(lab, 'finished', 25)).toEqual(await straight(shorter, 25));
    // Within a drag or a number that is typed.
    epochs(lab, 250);
    expect(await stands(lab, 'paused', 40)).toEqual(before);
    lab.editor.undo();
    expect(await stands(lab, 'paused', 40)).toEqual(before);
    expect(lab.editor.experiment).toEqual(SMALL);
  });
});

describe('a new start', () => {
  it('says nothing of the rate of the run before', async () => {
    const lab = openLab();
    void lab.controller.trainTo(5);
    await stands(lab, 'paused', 5);
    expect(lab.run.getState().learningRate).toBeGreaterThan(0);
    lab.editor.set('seed', 99);
    expect(lab.run.getState().learningRate).toBe(0);
  });
});

describe('a scene', () => {
  it('is trained to its epoch, also from a run that is past it', async () => {
    const lab = openLab();
    lab.apply('text', { epoch: 20 });
    expect(lab.scene.epoch).toBe(20);
    const at20 = await stands(lab, 'paused', 20);
    lab.apply('text', { epoch: 30 });
    await stands(lab, 'paused', 30);
    expect(lab.scene.epoch).toBe(30);
    lab.apply('text', { epoch: 20 });
    expect(await stands(lab, 'paused', 20)).toEqual(at20);
  });

  it('is trained to its epoch though its experiment was not open yet', async () => {
    const lab = openLab();
    const experiment = { ...SMALL, seed: 5 };
    lab.apply('text', { experiment, epoch: 10, view: { pace: null } });
    await stands(lab, 'paused', 10);
    expect(lab.scene).toMatchObject({ experiment, epoch: 10 });
  });
});
