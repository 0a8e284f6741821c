import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Experiment } from '../../src/core/experiment.ts';
import { DEFAULT_EXPERIMENT } from '../../src/core/presets.ts';
import type { Call, FromWorker } from '../../src/protocol/messages.ts';
import { Pool, poolSize } from '../../src/protocol/pool.ts';
import type { WorkerLike } from '../../src/protocol/supervisor.ts';

/** What becomes of a run, by its seed. */
type Fate = 'ends' | 'waits' | 'dies';

/** A worker whose runs end at once, wait until they are let go, or kill it. */
class FakeWorker implements WorkerLike {
  onmessage: WorkerLike['onmessage'] = null;
  onmessageerror: WorkerLike['onmessageerror'] = null;
  onerror: WorkerLike['onerror'] = null;
  terminated = false;
  seed = 0;
  private run = 0;
  private experiment: Experiment | null = null;
  private readonly fateOf: (seed: number) => Fate;

  constructor(fateOf: (seed: number) => Fate) {
    this.fateOf = fateOf;
  }

  postMessage(message: unknown): void {
    const call = structuredClone(message) as Call;
    if ((call.verb as string) !== 'credit') queueMicrotask(() => this.take(call));
  }

  terminate(): void {
    this.terminated = true;
  }

  end(): void {
    const { run } = this;
    this.send({ type: 'frame', run, state: 'finished', step: 9, epoch: 3, epochs: 3 } as never);
  }

  private take(call: Call): void {
    if (call.verb === 'open') {
      this.experiment = call.experiment;
      this.seed = call.experiment.seed;
      this.run = call.run;
    }
    const values = {
      snapshot: { now: { step: 9 } },
      result: { result: { experiment: this.experiment }, parameters: null },
    };
    const value = values[call.verb as keyof typeof values] ?? null;
    this.send({ type: 'answer', call: call.call, ok: true, value });
    if (call.verb !== 'start') return;
    const fate = this.fateOf(this.seed);
    if (fate === 'ends') this.end();
    if (fate === 'dies') this.onerror?.({} as ErrorEvent);
  }

  private send(data: FromWorker): void {
    if (!this.terminated) this.onmessage?.({ data } as MessageEvent<FromWorker>);
  }
}

const experiments = Array.from({ length: 6 }, (_, seed) => ({ ...DEFAULT_EXPERIMENT, seed }));

function stand(size: number, fateOf: (seed: number) => Fate, starts = true) {
  const workers: FakeWorker[] = [];
  const told: string[] = [];
  const pool = new Pool(
    experiments,
    size,
    () => {
      if (!starts) throw new Error('none to be had');
      const worker = new FakeWorker(fateOf);
      workers.push(worker);
      return worker;
    },
    {
      onFrame: () => {},
      onBack: () => {},
      onDone: (index, { result }) => told.push(`${index} done: seed ${result.experiment.seed}`),
      onFailed: (index) => told.push(`${index} failed`),
      onEnd: () => told.push('end'),
    },
  );
  const alive = () => workers.filter(({ terminated }) => !terminated);
  return { pool, workers, told, alive };
}

/** Lets everything happen that is due within so many milliseconds. */
const pass = (milliseconds = 1) => vi.advanceTimersByTimeAsync(milliseconds);
const doneAll = experiments.map((_, i) => `${i} done: seed ${i}`);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('a pool', () => {
  it('runs every experiment once, one after the other in one worker', async () => {
    const { told, workers } = stand(1, () => 'ends');
    await pass();
    expect(told).toEqual([...doneAll, 'end']);
    expect(workers.map(({ terminated }) => terminated)).toEqual([true]);
  });

  it('tells each result at its place, in whatever order the workers come to it', async () => {
    const { told, workers } = stand(3, (seed) => (seed < 3 ? 'waits' : 'ends'));
    await pass();
    expect(workers.map(({ seed }) => seed)).toEqual([0, 1, 2]);
    workers[1]!.end();
    await pass();
    expect(told).toEqual([doneAll[1], ...doneAll.slice(3)]);
    workers[2]!.end();
    workers[0]!.end();
    await pass();
    expect(told.toSorted()).toEqual([...doneAll, 'end'].toSorted());
    expect(told.at(-1)).toBe('end');
  });

  it('ends every worker when it is cancelled, and tells nothing more', async () => {
    const { pool, told, workers, alive } = stand(2, (seed) => (seed === 0 ? 'ends' : 'waits'));
    await pass();
    expect(told).toEqual([doneAll[0]]);
    pool.cancel();
    expect(alive()).toEqual([]);
    for (const worker of workers) worker.end();
    await pass(60_000);
    expect([told, alive()]).toEqual([[doneAll[0]], []]);
  });

  it('brings a run to its end in another worker where one dies', async () => {
    let deaths = 0;
    const { told, workers } = stand(2, (seed) => (seed === 1 && deaths++ < 1 ? 'dies' : 'ends'));
    await pass(5000);
    expect(told.toSorted()).toEqual([...doneAll, 'end'].toSorted());
    expect(workers).toHaveLength(3);
  });

  it('tells of an experiment that kills every worker, and goes on with the rest', async () => {
    const { told, workers } = stand(1, (seed) => (seed === 2 ? 'dies' : 'ends'));
    await pass(60_000);
    expect(told).toEqual([...doneAll.slice(0, 2), '2 failed', ...doneAll.slice(3), 'end']);
    expect(workers.length).toBeLessThan(12);
  });

  it('tells that all have failed where no worker starts', async () => {
    const { told } = stand(3, () => 'ends', false);
    await pass(60_000);
    expect(told.slice(0, -1).toSorted()).toEqual(experiments.map((_, i) => `${i} failed`));
    expect(told.at(-1)).toBe('end');
  });

  it('leaves one processor to the page, and has a worker in any case', () => {
    expect([1, 2, 4, 8, 64].map(poolSize)).toEqual([1, 1, 3, 7, 8]);
  });
});
