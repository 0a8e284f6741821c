import { openEngine } from '../engine/open.ts';
import { Run } from '../engine/run.ts';
import { Server } from '../protocol/server.ts';
import { defer } from './defer.ts';
import { SOURCES } from './sources.ts';

/** The training worker: wires the server to the browser and to the engine. */
const server = new Server({
  async open(experiment, snapshot) {
    const { engine, info } = await openEngine(experiment.engine, SOURCES);
    return { run: new Run(experiment, engine, snapshot ?? undefined), info };
  },
  post: (message, transfer) => postMessage(message, { transfer }),
  now: () => performance.now(),
  defer,
  fail(error) {
    // Outside of any promise, so that it becomes the worker's error event.
    setTimeout(() => {
      throw error;
    });
  },
});

addEventListener('message', ({ data }) => server.receive(data));
