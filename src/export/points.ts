import type { Points, Split } from '../core/data/points.ts';
import { csvOf, type NumberTable } from './tables.ts';

/** The points of both sets, those to train on first, in the order of training. */
export function pointTable({ train, test }: Pick<Split, 'train' | 'test'>): NumberTable {
  const named = (points: Points, name: string) => Array.from(points.x, () => name);
  return [
    { name: 'x', values: [...train.x, ...test.x] },
    { name: 'y', values: [...train.y, ...test.y] },
    { name: 'split', values: [...named(train, 'train'), ...named(test, 'test')] },
  ];
}

/** The points as CSV, columns x, y and split, with all digits. */
export function pointsCsv(data: Pick<Split, 'train' | 'test'>): string {
  return csvOf(pointTable(data));
}
