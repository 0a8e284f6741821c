import type { LossRow, LossSeries } from '../core/run.ts';

/** Collects losses until they are taken. */
export class LossLog {
  private rows: LossRow[] = [];
  /** Those of the last call of `take`, which may not have arrived yet. */
  private taken: LossRow[] = [];
  /** The last loss of each set. */
  readonly last: { train: number | null; test: number | null } = { train: null, test: null };

  train(epoch: number, loss: number): void {
    this.last.train = loss;
    this.rows.push({ set: 'train', epoch, loss });
  }

  test(epoch: number, loss: number): void {
    this.last.test = loss;
    this.rows.push({ set: 'test', epoch, loss });
  }

  /** Drops what came after `epoch` and is not taken yet. */
  forget(epoch: number): void {
    const kept = ({ epoch: of }: LossRow) => of <= epoch;
    this.rows = this.rows.filter(kept);
    this.taken = this.taken.filter(kept);
  }

  clear(): void {
    this.rows = [];
    this.taken = [];
    this.last.train = null;
    this.last.test = null;
  }

  /** The losses that nobody may have heard of yet: since the last call of `take`, and those of that call. */
  untold(): LossRow[] {
    return [...this.taken, ...this.rows];
  }

  /** Begins with losses that are still to be told. */
  restore(rows: readonly LossRow[]): void {
    this.rows = rows.slice();
    for (const { set, loss } of rows) this.last[set] = loss;
  }

  /** The losses since the last call. */
  take(): { train: LossSeries; test: LossSeries } {
    const { rows } = this;
    this.taken = rows;
    this.rows = [];
    const series = (set: 'train' | 'test'): LossSeries => {
      const own = rows.filter((row) => row.set === set);
      return {
        epoch: Float64Array.from(own, (row) => row.epoch),
        loss: Float64Array.from(own, (row) => row.loss),
      };
    };
    return { train: series('train'), test: series('test') };
  }
}
