import plain from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url';
import simd from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import kernelUrl from '../../build/kernel.wasm?url';
import { openEngine } from '../engine/open.ts';
import { predict, usage } from '../engine/predictions.ts';
import { Scoring, ScoringPoints } from '../engine/scoring.ts';
import { Trainer } from '../engine/trainer.ts';
import type { ToWorker } from '../protocol/messages.ts';
import { Server } from '../protocol/server.ts';

/** The training worker: wires the server to the browser and to the engine. */

// A message to oneself lets waiting messages in first, and unlike animation
// frames and timers it is not held back in a hidden tab.
const channel = new MessageChannel();
let deferred: (() => void) | null = null;
channel.port1.onmessage = () => deferred?.();

/** A kernel (4.5 kB) that has not arrived by then is done without. */
const KERNEL_DEADLINE_MS = 20_000;

const sources = {
  tfjs: { simd, plain },
  kernel: async () => {
    const response = await fetch(kernelUrl, { signal: AbortSignal.timeout(KERNEL_DEADLINE_MS) });
    return response.arrayBuffer();
  },
};

const server = new Server({
  async open(experiment, snapshot) {
    const { engine, info } = await openEngine(experiment.engine, sources);
    const trainer = new Trainer(experiment, engine, snapshot ?? undefined);
    let points: ScoringPoints | null = null;
    const scoring = (count: number) => {
      if (!Scoring.possible(trainer)) return null;
      points ??= new ScoringPoints(trainer);
      return new Scoring(trainer, points, count);
    };
    const view = predict.bind(null, trainer);
    return {
      run: Object.assign(trainer, { view, usage: usage.bind(null, trainer), scoring }),
      info,
    };
  },
  post: (message, transfer) => postMessage(message, { transfer }),
  now: () => performance.now(),
  defer(callback, milliseconds) {
    if (milliseconds > 0) {
      setTimeout(callback, milliseconds);
      return;
    }
    deferred = callback;
    channel.port2.postMessage(null);
  },
  fail(error) {
    // Outside of any promise, so that it becomes the worker's error event.
    setTimeout(() => {
      throw error;
    });
  },
});

addEventListener('message', ({ data }: MessageEvent<ToWorker>) => server.receive(data));
