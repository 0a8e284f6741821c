import type { Split } from '../core/data/points.ts';

/** The points as CSV, columns x, y and split, with all digits: those to train on first, in the order of training. */
export function pointsCsv({ train, test }: Pick<Split, 'train' | 'test'>): string {
  const rows = ([split, { x, y }]: ['train' | 'test', Split['train']]) =>
    Array.from(x, (value, i) => `${value},${y[i]},${split}\n`);
  return ['x,y,split\n', ...rows(['train', train]), ...rows(['test', test])].join('');
}
