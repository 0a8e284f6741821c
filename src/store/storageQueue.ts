/**
 * A storage that is opened when it is first needed, and what is done with it, one thing
 * after the other.
 */
export class StorageQueue<Storage> {
  private readonly open: () => Storage | Promise<Storage>;
  private readonly onRefused: () => void;
  private storage: Storage | null = null;
  private queue: Promise<unknown> = Promise.resolve();

  /**
   * @param open asked for once
   * @param onRefused called whenever the browser refuses
   */
  constructor(open: () => Storage | Promise<Storage>, onRefused: () => void) {
    this.open = open;
    this.onRefused = onRefused;
  }

  /** Null where the browser refuses. */
  use<R>(use: (storage: Storage) => Promise<R>): Promise<R | null> {
    const result = this.queue.then(async () => {
      try {
        this.storage ??= await this.open();
        return await use(this.storage);
      } catch {
        this.onRefused();
        return null;
      }
    });
    this.queue = result;
    return result;
  }
}
