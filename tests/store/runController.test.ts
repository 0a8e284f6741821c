import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DEFAULT_EXPERIMENT as base } from '../../src/core/presets.ts';
import { withRecipe } from '../../src/core/recipes.ts';
import type { TrainerEvent } from '../../src/core/run.ts';
import type { Call, Frame, FromWorker } from '../../src/protocol/messages.ts';
import type { WorkerLike } from '../../src/protocol/supervisor.ts';
import { Lab } from '../../src/store/lab.ts';
import { VIEW } from '../helpers/viewRequest.ts';

/** Lets everything that waits for an answer go on. */
const settled = () => new Promise((resolve) => setTimeout(resolve));

/** A worker that answers when it is told to. */
class SlowWorker implements WorkerLike {
  onmessage: WorkerLike['onmessage'] = null;
  onmessageerror: WorkerLike['onmessageerror'] = null;
  onerror: WorkerLike['onerror'] = null;
  readonly asked: Call[] = [];
  /** What it has no more room for. */
  refused: Call['verb'] | null = null;
  terminated = false;
  private answered = 0;

  postMessage(message: unknown): void {
    if ((message as Call).call) this.asked.push(message as Call);
  }
  terminate(): void {
    this.terminated = true;
  }

  private send(data: FromWorker): void {
    this.onmessage?.({ data } as MessageEvent<FromWorker>);
  }

  /** Answers the next calls, all of them if not told how many, and lets the page take it in. */
  async answer(most = Number.POSITIVE_INFINITY): Promise<void> {
    for (let i = 0; i < most && this.answered < this.asked.length; i++) {
      const { call, verb } = this.asked[this.answered++]!;
      const position = { step: 4, epoch: 2 };
      if (verb === this.refused) {
        this.send({ type: 'answer', call, ok: false, refusal: { reason: 'tooManyRateChanges' } });
        await settled();
        continue;
      }
      const values = { snapshot: { now: position }, pause: position, tune: { step: 4 } };
      const value = values[verb as keyof typeof values] ?? null;
      this.send({ type: 'answer', call, ok: true, value });
      await settled();
    }
  }

  frame(state: Frame['state'], step: number, events: readonly TrainerEvent[] = []): void {
    const run = this.asked.at(-1)!.run;
    const none = { epoch: new Float64Array(), loss: new Float64Array() };
    const view = { usage: new Float32Array() };
    const rest = { step, events, train: none, test: none, view, usages: [], states: [] };
    this.send({ type: 'frame', run, state, ...rest } as never);
  }

  verbs(from = 0): string[] {
    return this.asked.slice(from).map(({ verb }) => verb);
  }
}

describe('a run that plays', () => {
  beforeEach(() => void vi.stubGlobal('requestAnimationFrame', () => 0));

  async function playing() {
    const lab = new Lab(base);
    const worker = new SlowWorker();
    lab.controller.connect(
      () => worker,
      () => VIEW,
    );
    await worker.answer();
    void lab.controller.play();
    await worker.answer();
    worker.frame('running', 4);
    const seed = (value: number) => lab.editor.edit('seed', (e) => ({ ...e, seed: value }));
    return { lab, worker, seed };
  }

  it('goes on playing when a second change comes before the first run has begun', async () => {
    const { lab, worker, seed } = await playing();
    seed(11);
    // The run is open and sends its first frame before it hears that it is to start.
    await worker.answer(2);
    worker.frame('paused', 0);
    const asked = worker.asked.length;
    seed(12);
    await worker.answer();
    expect(worker.verbs(asked)).toEqual(['open', 'start']);
    expect(worker.asked.at(-2)).toMatchObject({ experiment: { seed: 12 } });
    expect(lab.run.getState().state).toBe('running');
  });

  it.each(['before the worker is asked for', 'before the run is open'])(
    'begins as soon as it can when it is played %s',
    async (when) => {
      const lab = new Lab(base);
      const worker = new SlowWorker();
      if (when.includes('worker')) void lab.controller.play();
      lab.controller.connect(
        () => worker,
        () => VIEW,
      );
      if (!when.includes('worker')) void lab.controller.play();
      expect(lab.run.getState().state).toBe('running');
      expect(worker.verbs()).toEqual(['open']);
      await worker.answer();
      expect(worker.verbs()).toEqual(['open', 'start']);
      expect(lab.run.getState().state).toBe('running');
    },
  );

  it('stays paused when it is paused while a change starts it again', async () => {
    const { lab, worker, seed } = await playing();
    seed(11);
    const asked = worker.asked.length;
    void lab.controller.pause();
    await worker.answer();
    expect(worker.verbs(asked)).toEqual(['pause']);
    expect(lab.run.getState()).toMatchObject({ state: 'paused', step: 4, epoch: 2 });
  });

  it('starts again with another rate once it has diverged, as it cannot go on', async () => {
    const { lab, worker } = await playing();
    worker.frame('diverged', 9);
    const asked = worker.asked.length;
    lab.controller.setLearningRate(0.002);
    await worker.answer();
    expect(worker.verbs(asked)).toEqual(['snapshot', 'open']);
    expect(worker.asked.at(-1)).toMatchObject({
      experiment: { training: { learningRate: 0.002, rateChanges: [] } },
    });
    expect(lab.editor.store.getState().past).toHaveLength(1);
  });

  it('goes on with the rate that it has where it may take no other, and says so', async () => {
    const { lab, worker } = await playing();
    const { experiment } = lab.editor;
    worker.refused = 'tune';
    lab.controller.setLearningRate(0.002);
    await vi.waitFor(() => expect(worker.verbs().at(-1)).toBe('tune'));
    await worker.answer();
    expect(lab.run.getState().rateRefusals).toBe(1);
    expect(lab.editor.experiment).toEqual(experiment);
    // What is told of the run before is void.
    void lab.controller.reset();
    expect(lab.run.getState().rateRefusals).toBe(0);
  });

  it('tells a changed rate to the worker that replaced the one it was meant for', async () => {
    const { lab, worker } = await playing();
    lab.controller.setLearningRate(0.002);
    await vi.waitFor(() => expect(worker.verbs().at(-1)).toBe('tune'));
    const asked = worker.asked.length;
    worker.onerror?.({} as ErrorEvent);
    await worker.answer();
    expect(worker.verbs(asked)).toEqual(['open', 'tune', 'start', 'snapshot']);
    expect(worker.asked[asked + 1]).toMatchObject({ rate: 0.002 });
    expect(lab.editor.experiment.training.rateChanges).toEqual([{ step: 4, rate: 0.002 }]);
  });

  it('lists once what happens again in a worker that was restarted', async () => {
    const { lab, worker } = await playing();
    const event = (number: number) => ({ kind: 'diverged', number }) as TrainerEvent;
    worker.frame('running', 5, [event(1), event(2)]);
    worker.frame('running', 6, [event(2)]);
    worker.frame('running', 7, [event(3)]);
    expect(lab.run.getState().events.map(({ number }) => number)).toEqual([1, 2, 3]);
  });

  it('keeps the rate of a run that rests, in the experiment and in the worker that follows', async () => {
    const { lab, worker } = await playing();
    lab.controller.setLearningRate(0.002);
    await vi.waitFor(() => expect(worker.verbs().at(-1)).toBe('tune'));
    await worker.answer();
    void lab.controller.pause();
    await worker.answer();
    worker.frame('paused', 4);
    await worker.answer();
    lab.controller.rest();
    await worker.answer();
    expect(worker.terminated).toBe(true);
    const asked = worker.asked.length;
    lab.controller.wake();
    await worker.answer();
    expect(worker.verbs(asked)).toEqual(['open']);
    expect(worker.asked.at(-1)).toMatchObject({
      snapshot: { now: { step: 4 } },
      experiment: { training: { rateChanges: [{ step: 4, rate: 0.002 }] } },
    });
    expect(lab.run.getState()).toMatchObject({ workerNotice: null, restarts: 0 });
  });
});

describe('a run with Live on', () => {
  let now = 0;
  beforeEach(() => {
    vi.stubGlobal('requestAnimationFrame', () => 0);
    vi.spyOn(performance, 'now').mockImplementation(() => now);
  });
  afterEach(() => void vi.restoreAllMocks());

  /** Live, with an answer on the page. */
  async function living() {
    const lab = new Lab(base);
    const worker = new SlowWorker();
    lab.controller.connect(
      () => worker,
      () => VIEW,
    );
    await worker.answer();
    lab.setLive(true);
    await worker.answer();
    worker.frame('finished', 9);
    const seed = (value: number) => lab.editor.edit('seed', (e) => ({ ...e, seed: value }));
    return { lab, worker, seed };
  }

  it('is trained at once by the quick recipe, in one call', async () => {
    const { lab, worker } = await living();
    expect(worker.verbs()).toEqual(['open', 'open', 'snapshot']);
    expect(worker.asked[1]).toMatchObject({
      atOnce: true,
      experiment: withRecipe(base, 'quick'),
    });
    expect(lab.run.getState()).toMatchObject({ state: 'finished', step: 9, held: null });
  });

  it('leaves the last answer on the page, all of it, until the next has something to show', async () => {
    const { lab, worker, seed } = await living();
    const before = lab.run.getState();
    const { experiment } = lab.editor;
    const shown = lab.feed.frame;
    seed(11);
    await worker.answer();
    expect(before.answerSeconds).not.toBeNull();
    expect(lab.run.getState()).toEqual({ ...before, held: experiment });
    expect(lab.shown).toBe(experiment);
    expect(lab.feed.frame).toBe(shown);
    worker.frame('running', 3);
    expect(lab.run.getState()).toMatchObject({ state: 'running', step: 3, held: null });
    expect(lab.shown.seed).toBe(11);
  });

  it('drops a run for a newer change, and has one open at most', async () => {
    const { lab, worker, seed } = await living();
    const asked = worker.asked.length;
    for (let i = 1; i <= 100; i++) seed(100 + i);
    const opened = () => worker.verbs(asked).filter((verb) => verb === 'open');
    expect(opened()).toHaveLength(1);
    await worker.answer();
    expect(opened()).toHaveLength(2);
    expect(worker.asked.at(-1)).toMatchObject({ verb: 'open', experiment: { seed: 200 } });
    worker.frame('finished', 9);
    expect(lab.shown.seed).toBe(200);
    expect(lab.editor.store.getState().past).toHaveLength(2);
  });

  it('shows something now and then while the hand does not rest', async () => {
    const { lab, worker, seed } = await living();
    const asked = worker.asked.length;
    for (let i = 0; i <= 20; i++) {
      now += i > 0 ? 20 : 0;
      seed(300 + i);
      await worker.answer();
    }
    const opened = worker.asked.slice(asked).filter(({ verb }) => verb === 'open');
    // The last one is let come to its first frame.
    expect(opened.at(-1)).toMatchObject({ experiment: { seed: 305 } });
    worker.frame('running', 5);
    expect(lab.shown.seed).toBe(305);
    await worker.answer();
    expect(worker.asked.at(-1)).toMatchObject({ verb: 'open', experiment: { seed: 320 } });
    worker.frame('finished', 9);
    expect(lab.shown.seed).toBe(320);
  });

  it('begins anew with another rate, and leaves the recipe', async () => {
    const { lab, worker } = await living();
    lab.controller.setLearningRate(0.005);
    await worker.answer();
    expect(worker.asked.at(-1)).toMatchObject({
      verb: 'open',
      experiment: { training: { learningRate: 0.005, rateChanges: [] } },
    });
    lab.editor.set('model.components', 3);
    expect(lab.editor.experiment.training.learningRate).toBe(0.005);
  });

  it('comes back trained when a change is undone, and nothing untrained is shown between', async () => {
    const { lab, worker, seed } = await living();
    seed(11);
    await worker.answer();
    worker.frame('finished', 9);
    lab.editor.undo();
    await worker.answer();
    expect(worker.asked.at(-1)).toMatchObject({ verb: 'open', snapshot: { now: { step: 4 } } });
    expect(lab.run.getState()).toMatchObject({ step: 9, held: { seed: 11 } });
    worker.frame('finished', 9);
    expect(lab.shown.seed).toBe(base.seed);
    expect(lab.run.getState()).toMatchObject({ state: 'finished', step: 9, held: null });
  });

  it('is trained at once as a link has it, whatever the recipe', async () => {
    const lab = new Lab(base);
    const worker = new SlowWorker();
    lab.apply('link', { view: { live: true }, epoch: null });
    lab.controller.connect(
      () => worker,
      () => VIEW,
    );
    await worker.answer();
    expect(worker.verbs()).toEqual(['open']);
    expect(worker.asked[0]).toMatchObject({ atOnce: true, experiment: base });
    worker.frame('finished', 9);
    expect(lab.run.getState()).toMatchObject({ state: 'finished', step: 9 });
    lab.editor.set('seed', 11);
    expect(worker.asked.at(-1)).toMatchObject({ verb: 'open', atOnce: true });
  });

  it('is trained no further than a link says', async () => {
    const lab = new Lab(base);
    const worker = new SlowWorker();
    lab.apply('link', { view: { live: true }, epoch: 3 });
    lab.controller.connect(
      () => worker,
      () => VIEW,
    );
    await worker.answer();
    expect(worker.asked).toMatchObject([
      { verb: 'open', atOnce: false },
      { verb: 'step', unit: 'epoch', count: 3 },
    ]);
  });

  it('gives way to a link without Live, whose run waits to be started', async () => {
    const { lab, worker } = await living();
    lab.apply('link', { experiment: { ...base, seed: 12 }, view: { live: false } });
    await worker.answer();
    expect(worker.asked.at(-1)).toMatchObject({ verb: 'open', atOnce: false });
    expect(lab.run.getState()).toMatchObject({ state: 'paused', step: 0 });
  });

  it('is one of Live no more once it goes on from one of its epochs', async () => {
    const { lab, worker } = await living();
    void lab.branch(2);
    await worker.answer();
    expect(lab.view.getState().live).toBe(false);
    expect(worker.asked.findLast(({ verb }) => verb === 'open')).toMatchObject({ atOnce: false });
  });

  it('stays as it is when Live is turned off', async () => {
    const { lab, worker, seed } = await living();
    const asked = worker.asked.length;
    const { experiment } = lab.editor;
    lab.setLive(false);
    expect(worker.asked).toHaveLength(asked);
    expect(lab.editor.experiment).toBe(experiment);
    seed(11);
    await worker.answer();
    expect(worker.asked.at(-1)).toMatchObject({ verb: 'open', atOnce: false });
    expect(lab.run.getState()).toMatchObject({ state: 'paused', step: 0, held: null });
  });
});

describe('a lab that is disposed of', () => {
  it('leaves no worker, timer, animation frame or subscription behind', async () => {
    vi.useFakeTimers();
    vi.stubGlobal('requestAnimationFrame', (draw: () => void) => setTimeout(draw, 16));
    vi.stubGlobal('cancelAnimationFrame', clearTimeout);
    try {
      const lab = new Lab(base);
      const worker = new SlowWorker();
      lab.controller.connect(
        () => worker,
        () => VIEW,
      );
      await vi.advanceTimersByTimeAsync(1);
      void worker.answer();
      await vi.advanceTimersByTimeAsync(1);
      void lab.controller.play();
      void worker.answer();
      await vi.advanceTimersByTimeAsync(1);
      worker.frame('running', 4);
      lab.controller.setLearningRate(0.002);
      expect(vi.getTimerCount()).toBe(3);
      lab.dispose();
      expect(vi.getTimerCount()).toBe(0);
      expect(worker.terminated).toBe(true);
      const asked = worker.asked.length;
      lab.editor.edit('seed', (e) => ({ ...e, seed: 77 }));
      void lab.controller.pause();
      void lab.controller.play();
      lab.feed.frame = { usages: [{ epoch: 5, weights: Float32Array.of(0.5, 0.5) }] } as never;
      lab.run.setState({ frame: 99, step: 10 });
      expect(lab.componentColours.getState().colours).toBeNull();
      await vi.advanceTimersByTimeAsync(60_000);
      expect(worker.asked).toHaveLength(asked);
      expect(vi.getTimerCount()).toBe(0);
    } finally {
      vi.useRealTimers();
    }
  });
});
