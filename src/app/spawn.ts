/** Starts a training worker. */
export function spawn(): Worker {
  const worker = new Worker(new URL('../worker/main.ts', import.meta.url), { type: 'module' });
  // Chromium sends workers' pages this event, but has no property for who listens to it.
  if (!('onmessageerror' in Worker.prototype)) {
    worker.addEventListener('messageerror', (event) => worker.onmessageerror?.(event));
  }
  return worker;
}
