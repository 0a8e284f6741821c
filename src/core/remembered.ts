/** Enough for the labs that a page shows side by side. */
const KEPT = 8;

/** The last few values that were made, by what they were made of. */
export class Remembered<T> {
  private readonly kept = new Map<string, T>();

  get(of: unknown, make: () => T): T {
    const { kept } = this;
    const key = JSON.stringify(of);
    const value = kept.get(key) ?? make();
    if (!kept.delete(key) && kept.size >= KEPT) kept.delete(kept.keys().next().value as string);
    // The one used last is the last to go.
    kept.set(key, value);
    return value;
  }
}
