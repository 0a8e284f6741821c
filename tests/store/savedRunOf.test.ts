import { afterEach, describe, expect, it, vi } from 'vitest';
import { readRunFile, writeRunFile } from '../../src/export/runFile.ts';
import { savedRunOf } from '../../src/store/savedRunOf.ts';
import { keepsakeHere } from '../helpers/keepsakes.ts';
import { closeLabs, openLab, SMALL, seen, stands, straight } from '../helpers/trainedLab.ts';

afterEach(closeLabs);

const KEPT = { ...keepsakeHere(), id: 'one', name: 'Sine · FFNN', colour: 3, keptAt: 1e12 };

/** A run saved by one lab, and another that has opened its file. */
async function opened(before: (lab: ReturnType<typeof openLab>) => Promise<void>) {
  const lab = openLab();
  await before(lab);
  const saved = await savedRunOf(lab, [KEPT]);
  const read = readRunFile(writeRunFile(saved));
  expect(read).toEqual({ ok: true, value: saved });
  const other = openLab({ ...SMALL, seed: 99 });
  await stands(other, 'paused', 0);
  await other.open(saved);
  return { lab, saved, other };
}

describe('a run that is saved and opened in another lab', () => {
  it('stands exactly as it stood, and goes on to the same bits', async () => {
    const { lab, other } = await opened(async (lab) => {
      lab.show({ answer: 'samples', cursor: 1 });
      void lab.controller.trainTo(30);
      await stands(lab, 'paused', 30);
    });
    expect(await stands(other, 'paused', 30)).toEqual(seen(lab));
    expect(other.editor.experiment).toEqual(lab.editor.experiment);
    expect(other.view.getState()).toEqual(lab.view.getState());
    expect(other.feed.way.states).toEqual(lab.feed.way.states);
    expect(other.run.getState().seconds).toBe(lab.run.getState().seconds);
    void other.controller.play();
    expect(await stands(other, 'finished', 60)).toEqual(await straight(SMALL, 60));
  });

  it('is looked at where it was looked at', async () => {
    const { other } = await opened(async (lab) => {
      void lab.controller.trainTo(30);
      await stands(lab, 'paused', 30);
      await lab.controller.look(12);
      await vi.waitFor(() => expect(lab.feed.frame).toMatchObject({ shownEpoch: 12 }));
    });
    await vi.waitFor(() => expect(other.feed.frame).toMatchObject({ epoch: 30, shownEpoch: 12 }));
    expect(other.run.getState().sight).toBe(12);
  });

  it('that trains is saved where the worker stands, and waits there', async () => {
    const { saved, other } = await opened(async (lab) => {
      lab.editor.set('training.epochs', 20_000);
      await stands(lab, 'paused', 0);
      void lab.controller.pace(400);
      void lab.controller.play();
      await vi.waitFor(() => expect(lab.run.getState().epoch).toBeGreaterThan(5));
    });
    const { step } = saved.run!.place;
    await vi.waitFor(() => expect(other.feed.frame).toMatchObject({ state: 'paused', step }));
    expect(other.feed.losses().train.epoch.at(-1)).toBe(Math.floor(step / 2));
  });

  it('is one step of undo', async () => {
    const { other } = await opened(async (lab) => {
      void lab.controller.trainTo(7);
      await stands(lab, 'paused', 7);
    });
    await stands(other, 'paused', 7);
    other.editor.undo();
    expect(other.editor.experiment.seed).toBe(99);
  });

  it('that had not begun has not begun', async () => {
    const { saved, other } = await opened((lab) => stands(lab, 'paused', 0).then(() => {}));
    expect(saved.run).toBeNull();
    await stands(other, 'paused', 0);
    expect(other.editor.experiment).toEqual(SMALL);
  });
});
