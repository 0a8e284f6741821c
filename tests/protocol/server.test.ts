import { describe, expect, it } from 'vitest';
import type { Experiment } from '../../src/core/experiment.ts';
import { DEFAULT_EXPERIMENT } from '../../src/core/presets.ts';
import { withRate } from '../../src/core/schedule.ts';
import type { WayState } from '../../src/core/way.ts';
import type { Answer, Calls, Frame, FromWorker, Verb } from '../../src/protocol/messages.ts';
import type { Run } from '../../src/protocol/run.ts';
import { Server } from '../../src/protocol/server.ts';
import { VIEW } from '../helpers/viewRequest.ts';

/** A run whose every advance takes `cost` milliseconds of a clock that the test owns. */
function stand(cost = 1, epochs = 1000) {
  let now = 0;
  const deferred: (() => void)[] = [];
  const posted: FromWorker[] = [];
  const failures: string[] = [];
  const rates: { step: number; rate: number }[] = [];
  const asked: number[] = [];
  let experiment: Experiment = {
    ...DEFAULT_EXPERIMENT,
    training: { ...DEFAULT_EXPERIMENT.training, epochs },
  };
  let disposed = 0;
  let broken = false;
  const array = () => new Float32Array(1);
  const makeRun = (): Run => {
    let step = 0;
    let losses: number[] = [];
    let sight: WayState | null = null;
    return {
      get step() {
        return step;
      },
      get epoch() {
        return Math.floor(step / 2);
      },
      get shownStep() {
        return step;
      },
      get experiment() {
        return experiment;
      },
      stepsPerEpoch: 2,
      learningRate: 0.01,
      memoryBytes: 1000,
      get finished() {
        return step >= 2 * experiment.training.epochs;
      },
      diverged: false,
      advance(_, steps) {
        asked.push(steps);
        if (step >= 2 * experiment.training.epochs) return 'end';
        now += cost;
        step++;
        if (step % 2 === 0) losses.push(step / 2);
        return 'step';
      },
      reset() {
        step = 0;
        losses = [];
      },
      tune(rate) {
        rates.push({ step, rate });
        const training = withRate(experiment.training, step, rate);
        experiment = { ...experiment, training };
        return experiment;
      },
      setEnd(end) {
        experiment = { ...experiment, training: { ...experiment.training, ...end } };
      },
      snapshot: () => ({ now: { step } }) as never,
      result: async (seconds) => ({ result: { seconds } }) as never,
      state: () => ({ epoch: Math.floor(step / 2), parameters: array() }),
      shown: () => sight ?? { epoch: Math.floor(step / 2), parameters: array() },
      get looksBack() {
        return sight !== null;
      },
      look(at) {
        sight = at === 'best' ? null : at;
        return at !== 'best';
      },
      takeLosses() {
        const epoch = Float64Array.from(losses);
        losses = [];
        const none = { epoch: new Float64Array(), loss: new Float64Array() };
        return { train: { epoch, loss: epoch.slice() }, test: none };
      },
      takeEvents: () => [],
      view: () => {
        if (broken) throw new RangeError('too large');
        return {
          grid: {
            x: new Float64Array(1),
            components: 1,
            weights: array(),
            means: array(),
            deviations: array(),
          },
          samples: null,
          density: null,
          usage: array(),
        };
      },
      usage: () => Float32Array.of(step),
      scoring: () => null,
      calibrating: () => null,
      dispose: () => disposed++,
    };
  };
  const server = new Server({
    open: async () => ({ run: makeRun(), info: { engine: 'cpu', fallback: null } }),
    post: (message) => posted.push(message),
    now: () => now,
    defer: (callback, milliseconds) =>
      deferred.push(() => {
        now += milliseconds;
        callback();
      }),
    fail: (error) => failures.push(String(error)),
  });
  let calls = 0;
  return {
    server,
    rates,
    /** The steps that each advance might have done. */
    asked,
    failures,
    disposed: () => disposed,
    now: () => now,
    /** Lets so many milliseconds go by. */
    rest(milliseconds: number) {
      now += milliseconds;
    },
    /** Sends a call and waits for its answer. */
    async call<V extends Verb>(verb: V, args: Calls[V]['args'], run = 1): Promise<Answer> {
      const call = ++calls;
      server.receive({ verb, call, run, ...args } as never);
      await new Promise((resolve) => setImmediate(resolve));
      const answers = posted.filter((m): m is Answer => m.type === 'answer' && m.call === call);
      expect(answers).toHaveLength(1);
      return answers[0]!;
    },
    /** From now on no view of the run can be made. */
    breakViews() {
      broken = true;
    },
    /** Works for so many stints. */
    stints(count: number) {
      for (let i = 0; i < count; i++) deferred.shift()?.();
    },
    frames: () => posted.filter((m): m is Frame => m.type === 'frame'),
    credit: () => server.receive({ verb: 'credit', run: 1 }),
    open(run = 1, atOnce = false) {
      return this.call('open', { experiment, own: null, snapshot: null, view: VIEW, atOnce }, run);
    },
  };
}

describe('Server', () => {
  it('answers a call on a run that is not open with staleRun', async () => {
    const { call, open } = stand();
    expect(await call('start', {}, 1)).toMatchObject({
      ok: false,
      refusal: { reason: 'staleRun' },
    });
    await open.call(stand());
  });

  it('answers a call on an older run with staleRun and leaves the new one alone', async () => {
    const s = stand();
    await s.open(1);
    await s.open(2);
    expect(await s.call('pause', {}, 1)).toMatchObject({ refusal: { reason: 'staleRun' } });
    expect(await s.call('pause', {}, 2)).toMatchObject({ ok: true });
    expect(s.disposed()).toBe(1);
  });

  it('refuses an experiment that the schema does not take, naming the field', async () => {
    const s = stand();
    const experiment = { ...DEFAULT_EXPERIMENT, seed: -1 };
    const answer = await s.call('open', {
      experiment,
      own: null,
      snapshot: null,
      view: VIEW,
      atOnce: false,
    });
    expect(answer).toMatchObject({
      refusal: { reason: 'badExperiment', problems: [{ field: 'seed', reason: 'tooSmall' }] },
    });
  });

  it.each([
    ['a view of too many columns', 'view', { view: { ...VIEW, columns: 100_000 } }],
    ['a view of no range', 'view', { view: { ...VIEW, range: [0, Number.NaN] } }],
    ['part of a step', 'step', { unit: 'step', count: 0.5 }],
    ['steps in another unit', 'step', { unit: 'hour', count: 1 }],
    ['a rate that is none', 'tune', { rate: '0.1' }],
    ['no epochs', 'extend', { end: { epochs: 0, stopAtPlateau: false, keepBest: false } }],
    [
      'more epochs than there can be',
      'extend',
      { end: { epochs: 1e9, stopAtPlateau: false, keepBest: false } },
    ],
  ] as const)('refuses %s', async (_, verb, args) => {
    const s = stand();
    await s.open();
    expect(await s.call(verb, args as never)).toMatchObject({ refusal: { reason: 'badMessage' } });
  });

  it('refuses a verb that it does not know, and answers nothing that has no number', async () => {
    const s = stand();
    await s.open();
    expect(await s.call('close' as Verb, {} as never)).toMatchObject({
      refusal: { reason: 'badMessage' },
    });
    for (const nothing of [null, 'start', {}, { verb: 'start', run: 1 }]) s.server.receive(nothing);
    expect(await s.call('pause', {})).toMatchObject({ ok: true });
  });

  it('refuses a snapshot that is none, and opens no run from it', async () => {
    const s = stand();
    const args = { experiment: DEFAULT_EXPERIMENT, view: VIEW };
    for (const snapshot of [{}, { now: { step: 3 }, checkpoint: null }, 5, undefined]) {
      expect(await s.call('open', { ...args, snapshot } as never)).toMatchObject({
        refusal: { reason: 'badMessage' },
      });
    }
    expect(await s.call('start', {})).toMatchObject({ refusal: { reason: 'staleRun' } });
  });

  it('tells after which epochs how much the components are used, each once', async () => {
    const s = stand(1);
    await s.open();
    await s.call('step', { unit: 'epoch', count: 12 });
    s.stints(3);
    s.credit();
    const told = s.frames().flatMap(({ usages }) => usages);
    expect(told.map(({ epoch, weights }) => [epoch, weights[0]])).toEqual([
      [5, 10],
      [10, 20],
    ]);
  });

  it('tells of a frame that cannot be made, and goes on answering', async () => {
    const s = stand();
    await s.open();
    s.breakViews();
    s.credit();
    expect(await s.call('view', { view: VIEW })).toMatchObject({ ok: true });
    expect(s.failures).toEqual(['RangeError: too large']);
    expect(await s.call('pause', {})).toMatchObject({ ok: true });
  });

  it('stops training for messages after ten milliseconds', async () => {
    const s = stand(1);
    await s.open();
    await s.call('start', {});
    const before = s.now();
    s.stints(1);
    expect(s.now() - before).toBe(10);
  });

  it('sends no second frame without credit, but goes on training', async () => {
    const s = stand(1);
    await s.open();
    await s.call('start', {});
    s.stints(10);
    expect(s.frames()).toHaveLength(1);
    s.credit();
    s.stints(1);
    expect(s.frames()).toHaveLength(2);
    expect(s.frames()[1]!.step).toBeGreaterThanOrEqual(100);
  });

  it('tells that it trains with its first steps: what stands already is not shown again', async () => {
    const s = stand();
    await s.open();
    s.credit();
    s.rest(1000);
    await s.call('start', {});
    s.stints(3);
    const [first] = s.frames().filter(({ state }) => state === 'running');
    expect(first?.step).toBeGreaterThan(0);
  });

  it('waits with its first frame for the first epoch, but not long', async () => {
    const firstOf = async (cost: number) => {
      const s = stand(cost);
      await s.open();
      s.credit();
      s.rest(1000);
      await s.call('start', {});
      s.stints(6);
      return s.frames().find(({ state }) => state === 'running')?.step;
    };
    // An epoch has two steps.
    expect(await firstOf(12)).toBe(2);
    expect(await firstOf(60)).toBe(1);
  });

  it('keeps every loss for the next frame', async () => {
    const s = stand(1);
    await s.open();
    await s.call('start', {});
    s.stints(10);
    s.credit();
    s.stints(1);
    const losses = s.frames().flatMap((frame) => [...frame.train.epoch]);
    expect(losses).toEqual(losses.map((_, i) => i + 1));
    expect(losses.length).toBeGreaterThanOrEqual(50);
  });

  it('pauses after the epochs or steps that were asked for', async () => {
    const s = stand(1);
    await s.open();
    await s.call('step', { unit: 'epoch', count: 1 });
    s.stints(3);
    s.credit();
    expect(s.frames().at(-1)).toMatchObject({ step: 2, state: 'paused' });
    await s.call('step', { unit: 'step', count: 3 });
    s.stints(3);
    s.credit();
    expect(s.frames().at(-1)).toMatchObject({ step: 5, state: 'paused' });
  });

  it('says at which step a stretch of training will end', async () => {
    const s = stand(1);
    await s.open();
    expect(await s.call('step', { unit: 'step', count: 3 })).toMatchObject({ value: { until: 3 } });
    s.stints(3);
    // In the middle of epoch 2 of 2 steps each.
    expect(await s.call('step', { unit: 'epoch', count: 5 })).toMatchObject({
      value: { until: 12 },
    });
  });

  it('trains no further once paused', async () => {
    const s = stand(1);
    await s.open();
    await s.call('start', {});
    s.stints(2);
    const answer = await s.call('pause', {});
    s.stints(5);
    expect(answer).toMatchObject({ value: { step: 20 } });
    expect(await s.call('pause', {})).toMatchObject({ value: { step: 20 } });
  });

  it('finishes, and goes on when epochs are added', async () => {
    const s = stand(1, 3);
    await s.open();
    await s.call('start', {});
    s.stints(2);
    s.credit();
    expect(s.frames().at(-1)).toMatchObject({ epoch: 3, state: 'finished' });
    await s.call('extend', { end: { epochs: 5, stopAtPlateau: false, keepBest: false } });
    await s.call('start', {});
    s.stints(2);
    s.credit();
    expect(s.frames().at(-1)).toMatchObject({ epoch: 5, epochs: 5, state: 'finished' });
  });

  it('says that a finished run stays finished, whatever it is told', async () => {
    const s = stand(1, 3);
    await s.open();
    await s.call('start', {});
    s.stints(2);
    s.credit();
    for (const verb of ['start', 'pause'] as const) {
      const before = s.frames().length;
      await s.call(verb, {});
      s.credit();
      expect(s.frames().slice(before)).toMatchObject([{ state: 'finished', epoch: 3 }]);
    }
  });

  it('tells from which step on a new rate holds, and refuses one out of bounds', async () => {
    const s = stand(1);
    await s.open();
    await s.call('step', { unit: 'step', count: 4 });
    s.stints(2);
    expect(await s.call('tune', { rate: 0.5 })).toMatchObject({ value: { step: 4 } });
    expect(await s.call('tune', { rate: Number.NaN })).toMatchObject({ ok: false });
    expect(await s.call('tune', { rate: 2 })).toMatchObject({ ok: false });
    expect(s.rates).toEqual([{ step: 4, rate: 0.5 }]);
  });

  it('asks for all steps that are wanted at once, and at a pace for one', async () => {
    const s = stand(1);
    await s.open();
    await s.call('step', { unit: 'step', count: 3 });
    s.stints(1);
    expect(s.asked).toEqual([3, 2, 1]);
    await s.call('start', {});
    s.stints(1);
    expect(new Set(s.asked.splice(3))).toEqual(new Set([Number.POSITIVE_INFINITY]));
    await s.call('pace', { stepsPerSecond: 500 });
    s.stints(1);
    expect(new Set(s.asked.splice(3))).toEqual(new Set([1]));
  });

  it('keeps to a slow pace and sends a frame for every step', async () => {
    const s = stand(1);
    await s.open();
    await s.call('pace', { stepsPerSecond: 10 });
    await s.call('start', {});
    while (s.now() < 1000) {
      s.stints(1);
      s.credit();
    }
    expect(s.frames().at(-1)!.step).toBeGreaterThanOrEqual(9);
    expect(s.frames().at(-1)!.step).toBeLessThanOrEqual(11);
    const steps = s.frames().map(({ step }) => step);
    expect([...new Set(steps)]).toEqual(Array.from({ length: steps.at(-1)! + 1 }, (_, i) => i));
  });

  it('does not fall behind a pace that it can hold', async () => {
    const s = stand(1);
    await s.open();
    await s.call('pace', { stepsPerSecond: 300 });
    await s.call('start', {});
    while (s.now() < 2000) {
      s.stints(1);
      s.credit();
    }
    expect(s.frames().at(-1)!.step).toBeGreaterThan(570);
    expect(s.frames().at(-1)!.step).toBeLessThan(630);
    expect(s.frames().at(-1)!.millisecondsPerStep).toBeCloseTo(1, 1);
  });

  it('steps at once whatever the pace, and hears of a faster one while it waits', async () => {
    const s = stand(1);
    await s.open();
    await s.call('pace', { stepsPerSecond: 1 });
    await s.call('step', { unit: 'step', count: 1 });
    s.stints(1);
    s.credit();
    expect(s.frames().at(-1)).toMatchObject({ step: 1, state: 'paused' });
    await s.call('start', {});
    s.stints(1);
    await s.call('pace', { stepsPerSecond: null });
    const before = s.now();
    s.stints(4);
    s.credit();
    expect(s.frames().at(-1)!.step).toBeGreaterThan(10);
    expect(s.now() - before).toBeGreaterThan(10);
  });

  it('takes a pace before the first run, keeps it for the next, and refuses one out of bounds', async () => {
    const s = stand(1);
    expect(await s.call('pace', { stepsPerSecond: 10 })).toMatchObject({ ok: true });
    for (const stepsPerSecond of [0, -1, Number.NaN, Number.POSITIVE_INFINITY, 1e9, '5']) {
      expect(await s.call('pace', { stepsPerSecond: stepsPerSecond as number })).toMatchObject({
        refusal: { reason: 'badMessage' },
      });
    }
    for (const run of [1, 2]) {
      await s.open(run);
      await s.call('start', {}, run);
      const before = s.now();
      while (s.now() - before < 450) s.stints(1);
      expect(await s.call('pause', {}, run)).toMatchObject({ value: { step: 5 } });
    }
  });

  it('trains a run that is opened so at once, and shows its end and nothing before', async () => {
    const s = stand(1, 20);
    await s.open(1, true);
    expect(s.frames()).toHaveLength(0);
    s.stints(6);
    expect(s.frames()).toMatchObject([{ state: 'finished', step: 40 }]);
  });

  it('shows a run that is opened so once it has trained for a tenth of a second', async () => {
    const s = stand(1, 1000);
    await s.open(1, true);
    while (s.frames().length === 0) s.stints(1);
    expect(s.now()).toBe(100);
    expect(s.frames()).toMatchObject([{ state: 'running', step: 100 }]);
  });

  it('waits for the end of a run that is half done by then', async () => {
    const s = stand(1, 90);
    await s.open(1, true);
    while (s.frames().length === 0) s.stints(1);
    expect(s.frames()).toMatchObject([{ state: 'finished', step: 180 }]);
  });

  it('drops such a run for the next within a stint', async () => {
    const s = stand(1, 1000);
    await s.open(1, true);
    s.stints(2);
    await s.open(2, true);
    expect(s.disposed()).toBe(1);
    while (s.frames().length === 0) s.stints(1);
    expect(s.frames()).toMatchObject([{ run: 2, step: 100 }]);
  });
});
