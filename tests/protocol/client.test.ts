import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DEFAULT_EXPERIMENT } from '../../src/core/presets.ts';
import { Client } from '../../src/protocol/client.ts';
import type { Call, Frame, FromWorker } from '../../src/protocol/messages.ts';
import type { WorkerLike } from '../../src/protocol/supervisor.ts';
import { VIEW } from '../helpers/viewRequest.ts';

class FakeWorker implements WorkerLike {
  onmessage: WorkerLike['onmessage'] = null;
  onmessageerror: WorkerLike['onmessageerror'] = null;
  onerror: WorkerLike['onerror'] = null;
  received: Call[] = [];
  terminated = false;
  silent = false;

  postMessage(message: unknown): void {
    const call = structuredClone(message) as Call;
    this.received.push(call);
    if (this.silent || (call.verb as string) === 'credit') return;
    queueMicrotask(() => this.answer(call));
  }

  answer({ call, verb } = this.received.at(-1)!): void {
    const values = { snapshot: { now: { step: 42 } }, step: { until: 142 }, tune: { step: 40 } };
    const value = values[verb as keyof typeof values] ?? null;
    this.send({ type: 'answer', call, ok: true, value });
  }

  send(data: FromWorker): void {
    this.onmessage?.({ data } as MessageEvent<FromWorker>);
  }

  terminate(): void {
    this.terminated = true;
  }

  verbs(): string[] {
    return this.received.map(({ verb }) => verb);
  }
}

/** @param silent whether the first worker says nothing */
function stand(silent = false) {
  const workers: FakeWorker[] = [];
  const frames: Frame[] = [];
  const states: string[] = [];
  const restarts: number[] = [];
  let failures = 0;
  const client = new Client({
    spawn() {
      const worker = new FakeWorker();
      worker.silent = silent && workers.length === 0;
      workers.push(worker);
      return worker;
    },
    onState: (state) => states.push(state),
    onFrame: (frame) => frames.push(frame),
    onBack: (step, _, after) => after === 'death' && restarts.push(step),
    onFailure: () => failures++,
  });
  return { client, workers, frames, states, restarts, failures: () => failures };
}

const frame = (run: number, state: Frame['state'], step: number) =>
  ({ type: 'frame', run, state, step }) as Frame;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('Client', () => {
  it('answers every call exactly once, in any order', async () => {
    const { client, workers } = stand(true);
    const first = client.open(DEFAULT_EXPERIMENT, VIEW);
    const second = client.pause();
    const [open, pause] = workers[0]!.received;
    workers[0]!.send({ type: 'answer', call: pause!.call, ok: true, value: 'b' });
    workers[0]!.send({ type: 'answer', call: open!.call, ok: true, value: 'a' });
    workers[0]!.send({ type: 'answer', call: open!.call, ok: true, value: 'again' });
    expect(await first).toEqual({ ok: true, value: 'a' });
    expect(await second).toEqual({ ok: true, value: 'b' });
  });

  it('drops frames and answers of a run that is no longer open', async () => {
    const { client, workers, frames } = stand();
    await client.open(DEFAULT_EXPERIMENT, VIEW);
    workers[0]!.silent = true;
    const stale = client.pause();
    const { call } = workers[0]!.received.at(-1)!;
    workers[0]!.silent = false;
    await client.open(DEFAULT_EXPERIMENT, VIEW);
    workers[0]!.send({ type: 'answer', call, ok: true, value: null });
    workers[0]!.send(frame(1, 'running', 3));
    workers[0]!.send(frame(2, 'running', 4));
    expect(await stale).toEqual({ ok: false, refusal: { reason: 'staleRun' } });
    expect(frames.map(({ step }) => step)).toEqual([4]);
  });

  it('takes no state from a frame that is older than a call', async () => {
    const { client, workers, frames } = stand();
    await client.open(DEFAULT_EXPERIMENT, VIEW);
    workers[0]!.silent = true;
    const started = client.start();
    workers[0]!.send(frame(1, 'paused', 0));
    workers[0]!.answer();
    await started;
    const paused = client.pause();
    const pause = workers[0]!.received.at(-1)!;
    workers[0]!.send(frame(1, 'running', 2));
    workers[0]!.answer(pause);
    await paused;
    workers[0]!.send(frame(1, 'finished', 3));
    workers[0]!.answer();
    expect(frames.map(({ state, step }) => [state, step])).toEqual([
      ['running', 0],
      ['paused', 2],
      ['finished', 3],
    ]);
  });

  it('drops a frame of before a reset, and asks for the next', async () => {
    const { client, workers, frames } = stand();
    await client.open(DEFAULT_EXPERIMENT, VIEW);
    workers[0]!.silent = true;
    const reset = client.reset();
    workers[0]!.send(frame(1, 'running', 400));
    expect(frames).toEqual([]);
    expect(workers[0]!.verbs().at(-1)).toBe('credit');
    workers[0]!.answer(workers[0]!.received.find(({ verb }) => verb === 'reset'));
    await reset;
    workers[0]!.send(frame(1, 'paused', 0));
    expect(frames).toHaveLength(1);
  });

  it('plays on after a restart, also if a frame of before the start came late', async () => {
    const { client, workers } = stand();
    await client.open(DEFAULT_EXPERIMENT, VIEW);
    const started = client.start();
    workers[0]!.send(frame(1, 'paused', 0));
    await started;
    workers[0]!.onerror?.({} as ErrorEvent);
    await vi.advanceTimersByTimeAsync(1);
    expect(workers[1]!.verbs()).toEqual(['open', 'start']);
  });

  it('replaces a worker that reports an error, and goes on from the last snapshot', async () => {
    const { client, workers, restarts } = stand();
    await client.open(DEFAULT_EXPERIMENT, VIEW);
    await client.start();
    await vi.advanceTimersByTimeAsync(2500);
    workers[0]!.onerror?.({} as ErrorEvent);
    await vi.advanceTimersByTimeAsync(1);
    expect(workers).toHaveLength(2);
    expect(workers[0]!.terminated).toBe(true);
    expect(workers[1]!.verbs()).toEqual(['open', 'start']);
    expect(workers[1]!.received[0]).toMatchObject({ snapshot: { now: { step: 42 } } });
    expect(restarts).toEqual([42]);
  });

  it('replaces a worker whose message cannot be read', async () => {
    const { client, workers, restarts } = stand();
    await client.open(DEFAULT_EXPERIMENT, VIEW);
    workers[0]!.onmessageerror?.({} as MessageEvent);
    await vi.advanceTimersByTimeAsync(1);
    expect(workers[0]!.terminated).toBe(true);
    expect(workers).toHaveLength(2);
    expect(restarts).toEqual([0]);
  });

  it('takes a worker that does not answer in time for dead', async () => {
    const { client, workers } = stand();
    await client.open(DEFAULT_EXPERIMENT, VIEW);
    workers[0]!.silent = true;
    const lost = client.pause();
    await vi.advanceTimersByTimeAsync(10_001);
    expect(await lost).toMatchObject({ ok: false, refusal: { reason: 'failed' } });
    expect(workers).toHaveLength(2);
    expect(workers[1]!.verbs()).toContain('open');
    expect(workers[1]!.verbs()).not.toContain('start');
  });

  it('notices within seconds that a worker fell silent while training', async () => {
    const { client, workers } = stand();
    await client.open(DEFAULT_EXPERIMENT, VIEW);
    await client.start();
    workers[0]!.silent = true;
    await vi.advanceTimersByTimeAsync(12_500);
    expect(workers[0]!.terminated).toBe(true);
    expect(workers[1]!.verbs()).toContain('start');
  });

  it('gives up after three restarts without progress', async () => {
    const { client, workers, failures } = stand();
    await client.open(DEFAULT_EXPERIMENT, VIEW);
    for (let i = 0; i < 4; i++) {
      workers.at(-1)!.onerror?.({} as ErrorEvent);
      await vi.advanceTimersByTimeAsync(2001);
    }
    expect(workers).toHaveLength(4);
    expect(failures()).toBe(1);
  });

  it('keeps a snapshot of a run that has stopped, so that a restart loses nothing', async () => {
    const { client, workers } = stand();
    await client.open(DEFAULT_EXPERIMENT, VIEW);
    workers[0]!.send(frame(1, 'paused', 42));
    await vi.advanceTimersByTimeAsync(1);
    workers[0]!.onerror?.({} as ErrorEvent);
    await vi.advanceTimersByTimeAsync(1);
    expect(workers[1]!.received[0]).toMatchObject({ snapshot: { now: { step: 42 } } });
  });

  it('tells the pace to a worker once its run is open, also to one that replaces it', async () => {
    const { client, workers } = stand();
    await client.pace(3);
    expect(workers).toEqual([]);
    await client.open(DEFAULT_EXPERIMENT, VIEW);
    expect(workers[0]!.verbs()).toEqual(['open', 'pace']);
    await client.pace(10);
    workers[0]!.onerror?.({} as ErrorEvent);
    await vi.advanceTimersByTimeAsync(1);
    expect(workers[1]!.verbs()).toEqual(['open', 'pace']);
    expect(workers[1]!.received[1]).toMatchObject({ stepsPerSecond: 10 });
  });

  it('keeps its patience when the page itself was held up, however long', async () => {
    const { client, workers, restarts } = stand();
    await client.open(DEFAULT_EXPERIMENT, VIEW);
    workers[0]!.silent = true;
    const paused = client.pause();
    await vi.advanceTimersByTimeAsync(3000);
    // A minute in which no timer ran.
    const now = performance.now();
    vi.spyOn(performance, 'now').mockImplementation(() => now + 60_000);
    await vi.advanceTimersByTimeAsync(500);
    vi.mocked(performance.now).mockRestore();
    const { call } = workers[0]!.received.at(-1)!;
    workers[0]!.send({ type: 'answer', call, ok: true, value: null });
    expect(await paused).toMatchObject({ ok: true });
    expect(restarts).toEqual([]);
    expect(workers).toHaveLength(1);
  });

  it('waits for an open run as long as the download takes, also with what is asked after it', async () => {
    const { client, workers } = stand(true);
    void client.open(DEFAULT_EXPERIMENT, VIEW);
    void client.view(VIEW);
    await vi.advanceTimersByTimeAsync(50_000);
    expect(workers).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(10_500);
    expect(workers).toHaveLength(2);
  });

  it('waits no longer for another run of a worker that has spoken than for any call', async () => {
    const { client, workers } = stand();
    await client.open(DEFAULT_EXPERIMENT, VIEW);
    workers[0]!.silent = true;
    const opened = client.open(DEFAULT_EXPERIMENT, VIEW);
    await vi.advanceTimersByTimeAsync(9_500);
    expect(workers).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1000);
    expect(workers).toHaveLength(2);
    expect(await opened).toMatchObject({ ok: true });
  });

  it('forgets a snapshot that was asked for before a reset and arrives after it', async () => {
    const { client, workers, restarts } = stand();
    await client.open(DEFAULT_EXPERIMENT, VIEW);
    await client.start();
    workers[0]!.silent = true;
    await vi.advanceTimersByTimeAsync(2000);
    const asked = workers[0]!.received.at(-1)!;
    expect(asked.verb).toBe('snapshot');
    const reset = client.reset();
    workers[0]!.answer(asked);
    workers[0]!.answer();
    await reset;
    workers[0]!.onerror?.({} as ErrorEvent);
    await vi.advanceTimersByTimeAsync(1);
    expect(restarts).toEqual([0]);
  });

  it('answers an open from the worker that replaced the first, and tells of no restart', async () => {
    const { client, workers, restarts } = stand(true);
    const opened = client.open(DEFAULT_EXPERIMENT, VIEW);
    workers[0]!.onerror?.({} as ErrorEvent);
    await vi.advanceTimersByTimeAsync(1);
    expect(await opened).toMatchObject({ ok: true });
    expect(workers).toHaveLength(2);
    expect(restarts).toEqual([]);
  });

  it('goes on playing through a second restart during the first', async () => {
    const { client, workers, restarts } = stand();
    await client.open(DEFAULT_EXPERIMENT, VIEW);
    await client.start();
    workers[0]!.onerror?.({} as ErrorEvent);
    workers[1]!.onerror?.({} as ErrorEvent);
    await vi.advanceTimersByTimeAsync(501);
    expect(workers).toHaveLength(3);
    expect(workers[2]!.verbs()).toEqual(['open', 'start']);
    expect(restarts).toEqual([0]);
  });

  it('gives up on a run that ends its worker again and again at the same step', async () => {
    const { client, workers, failures } = stand();
    await client.open(DEFAULT_EXPERIMENT, VIEW);
    await client.start();
    await vi.advanceTimersByTimeAsync(2500);
    for (let i = 0; i < 4; i++) {
      workers.at(-1)!.onerror?.({} as ErrorEvent);
      await vi.advanceTimersByTimeAsync(2001);
      workers.at(-1)!.send(frame(2 + i, 'running', 43));
    }
    expect(failures()).toBe(1);
  });

  it('is asked in vain once it has given up, until it is told to try again', async () => {
    const { client, workers, restarts } = stand();
    await client.open(DEFAULT_EXPERIMENT, VIEW);
    for (let i = 0; i < 4; i++) {
      workers.at(-1)!.onerror?.({} as ErrorEvent);
      await vi.advanceTimersByTimeAsync(2001);
    }
    expect(await client.pause()).toMatchObject({ ok: false, refusal: { reason: 'failed' } });
    const before = restarts.length;
    client.retry();
    await vi.advanceTimersByTimeAsync(1);
    expect(restarts).toHaveLength(before + 1);
    expect(await client.pause()).toMatchObject({ ok: true });
  });

  it('goes on with the worker that it has when it is told to try again', async () => {
    const { client, workers } = stand();
    const opening = client.open(DEFAULT_EXPERIMENT, VIEW);
    client.retry();
    expect(workers).toHaveLength(1);
    expect(await opening).toMatchObject({ ok: true });
    expect(workers[0]!.terminated).toBe(false);
  });

  it('notices that a worker fell silent during a single step', async () => {
    const { client, workers } = stand();
    await client.open(DEFAULT_EXPERIMENT, VIEW);
    await client.step({ unit: 'epoch', count: 100 });
    workers[0]!.silent = true;
    await vi.advanceTimersByTimeAsync(12_500);
    expect(workers[0]!.terminated).toBe(true);
  });

  it('fails with a message, and does not throw, where the browser makes no worker', async () => {
    let failures = 0;
    const client = new Client({
      spawn() {
        throw new Error('SecurityError');
      },
      onState() {},
      onFrame() {},
      onBack() {},
      onFailure: () => failures++,
    });
    const opened = client.open(DEFAULT_EXPERIMENT, VIEW);
    await vi.advanceTimersByTimeAsync(5000);
    expect(await opened).toMatchObject({ ok: false, refusal: { reason: 'failed' } });
    expect(failures).toBe(1);
  });

  it('says what is wanted at once, and what the worker makes of it', async () => {
    const { client, workers, states, frames } = stand();
    await client.open(DEFAULT_EXPERIMENT, VIEW);
    workers[0]!.silent = true;
    void client.start();
    expect(states).toEqual(['running']);
    void client.pause();
    expect(states).toEqual(['running', 'paused']);
    for (const call of workers[0]!.received.slice(1)) workers[0]!.answer(call);
    workers[0]!.send(frame(1, 'finished', 9));
    expect(frames.at(-1)).toMatchObject({ state: 'finished' });
    // What has ended is not started again, and stays ended when it is paused.
    await client.start();
    void client.pause();
    expect(states).toHaveLength(2);
    void client.reset();
    expect(states).toEqual(['running', 'paused', 'paused']);
  });

  it('is told to train before there is a run, and trains the first that is opened', async () => {
    const { client, workers, states } = stand();
    await client.start();
    expect(states).toEqual(['running']);
    await client.open(DEFAULT_EXPERIMENT, VIEW);
    expect(workers[0]!.verbs()).toEqual(['open', 'start']);
  });

  it('tells a worker that opens a run what is wanted once the run is open, and that alone', async () => {
    const { client, workers } = stand(true);
    void client.open(DEFAULT_EXPERIMENT, VIEW);
    void client.start();
    void client.pause();
    void client.step({ unit: 'epoch', count: 10 });
    expect(workers[0]!.verbs()).toEqual(['open', 'pause']);
    workers[0]!.answer(workers[0]!.received[0]);
    await vi.advanceTimersByTimeAsync(1);
    expect(workers[0]!.verbs()).toEqual(['open', 'pause', 'step']);
  });

  it('trains another run where one trained, and lets it rest where one rested', async () => {
    const { client, workers } = stand();
    await client.open(DEFAULT_EXPERIMENT, VIEW);
    await client.start();
    await client.open(DEFAULT_EXPERIMENT, VIEW);
    await client.pause();
    await client.open(DEFAULT_EXPERIMENT, VIEW);
    expect(workers[0]!.verbs()).toEqual(['open', 'start', 'open', 'start', 'pause', 'open']);
  });

  it('trains what is left of a stretch after a restart', async () => {
    const { client, workers } = stand();
    await client.open(DEFAULT_EXPERIMENT, VIEW);
    await client.step({ unit: 'epoch', count: 50 });
    await vi.advanceTimersByTimeAsync(2500);
    workers[0]!.onerror?.({} as ErrorEvent);
    await vi.advanceTimersByTimeAsync(1);
    // It ends at step 142, and the snapshot was taken after 42.
    expect(workers[1]!.received[1]).toMatchObject({ verb: 'step', unit: 'step', count: 100 });
    workers[1]!.send(frame(2, 'paused', 142));
    workers[1]!.onerror?.({} as ErrorEvent);
    await vi.advanceTimersByTimeAsync(501);
    expect(workers[2]!.verbs()).toEqual(['open']);
  });

  it('trains on when a run that had come to its end is to end later', async () => {
    const { client, workers, states } = stand();
    await client.open(DEFAULT_EXPERIMENT, VIEW);
    await client.start();
    workers[0]!.send(frame(1, 'finished', 42));
    await client.extend({ epochs: 7, stopAtPlateau: false, keepBest: false });
    expect(workers[0]!.verbs().slice(-2)).toEqual(['extend', 'start']);
    expect(states).toEqual(['running', 'running']);
    expect(client.experiment?.training.epochs).toBe(7);
  });

  it('leaves nothing behind when it is disposed of', async () => {
    const { client, workers, failures } = stand();
    const opened = client.open(DEFAULT_EXPERIMENT, VIEW);
    await opened;
    await client.start();
    workers[0]!.silent = true;
    const lost = client.pause();
    client.rest();
    void client.start();
    expect(vi.getTimerCount()).toBeGreaterThan(0);
    client.dispose();
    expect(vi.getTimerCount()).toBe(0);
    expect(workers[0]!.terminated).toBe(true);
    expect(await lost).toMatchObject({ ok: false, refusal: { reason: 'staleRun' } });
    workers[0]!.onerror?.({} as ErrorEvent);
    client.wake();
    client.retry();
    await vi.advanceTimersByTimeAsync(60_000);
    expect([workers.length, failures()]).toEqual([1, 0]);
  });

  it('leaves nothing behind while a worker is being replaced either', async () => {
    const { client, workers } = stand();
    await client.open(DEFAULT_EXPERIMENT, VIEW);
    workers[0]!.onerror?.({} as ErrorEvent);
    workers[1]!.onerror?.({} as ErrorEvent);
    expect(vi.getTimerCount()).toBe(1);
    client.dispose();
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('a client at rest', () => {
  /** A client that has trained to step 42 and given its worker up. */
  async function asleep() {
    const s = stand();
    await s.client.open(DEFAULT_EXPERIMENT, VIEW);
    s.workers[0]!.send(frame(1, 'paused', 42));
    s.client.rest();
    await vi.advanceTimersByTimeAsync(1);
    expect(s.workers[0]!.terminated).toBe(true);
    return s;
  }

  it('has its run written down, ends the worker, and goes on from there when it wakes', async () => {
    const { client, workers, frames, restarts } = stand();
    await client.open(DEFAULT_EXPERIMENT, VIEW);
    await client.view({ ...VIEW, columns: 9 });
    client.rest();
    await vi.advanceTimersByTimeAsync(1);
    expect(workers[0]!.verbs()).toEqual(['open', 'view', 'snapshot']);
    expect(workers[0]!.terminated).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
    client.wake();
    await vi.advanceTimersByTimeAsync(1);
    expect(workers[1]!.received).toMatchObject([
      { verb: 'open', snapshot: { now: { step: 42 } }, view: { columns: 9 } },
    ]);
    // The page hears nothing of it but the next frame.
    workers[1]!.send(frame(2, 'paused', 42));
    expect(frames).toHaveLength(1);
    expect(restarts).toEqual([]);
  });

  it('comes back with the rates and the end that its run was given', async () => {
    const { client, workers } = stand();
    await client.open(DEFAULT_EXPERIMENT, VIEW);
    const tuned = await client.tune(0.5);
    await client.extend({ epochs: 10, stopAtPlateau: false, keepBest: false });
    client.rest();
    await vi.advanceTimersByTimeAsync(1);
    client.wake();
    const rateChanges = [{ step: 40, rate: 0.5 }];
    expect(tuned).toMatchObject({ ok: true, value: { training: { rateChanges } } });
    expect(workers[1]!.received[0]).toMatchObject({
      experiment: { training: { rateChanges, epochs: 10 } },
      snapshot: { now: { step: 42 } },
    });
  });

  it('keeps its worker until training rests, is shown to rest, and every call is answered', async () => {
    const { client, workers } = stand();
    await client.open(DEFAULT_EXPERIMENT, VIEW);
    await client.start();
    client.rest();
    await vi.advanceTimersByTimeAsync(1);
    expect(workers[0]!.verbs()).toEqual(['open', 'start']);
    await client.pause();
    await vi.advanceTimersByTimeAsync(1);
    expect(workers[0]!.verbs()).toEqual(['open', 'start', 'pause']);
    workers[0]!.silent = true;
    void client.view(VIEW);
    const view = workers[0]!.received.at(-1)!;
    workers[0]!.send(frame(1, 'paused', 0));
    await vi.advanceTimersByTimeAsync(1);
    expect(workers[0]!.verbs().at(-1)).toBe('view');
    workers[0]!.silent = false;
    workers[0]!.answer(view);
    await vi.advanceTimersByTimeAsync(1);
    expect(workers[0]!.verbs().at(-1)).toBe('snapshot');
    expect(workers[0]!.terminated).toBe(true);
  });

  it.each(['wake', 'start'] as const)(
    'keeps its worker if it is told to %s in time',
    async (verb) => {
      const { client, workers } = stand();
      await client.open(DEFAULT_EXPERIMENT, VIEW);
      client.rest();
      void client[verb]();
      await vi.advanceTimersByTimeAsync(1);
      expect(workers[0]!.terminated).toBe(false);
      expect(workers).toHaveLength(1);
    },
  );

  it('is woken by a call, but not by a credit', async () => {
    const { client, workers } = await asleep();
    client.credit();
    expect(workers).toHaveLength(1);
    expect(await client.pause()).toMatchObject({ ok: true });
    expect(workers[1]!.verbs()).toEqual(['open', 'pause']);
  });

  it('is woken to train, and trains once', async () => {
    const { client, workers } = await asleep();
    await client.start();
    await vi.advanceTimersByTimeAsync(1);
    expect(workers[1]!.verbs()).toEqual(['open', 'start']);
    expect(workers).toHaveLength(2);
  });

  it('forgets its snapshot when another run is opened', async () => {
    const { client, workers } = await asleep();
    expect(await client.open(DEFAULT_EXPERIMENT, VIEW)).toMatchObject({ ok: true });
    expect(workers[1]!.received).toMatchObject([{ verb: 'open', snapshot: null }]);
  });

  it('fails when no worker can go on from where it stopped', async () => {
    const { client, workers, failures } = await asleep();
    client.wake();
    workers[1]!.silent = true;
    const { call } = workers[1]!.received[0]!;
    const refusal = { reason: 'failed', message: 'out of memory' } as const;
    workers[1]!.send({ type: 'answer', call, ok: false, refusal });
    await vi.advanceTimersByTimeAsync(1);
    expect(failures()).toBe(1);
    expect(workers[1]!.terminated).toBe(true);
  });

  it('is brought back by a worker that follows, if the one that was to do so dies', async () => {
    const { client, workers, failures } = await asleep();
    client.wake();
    workers[1]!.onerror?.({} as ErrorEvent);
    await vi.advanceTimersByTimeAsync(1);
    expect(workers[2]!.received).toMatchObject([{ verb: 'open', snapshot: { now: { step: 42 } } }]);
    expect(failures()).toBe(0);
  });
});
