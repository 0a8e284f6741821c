/** Starts a training worker. */
export const spawn = () =>
  new Worker(new URL('../worker/main.ts', import.meta.url), { type: 'module' });
