import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Experiment } from '../../src/core/experiment.ts';
import { DEFAULT_EXPERIMENT as base, withModel } from '../../src/core/presets.ts';
import type { TrainerEvent } from '../../src/core/run.ts';
import type { WorkerLike } from '../../src/protocol/client.ts';
import type { Call, Frame, FromWorker } from '../../src/protocol/messages.ts';
import { Lab } from '../../src/store/lab.ts';
import { effectOf } from '../../src/store/runController.ts';
import { VIEW } from '../helpers/viewRequest.ts';

const training = (change: Partial<Experiment['training']>): Experiment => ({
  ...base,
  training: { ...base.training, ...change },
});

describe('what a change of the experiment does to the run', () => {
  it.each([
    ['nothing', base, 'none'],
    ['another seed', { ...base, seed: 1 }, 'reopen'],
    ['another noise', { ...base, data: { ...base.data, noise: 2 } }, 'reopen'],
    ['another model', withModel(base, 'ffnn'), 'reopen'],
    ['another batch size', training({ batchSize: 10 }), 'reopen'],
    ['another schedule', training({ schedule: { kind: 'cosine', epochs: 5 } }), 'reopen'],
    ['another rate', training({ learningRate: 0.5 }), 'rate'],
    ['a rate change', training({ rateChanges: [{ step: 9, rate: 0.1 }] }), 'rate'],
    ['more epochs', training({ epochs: 5000 }), 'end'],
    ['fewer epochs, still ahead', training({ epochs: 50 }), 'end'],
    ['a stop at a plateau that may be behind', training({ stopAtPlateau: true }), 'reopen'],
    ['fewer epochs than are done', training({ epochs: 49 }), 'reopen'],
    ['more epochs and another seed', { ...training({ epochs: 5000 }), seed: 1 }, 'reopen'],
  ] as const)('%s', (_, changed, effect) => {
    expect(effectOf(base, changed as Experiment, 100)).toBe(effect);
  });

  it('goes on to another end while it looks for a plateau, unless it would look at other epochs', () => {
    const from = training({ stopAtPlateau: true, epochs: 900 });
    expect(effectOf(from, training({ stopAtPlateau: true, epochs: 600 }), 100)).toBe('end');
    expect(effectOf(from, training({ stopAtPlateau: true, epochs: 1000 }), 100)).toBe('reopen');
    expect(effectOf(from, training({ stopAtPlateau: false, epochs: 2000 }), 100)).toBe('end');
  });

  it('starts again when the rate changes before the first step', () => {
    expect(effectOf(base, training({ learningRate: 0.5 }), 0)).toBe('reopen');
  });
});

/** Lets everything that waits for an answer go on. */
const settled = () => new Promise((resolve) => setTimeout(resolve));

/** A worker that answers when it is told to. */
class SlowWorker implements WorkerLike {
  onmessage: WorkerLike['onmessage'] = null;
  onmessageerror: WorkerLike['onmessageerror'] = null;
  onerror: WorkerLike['onerror'] = null;
  readonly asked: Call[] = [];
  private answered = 0;

  postMessage(message: unknown): void {
    if ((message as Call).call) this.asked.push(message as Call);
  }
  terminate(): void {}

  private send(data: FromWorker): void {
    this.onmessage?.({ data } as MessageEvent<FromWorker>);
  }

  /** Answers the next calls, all of them if not told how many, and lets the page take it in. */
  async answer(most = Number.POSITIVE_INFINITY): Promise<void> {
    for (let i = 0; i < most && this.answered < this.asked.length; i++) {
      const { call, verb } = this.asked[this.answered++]!;
      const position = { step: 4, epoch: 2 };
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
    const rest = { step, events, train: none, test: none, view };
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
    lab.controller.connect(() => worker, VIEW);
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
    await worker.answer(1);
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
      lab.controller.connect(() => worker, VIEW);
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
    expect(worker.verbs(asked)).toEqual(['open']);
    expect(worker.asked.at(-1)).toMatchObject({
      experiment: { training: { learningRate: 0.002, rateChanges: [] } },
    });
    expect(lab.editor.store.getState().past).toHaveLength(1);
  });

  it('tells a changed rate to the worker that replaced the one it was meant for', async () => {
    const { lab, worker } = await playing();
    lab.controller.setLearningRate(0.002);
    await vi.waitFor(() => expect(worker.verbs().at(-1)).toBe('tune'));
    const asked = worker.asked.length;
    worker.onerror?.({} as ErrorEvent);
    await worker.answer();
    expect(worker.verbs(asked)).toEqual(['open', 'tune', 'start']);
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
});
