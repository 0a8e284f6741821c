import type { LossSeries } from '../core/run.ts';

/** Collects losses until they are taken. */
export class LossLog {
  private rows: { set: 'train' | 'test'; epoch: number; loss: number }[] = [];
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
    this.rows = this.rows.filter((row) => row.epoch <= epoch);
  }

  clear(): void {
    this.rows = [];
    this.last.train = null;
    this.last.test = null;
  }

  /** The losses since the last call. */
  take(): { train: LossSeries; test: LossSeries } {
    const rows = this.rows;
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
