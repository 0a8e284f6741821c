import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Experiment } from '../../src/core/experiment.ts';
import { type Sweep, sweepOf, withSeeds } from '../../src/core/sweep.ts';
import { resultOf } from '../../src/engine/result.ts';
import { Trainer } from '../../src/engine/trainer.ts';
import { fitting, SweepRunner, sweptNetwork, sweptPlace } from '../../src/store/sweep.ts';
import { engineOf } from '../helpers/engines.ts';
import { closeLabs, openLab, SMALL, seen, stands, straight } from '../helpers/trainedLab.ts';
import { WorkerHere } from '../helpers/workerHere.ts';

const text = { settings: ['width=3,5'], seeds: '1..2' };

function plan(of = text) {
  const parsed = sweepOf(SMALL, of);
  if (!parsed.ok) throw new Error('refused');
  return parsed.value;
}

async function run(processors: number, sweep = plan()) {
  const runner = new SweepRunner(processors);
  runner.start(sweep, () => new WorkerHere());
  await vi.waitFor(() => expect(runner.store.getState().state).toBe('done'), {
    timeout: 20_000,
    interval: 5,
  });
  return runner.store.getState();
}

afterEach(closeLabs);

describe('a sweep on the page', () => {
  it('comes to what each experiment comes to by itself, however many workers there are', async () => {
    const sweep = plan();
    const [one, three] = [await run(2, sweep), await run(4, sweep)];
    expect([...one.runs.keys()].toSorted()).toHaveLength(4);
    for (const experiment of sweep.experiments) {
      const trainer = new Trainer(experiment, await engineOf('fused'));
      while (trainer.advance(Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY) !== 'end');
      const alone = { ...(await resultOf(trainer, 0)), seconds: expect.any(Number) };
      expect(alone.parametersHash).toMatch(/^[0-9a-f]{64}$/);
      expect(one.runs.get(experiment)!.result).toEqual(alone);
      expect(one.runs.get(experiment)!.result.experiment).toBe(experiment);
      expect(three.runs.get(experiment)!.result).toEqual(alone);
      trainer.dispose();
    }
  });

  it('has every loss of a run, and the network that it made', async () => {
    const { runs, share, failed } = await run(3);
    expect([share, failed]).toEqual([1, []]);
    for (const [experiment, swept] of runs) {
      const there = await straight(experiment, 60);
      expect([...swept.losses.train.loss]).toEqual(there.train);
      expect([...swept.losses.test.loss]).toEqual(there.test);
      expect([...sweptNetwork(swept)!.parameters]).toEqual(there.parameters);
    }
  });

  it('runs the first seed of every value before the second of any', async () => {
    const { runs } = await run(2);
    expect([...runs.keys()].map(({ seed, model }) => [seed, model.hidden[0]])).toEqual([
      [1, 3],
      [1, 5],
      [2, 3],
      [2, 5],
    ]);
  });

  it('keeps what has ended when it is cancelled, and drops it for a sweep of other runs', async () => {
    const runner = new SweepRunner(2);
    runner.start(plan({ settings: [], seeds: '1..50' }), () => new WorkerHere());
    const status = () => runner.store.getState();
    await vi.waitFor(() => expect(status().runs.size).toBeGreaterThan(0), { interval: 5 });
    expect(status().secondsLeft).toBeGreaterThan(0);
    runner.cancel();
    const { runs } = status();
    expect(status()).toMatchObject({ state: 'cancelled', secondsLeft: null });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(status().runs).toBe(runs);
    runner.start(plan({ settings: ['width=7'], seeds: '1' }), () => new WorkerHere());
    expect(status()).toMatchObject({ state: 'running', runs: new Map() });
    runner.cancel();
  });

  it('goes on with more seeds and values: what has ended stays, and only what is missing is run', async () => {
    const runner = new SweepRunner(2);
    const status = () => runner.store.getState();
    const begun: Experiment[] = [];
    const ended = () =>
      vi.waitFor(() => expect(status().state).toBe('done'), { timeout: 20_000, interval: 5 });
    const start = (sweep: Sweep) => {
      runner.start(sweep, () => new WorkerHere());
      begun.push(...status().sweep!.experiments.filter((one) => !status().runs.has(one)));
      return ended();
    };
    await start(plan());
    const first = status().runs;
    await start(withSeeds(plan(), 3));
    for (const [experiment, run] of first) expect(status().runs.get(experiment)).toBe(run);
    expect(status().runs.size).toBe(6);
    await start(plan({ settings: ['width=3,4'], seeds: '1..3' }));
    expect(begun.map(({ seed, model }) => [model.hidden[0], seed])).toEqual([
      ...[3, 5].flatMap((width) => [1, 2].map((seed) => [width, seed])),
      ...[3, 5].map((width) => [width, 3]),
      ...[1, 2, 3].map((seed) => [4, seed]),
    ]);
    const whole = await run(2, plan({ settings: ['width=3,4'], seeds: '1..3' }));
    const hashes = ({ runs }: typeof whole) =>
      [...runs.values()].map(({ result }) => result.parametersHash).toSorted();
    expect(hashes(status())).toEqual(hashes(whole));
    // The same sweep once more is trained anew.
    runner.start(status().sweep!, () => new WorkerHere());
    expect(status()).toMatchObject({ state: 'running', runs: new Map() });
    runner.cancel();
  });

  it('has a run that the page goes on with, and that undo takes back', async () => {
    const { runs } = await run(3);
    const [experiment, swept] = [...runs][1]!;
    const lab = openLab();
    await lab.controller.step('epoch', 7);
    const before = await stands(lab, 'paused', 7);
    await lab.controller.goTo(sweptPlace(swept));
    const opened = await stands(lab, 'finished', 60);
    expect(opened).toEqual(await straight(experiment, 60));
    expect(lab.editor.experiment).toEqual(experiment);
    lab.editor.undo();
    await stands(lab, 'paused', 7);
    expect(seen(lab)).toEqual(before);
    // Weights that were not kept are trained again, to the same bits.
    await lab.controller.goTo(sweptPlace({ ...swept, kept: null }));
    expect((await stands(lab, 'finished', 60)).parameters).toEqual(opened.parameters);
  });

  it('keeps the weights of no more runs than there is room for', () => {
    const large = { ...SMALL, model: { ...SMALL.model, hidden: [256, 256, 256, 256] } };
    const parsed = sweepOf(large, { settings: [], seeds: '1..100' });
    if (!parsed.ok) throw new Error('refused');
    expect(fitting(parsed.value.experiments)).toBe(9);
    expect(fitting(plan().experiments)).toBe(4);
  });
});
