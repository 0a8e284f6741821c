/** Milliseconds after which work makes room for frames and input. */
const SLICE_MS = 6;

/**
 * Runs a generator a slice at a time between frames and hands over what it
 * returns.
 *
 * @returns stops it; then nothing is handed over
 */
export function runInSlices<T>(
  work: Iterator<unknown, T>,
  done: (result: T) => void,
  sliceMs = SLICE_MS,
): () => void {
  let timer: ReturnType<typeof setTimeout>;
  const slice = () => {
    const end = performance.now() + sliceMs;
    do {
      const { done: finished, value } = work.next();
      if (finished) return done(value as T);
    } while (performance.now() < end);
    timer = setTimeout(slice);
  };
  timer = setTimeout(slice);
  return () => clearTimeout(timer);
}
