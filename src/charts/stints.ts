/** Milliseconds after which work makes room for frames and input. */
const STINT_MS = 6;

/** Runs a generator to its end at once. */
export function runAtOnce<T>(work: Iterator<unknown, T>): T {
  let step = work.next();
  while (!step.done) step = work.next();
  return step.value;
}

/** Runs a generator for a stint; gives its last step. */
function runStint<T>(work: Iterator<unknown, T>, stintMs: number): IteratorResult<unknown, T> {
  const end = performance.now() + stintMs;
  let step: IteratorResult<unknown, T>;
  do step = work.next();
  while (!step.done && performance.now() < end);
  return step;
}

/** Runs a generator to its end, each stint of it in a task of its own; fails as it does. */
export async function inStints<T>(work: Iterator<unknown, T>, stintMs = STINT_MS): Promise<T> {
  for (;;) {
    const step = runStint(work, stintMs);
    if (step.done) return step.value;
    await new Promise((resolve) => setTimeout(resolve));
  }
}

/**
 * Runs a generator a stint at a time between frames and hands over what it
 * returns.
 *
 * @returns stops it; then nothing is handed over
 */
export function runInStints<T>(
  work: Iterator<unknown, T>,
  done: (result: T) => void,
  stintMs = STINT_MS,
): () => void {
  let timer: ReturnType<typeof setTimeout>;
  const stint = () => {
    const step = runStint(work, stintMs);
    if (step.done) done(step.value);
    else timer = setTimeout(stint);
  };
  timer = setTimeout(stint);
  return () => clearTimeout(timer);
}
