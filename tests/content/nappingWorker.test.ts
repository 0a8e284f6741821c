import { describe, expect, it } from 'vitest';
import { NappingWorker } from '../../src/content/lab/nappingWorker.ts';

/** A worker that keeps what it is told and answers when it is asked to. */
class Stub {
  onmessage: ((event: MessageEvent) => void) | null = null;
  onmessageerror = null;
  onerror: ((event: ErrorEvent) => void) | null = null;
  readonly told: Record<string, unknown>[] = [];
  ended = false;

  postMessage(message: unknown): void {
    this.told.push(message as Record<string, unknown>);
  }

  terminate(): void {
    this.ended = true;
  }

  say(message: unknown): void {
    this.onmessage?.({ data: message } as MessageEvent);
  }
}

function setUp() {
  const workers: Stub[] = [];
  const heard: unknown[] = [];
  const napping = new NappingWorker(() => {
    const worker = new Stub();
    workers.push(worker);
    return worker;
  });
  napping.onmessage = ({ data }) => heard.push(data);
  napping.postMessage({ verb: 'open', call: 1, run: 1, experiment: { training: { epochs: 5 } } });
  workers[0]!.say({ type: 'answer', call: 1, ok: true, value: {} });
  return { workers, heard, napping };
}

const frame = (state: string) => ({ type: 'frame', state });

describe('a worker that can nap', () => {
  it('writes its run down, ends, and goes on from there when woken', () => {
    const { workers, heard, napping } = setUp();
    napping.postMessage({ verb: 'view', call: 2, run: 1, view: { columns: 9 } });
    workers[0]!.say({ type: 'answer', call: 2, ok: true, value: null });
    napping.nap();
    expect(workers[0]!.told.at(-1)).toMatchObject({ verb: 'snapshot', call: -1 });
    workers[0]!.say({ type: 'answer', call: -1, ok: true, value: { now: 7 } });
    expect(workers[0]!.ended).toBe(true);
    expect(napping.asleep).toBe(true);

    napping.wake();
    expect(workers[1]!.told).toEqual([
      {
        verb: 'open',
        call: -2,
        run: 1,
        experiment: { training: { epochs: 5 } },
        view: { columns: 9 },
        snapshot: { now: 7 },
      },
    ]);
    workers[1]!.say({ type: 'answer', call: -2, ok: true, value: {} });
    workers[1]!.say(frame('paused'));
    // The page heard its own answers and the frame, and nothing of the nap.
    expect(heard).toEqual([
      { type: 'answer', call: 1, ok: true, value: {} },
      { type: 'answer', call: 2, ok: true, value: null },
      frame('paused'),
    ]);
  });

  it('is taken for dead when it cannot go on from where it stopped', () => {
    const { workers, napping } = setUp();
    let errors = 0;
    napping.onerror = () => errors++;
    napping.nap();
    workers[0]!.say({ type: 'answer', call: -1, ok: true, value: { now: 7 } });
    napping.wake();
    expect(errors).toBe(0);
    workers[1]!.say({ type: 'answer', call: -2, ok: false, refusal: { reason: 'failed' } });
    expect(errors).toBe(1);
  });

  it('naps only once training rests and every call is answered', () => {
    const { workers, napping } = setUp();
    napping.postMessage({ verb: 'start', call: 2, run: 1 });
    workers[0]!.say({ type: 'answer', call: 2, ok: true, value: null });
    napping.postMessage({ verb: 'pause', call: 3, run: 1 });
    napping.nap();
    expect(workers[0]!.told.at(-1)).toMatchObject({ verb: 'pause' });
    workers[0]!.say(frame('paused'));
    napping.postMessage({ verb: 'credit', run: 1 });
    expect(workers[0]!.told.at(-1)).toMatchObject({ verb: 'credit' });
    workers[0]!.say({ type: 'answer', call: 3, ok: true, value: {} });
    expect(workers[0]!.told.at(-1)).toMatchObject({ verb: 'snapshot', call: -1 });
    workers[0]!.say({ type: 'answer', call: -1, ok: true, value: {} });
    expect(napping.asleep).toBe(true);
  });

  it('does not nap when it is wanted again in time', () => {
    const { workers, napping } = setUp();
    napping.nap();
    napping.wake();
    workers[0]!.say({ type: 'answer', call: -1, ok: true, value: {} });
    expect(napping.asleep).toBe(false);
    napping.nap();
    napping.postMessage({ verb: 'start', call: 2, run: 1 });
    workers[0]!.say({ type: 'answer', call: -1, ok: true, value: {} });
    expect(napping.asleep).toBe(false);
  });

  it('is woken by a call, but not by a credit', () => {
    const { workers, napping } = setUp();
    napping.postMessage({ verb: 'extend', call: 2, run: 1, end: { epochs: 10 } });
    workers[0]!.say({ type: 'answer', call: 2, ok: true, value: {} });
    napping.nap();
    workers[0]!.say({ type: 'answer', call: -1, ok: true, value: { now: 1 } });
    napping.postMessage({ verb: 'credit', run: 1 });
    expect(workers).toHaveLength(1);
    napping.postMessage({ verb: 'start', call: 3, run: 1 });
    expect(workers[1]!.told).toMatchObject([
      { verb: 'open', experiment: { training: { epochs: 10 } }, snapshot: { now: 1 } },
      { verb: 'start', call: 3 },
    ]);
  });

  it('forgets its snapshot when another run is opened', () => {
    const { workers, napping } = setUp();
    napping.nap();
    workers[0]!.say({ type: 'answer', call: -1, ok: true, value: { now: 1 } });
    napping.postMessage({ verb: 'open', call: 2, run: 2, experiment: {}, snapshot: null });
    expect(workers[1]!.told).toMatchObject([{ verb: 'open', run: 2, snapshot: null }]);
  });
});
