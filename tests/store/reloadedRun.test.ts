import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Experiment } from '../../src/core/experiment.ts';
import type { LastingPlace } from '../../src/core/place.ts';
import type { TrainerEvent } from '../../src/core/run.ts';
import {
  keepForReload,
  parseRun,
  reloadedRun,
  writeRun,
  writeWay,
} from '../../src/store/reloadedRun.ts';
import { closeLabs, openLab, SMALL, stands, straight } from '../helpers/trainedLab.ts';

/** The tab's storage, with room for so many characters. */
function storage(room = 5_000_000) {
  const items = new Map<string, string>();
  return {
    items,
    getItem: (key: string) => items.get(key) ?? null,
    removeItem: (key: string) => void items.delete(key),
    setItem(key: string, text: string) {
      if (text.length > room) throw new DOMException('full', 'QuotaExceededError');
      items.set(key, text);
    },
  };
}

let kept: ReturnType<typeof storage>;
function give(next: unknown) {
  vi.stubGlobal('sessionStorage', next);
}
beforeEach(() => {
  kept = storage();
  give(kept);
});
afterEach(() => {
  closeLabs();
  vi.unstubAllGlobals();
});

/** A run that was trained so far, as it is kept. */
async function trained(epoch: number, experiment: Experiment = SMALL) {
  const lab = openLab(experiment);
  void lab.controller.trainTo(epoch);
  const before = await stands(
    lab,
    epoch === experiment.training.epochs ? 'finished' : 'paused',
    epoch,
  );
  // The snapshot follows the last frame.
  await vi.waitFor(() => expect(lab.controller.lasting()?.snapshot?.now.step).toBe(2 * epoch));
  return { before, run: lab.controller.lasting() as LastingPlace };
}

/** The states of a run that was trained so far without a break. */
async function wayOf(epoch: number) {
  const lab = openLab(SMALL);
  void lab.controller.trainTo(epoch);
  await stands(lab, 'finished', epoch);
  return lab.feed.way.states;
}

describe('a reload', () => {
  it.each([
    [30, 'paused'],
    [60, 'finished'],
  ] as const)('brings back a run at epoch %i, %s, to the bit', async (epoch, state) => {
    const { before, run } = await trained(epoch);
    keepForReload(run);
    const lab = openLab(SMALL, reloadedRun()?.place);
    expect(lab.run.getState()).toMatchObject({ epoch, step: 2 * epoch });
    expect(await stands(lab, state, epoch)).toEqual(before);
  });

  it('brings back a run that goes on as if nothing had been', async () => {
    const { run } = await trained(30);
    keepForReload({ ...run, running: true });
    const lab = openLab(SMALL, reloadedRun()?.place);
    expect(await stands(lab, 'finished', 60)).toEqual(await straight(SMALL, 60));
  });

  it('trains once more to where the run stood, without a snapshot or from an older one', async () => {
    const { before, run } = await trained(30);
    for (const snapshot of [null, (await trained(20)).run.snapshot]) {
      keepForReload({ ...run, snapshot });
      const lab = openLab(SMALL, reloadedRun()?.place);
      expect(await stands(lab, 'paused', 30)).toEqual(before);
    }
  });

  it('goes on to the epoch of its scene and no further', async () => {
    const { run } = await trained(20);
    const lab = openLab(SMALL, { ...run, running: true }, (before) =>
      before.apply('link', { epoch: 30 }),
    );
    expect(await stands(lab, 'paused', 30)).toEqual(await straight(SMALL, 30));
    expect(lab.scene.epoch).toBe(30);
  });

  it('brings back what the run has gone through, and the way goes on from there', async () => {
    const { run } = await trained(30);
    const whole = await wayOf(60);
    keepForReload(run, whole.slice(0, 31));
    const { place, way } = reloadedRun()!;
    expect(way).toEqual(whole.slice(0, 31));
    const lab = openLab(SMALL, place, undefined, way);
    await stands(lab, 'paused', 30);
    void lab.controller.trainTo(60);
    await stands(lab, 'finished', 60);
    expect(lab.feed.way.states).toEqual(whole);
  });

  it('trains a run again for the whole of its way', async () => {
    const { before, run } = await trained(30);
    keepForReload(run);
    const lab = openLab(SMALL, reloadedRun()?.place);
    await stands(lab, 'paused', 30);
    expect(lab.feed.way.states.length).toBeLessThan(2);
    void lab.controller.retrace();
    await vi.waitFor(() => expect(lab.feed.way.states).toHaveLength(31), 10_000);
    expect(await stands(lab, 'paused', 30)).toEqual(before);
  });

  it('brings nothing back for a run that has not begun', async () => {
    const { run } = await trained(20);
    keepForReload(run);
    keepForReload(null);
    expect(reloadedRun()).toBeNull();
    expect(openLab(SMALL).controller.lasting()).toBeNull();
  });
});

describe('a run’s way in the tab’s storage', () => {
  const states = Array.from({ length: 60 }, (_, epoch) => ({
    epoch,
    parameters: new Float32Array(30).fill(epoch),
  }));

  it('is all of it, or as much of it as there is room for, with both ends', () => {
    expect(writeWay(states, 1_000_000)?.length).toBeLessThan(60 * 250);
    const epochs = (room: number) =>
      JSON.parse((writeWay(states, room) ?? '[]').split('\n')[0]!).map(
        ({ epoch }: { epoch: number }) => epoch,
      );
    expect(epochs(1_000_000)).toHaveLength(60);
    expect(epochs(1000)).toEqual([0, 20, 39, 59]);
    expect(writeWay(states, 1000)!.length).toBeLessThan(1000);
    expect(writeWay(states, 300)).toBeNull();
    expect(writeWay([], 1_000_000)).toBeNull();
  });

  it('is none where it cannot be read, and the run comes back all the same', async () => {
    const { run } = await trained(20);
    for (const damaged of ['', '{', '[{}]', '[{"epoch":-1}]', writeWay(states, 9999)!]) {
      keepForReload(run);
      kept.items.set('mdn-playground.way', damaged);
      expect(reloadedRun()).toEqual({ place: run, way: [] });
    }
  });

  it('is not kept for a run that is trained again', async () => {
    const { run } = await trained(20);
    keepForReload({ ...run, snapshot: null }, states);
    expect(reloadedRun()?.way).toEqual([]);
  });
});

describe('a run in the tab’s storage', () => {
  it('is read as it was written, numbers that are not finite too', async () => {
    const { run } = await trained(20);
    const event: TrainerEvent = {
      kind: 'diverged',
      number: 1,
      step: 3,
      epoch: 1,
      cause: 'loss',
      loss: Number.NaN,
      gradientNorm: Number.POSITIVE_INFINITY,
      typicalNorm: 2,
      smallestDeviation: null,
      setRate: 1,
      backTo: 0,
      backToEpoch: 0,
      rateFactor: 1,
      nextRate: 1,
      clipNorm: 0,
    };
    const whole = { ...run, events: [event], colours: null };
    expect(parseRun(writeRun(whole))).toEqual(whole);
  });

  it('is small: the losses and the weights, and little more', async () => {
    const { run } = await trained(20);
    expect(writeRun(run).length).toBeLessThan(6000);
  });

  it('is not read when anything in it is not as it should be', async () => {
    const { run } = await trained(20);
    const text = writeRun(run);
    const snapshot = run.snapshot!;
    const { now } = snapshot;
    const shorter = { ...now, state: { ...now.state, parameters: now.state.parameters.slice(1) } };
    for (const damaged of [
      '',
      'null',
      '{}',
      text.slice(0, -8),
      text.replace('"version":3', '"version":4'),
      text.replace('"seed":7', '"seed":-7'),
      text.replace('Float32Array', 'Function'),
      text.replace('\n', '\n!'),
      text.replace('"running":false', '"running":"no"'),
      writeRun({ ...run, snapshot: { ...snapshot, now: shorter } }),
      writeRun({ ...run, step: 0.5 }),
      writeRun({ ...run, colours: new Int32Array(3) }),
      'x'.repeat(5_000_000),
    ]) {
      expect(parseRun(damaged), damaged.slice(0, 60)).toBeNull();
    }
  });

  it('that is too large is kept without its weights', async () => {
    const { run } = await trained(20);
    const parameters = new Float32Array(1_000_000);
    const now = { ...run.snapshot!.now, state: { ...run.snapshot!.now.state, parameters } };
    const text = writeRun({ ...run, snapshot: { ...run.snapshot!, now } });
    expect(parseRun(text)).toMatchObject({ step: 40, snapshot: null });
  });

  it('may be full, missing or forbidden, and nothing is lost but the way back', async () => {
    const { run } = await trained(20);
    keepForReload(run);
    give({ ...storage(100), removeItem: kept.removeItem });
    expect(() => keepForReload(run)).not.toThrow();
    // What was there before is of no use any more.
    expect(kept.items.size).toBe(0);
    give(undefined);
    expect(() => keepForReload(run)).not.toThrow();
    expect(reloadedRun()).toBeNull();
    const forbidden = {
      get: () => {
        throw new DOMException('no', 'SecurityError');
      },
    };
    Object.defineProperty(globalThis, 'sessionStorage', { ...forbidden, configurable: true });
    expect(() => keepForReload(run)).not.toThrow();
    expect(reloadedRun()).toBeNull();
  });
});
