import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Experiment } from '../../src/core/experiment.ts';
import type { Keepsake } from '../../src/core/keptRun.ts';
import { keepsakeOf } from '../../src/store/keepsakeOf.ts';
import { closeLabs, openLab, SMALL, seen, stands, straight } from '../helpers/trainedLab.ts';

afterEach(closeLabs);

const OTHER: Experiment = { ...SMALL, seed: 99 };

/** A lab that has gone on to another experiment, and the run that was kept before. */
async function keptAt(epoch: number, experiment: Experiment = SMALL, sight: number | null = null) {
  const lab = openLab(experiment);
  void lab.controller.trainTo(epoch);
  const ended = epoch === experiment.training.epochs;
  const before = await stands(lab, ended ? 'finished' : 'paused', epoch);
  if (sight !== null) {
    await lab.controller.look(sight);
    await vi.waitFor(() => expect(lab.feed.frame).toMatchObject({ shownEpoch: sight }));
  }
  const keepsake = (await keepsakeOf(lab)) as Keepsake;
  lab.editor.edit('seed', () => OTHER);
  await stands(lab, 'paused', 0);
  return { lab, before, keepsake };
}

describe('a run that is kept and opened again', () => {
  it('stands where it stood, to the bit, and goes on as if nothing had been', async () => {
    const { lab, before, keepsake } = await keptAt(30);
    expect(keepsake).toMatchObject({ epoch: 30, place: { step: 60, running: false } });
    expect([...keepsake.parameters]).toEqual(before.parameters);
    expect(keepsake.place.seconds).toBeGreaterThan(0);
    void lab.controller.goTo(keepsake.place);
    expect(await stands(lab, 'paused', 30)).toEqual(before);
    expect(lab.editor.experiment).toEqual(SMALL);
    expect(lab.run.getState().seconds).toBe(keepsake.place.seconds);
    void lab.controller.play();
    expect(await stands(lab, 'finished', 60)).toEqual(await straight(SMALL, 60));
  });

  it('is one step of undo, and what was left for it another', async () => {
    const { lab, keepsake } = await keptAt(30);
    void lab.controller.trainTo(7);
    const left = await stands(lab, 'paused', 7);
    await lab.controller.goTo(keepsake.place);
    await stands(lab, 'paused', 30);
    lab.editor.undo();
    expect(lab.editor.experiment).toEqual(OTHER);
    expect(await stands(lab, 'paused', 7)).toEqual(left);
  });

  it('is trained again to the epoch that was looked at', async () => {
    const { lab, keepsake } = await keptAt(30, SMALL, 12);
    const then = await straight(SMALL, 12);
    expect([...keepsake.parameters]).toEqual(then.parameters);
    expect(keepsake).toMatchObject({ epoch: 12, place: { step: 24, snapshot: null } });
    void lab.controller.goTo(keepsake.place);
    expect(await stands(lab, 'paused', 12)).toEqual(then);
  });

  it('at its end has the weights that it went back to', async () => {
    const best: Experiment = {
      ...SMALL,
      training: { ...SMALL.training, learningRate: 0.3, keepBest: true },
    };
    const { lab, before, keepsake } = await keptAt(60, best);
    expect([...keepsake.parameters]).toEqual(before.parameters);
    expect(keepsake.epoch).toBeLessThanOrEqual(60);
    void lab.controller.goTo(keepsake.place);
    expect(await stands(lab, 'finished', 60)).toEqual(before);
  });

  it('that trains is kept where the worker stands, with the weights of that step', async () => {
    const long = { ...SMALL, training: { ...SMALL.training, epochs: 20_000 } };
    const lab = openLab(long);
    // Slowly enough that none of its losses is thinned out.
    void lab.controller.pace(400);
    void lab.controller.play();
    await vi.waitFor(() => expect(lab.run.getState().epoch).toBeGreaterThan(20));
    const keepsake = (await keepsakeOf(lab)) as Keepsake;
    await lab.controller.pause();
    expect(keepsake.place.snapshot?.now.step).toBe(keepsake.place.step);
    expect(keepsake.parameters).toEqual(keepsake.place.snapshot?.now.state.parameters);
    await lab.controller.goTo(keepsake.place);
    await vi.waitFor(() =>
      expect(lab.feed.frame).toMatchObject({ state: 'paused', step: keepsake.place.step }),
    );
    expect(seen(lab).parameters).toEqual([...keepsake.parameters]);
    expect(seen(lab).epochs).toEqual(Array.from({ length: keepsake.epoch }, (_, i) => i + 1));
  });

  it('is none before its first step, and at its start', async () => {
    const lab = openLab();
    await stands(lab, 'paused', 0);
    expect(await keepsakeOf(lab)).toBeNull();
    void lab.controller.trainTo(10);
    await stands(lab, 'paused', 10);
    await lab.controller.look(0);
    await vi.waitFor(() => expect(lab.feed.frame).toMatchObject({ shownEpoch: 0 }));
    expect(await keepsakeOf(lab)).toBeNull();
  });
});
