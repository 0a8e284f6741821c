import { Run } from '../../src/engine/run.ts';
import { Server } from '../../src/protocol/server.ts';
import type { WorkerLike } from '../../src/protocol/supervisor.ts';
import { engineOf } from './engines.ts';
import { leftovers } from './leftovers.ts';

/** A worker in this process: the real server and engine, with messages that are copied and take their turn. */
export class WorkerHere implements WorkerLike {
  onmessage: WorkerLike['onmessage'] = null;
  onmessageerror: WorkerLike['onmessageerror'] = null;
  onerror: WorkerLike['onerror'] = null;
  private ended = false;
  private readonly server = new Server({
    open: async (experiment, snapshot) => {
      const engine = await engineOf(experiment.engine);
      const info = { engine: experiment.engine, fallback: null };
      return { run: new Run(experiment, engine, snapshot ?? undefined), info };
    },
    post: (message) => {
      const data = structuredClone(message);
      this.soon(() => this.onmessage?.({ data } as MessageEvent));
    },
    now: () => performance.now(),
    defer: (callback, milliseconds) => {
      if (milliseconds > 0) setTimeout(() => this.ended || callback(), milliseconds);
      else this.soon(callback);
    },
    fail: (error) => {
      throw error;
    },
  });

  constructor() {
    leftovers.add(() => this.terminate());
  }

  postMessage(message: unknown): void {
    const copy = structuredClone(message);
    this.soon(() => this.server.receive(copy));
  }

  terminate(): void {
    this.ended = true;
  }

  private soon(callback: () => void): void {
    setImmediate(() => this.ended || callback());
  }
}
