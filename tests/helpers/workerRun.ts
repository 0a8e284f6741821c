import type { Experiment } from '../../src/core/experiment.ts';

/** How a run is driven: straight through, or with pauses, single steps and a page that is slow to draw. */
export type Manner = 'straight' | 'interrupted';

export interface WorkerRun {
  readonly engine: string;
  readonly step: number;
  readonly hash: string;
}

/**
 * Runs an experiment in the built worker and gives the SHA-256 of its
 * parameters. Self-contained: a browser driver sends its text into a page of
 * the built site.
 */
export async function workerRun(
  url: string,
  experiment: Experiment,
  manner: Manner,
): Promise<WorkerRun> {
  const worker = new Worker(url, { type: 'module' });
  // biome-ignore lint/suspicious/noExplicitAny: what comes from the worker is looked at, not typed
  type Message = any;
  const run = 1;
  let calls = 0;
  let onFrame: (frame: Message) => void = () => {};
  const waiting = new Map<number, (answer: Message) => void>();
  worker.onmessage = ({ data }: MessageEvent) => {
    if (data.type === 'frame') onFrame(data);
    else waiting.get(data.call)?.(data);
  };
  const call = (verb: string, rest: object = {}) =>
    new Promise<Message>((resolve) => {
      const number = ++calls;
      waiting.set(number, resolve);
      worker.postMessage({ verb, call: number, run, ...rest });
    });
  const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
  const view = {
    columns: 64,
    range: [-15, 15],
    samplesPerPoint: 2,
    temperature: { weights: 1, widths: 1 },
    density: null,
    scores: true,
    calibration: true,
  };

  const frames: { last: Message } = { last: null };
  const finished = new Promise<void>((resolve) => {
    onFrame = (frame) => {
      frames.last = frame;
      if (frame.state === 'finished') resolve();
      setTimeout(() => worker.postMessage({ verb: 'credit', run }), manner === 'straight' ? 0 : 70);
    };
  });
  const opened = await call('open', {
    experiment,
    own: null,
    snapshot: null,
    view,
    atOnce: false,
  });
  if (!opened.ok) throw new Error(JSON.stringify(opened.refusal));
  if (manner === 'interrupted') {
    for (let i = 0; i < 5; i++) {
      await call('start');
      await sleep(20 + 7 * i);
      await call('pause');
      await call('step', { unit: 'step', count: 1 });
      await sleep(30);
      await call('snapshot');
      await call('step', { unit: 'epoch', count: 2 });
      await sleep(30);
    }
  }
  await call('start');
  await finished;
  const { parameters, step } = frames.last;
  const digest = await crypto.subtle.digest('SHA-256', parameters);
  worker.terminate();
  return {
    engine: opened.value.engine,
    step,
    hash: [...new Uint8Array(digest)].map((b) => b.toString(16).padStart(2, '0')).join(''),
  };
}
