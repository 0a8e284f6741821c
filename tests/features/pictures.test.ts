import { describe, expect, it } from 'vitest';
import { DATA_NAMES } from '../../src/core/datasets/datasets.ts';
import { connections, dotColumns, MOST_DOTS } from '../../src/features/controls/networkGeometry.ts';
import { pictogramPath } from '../../src/features/pictogram.ts';

function coordinates(path: string): [number, number][] {
  return path
    .slice(1)
    .replaceAll('h0', '')
    .split(/[ML]/)
    .map((pair) => pair.split(' ').map(Number) as [number, number]);
}

describe('the pictogram of a data set', () => {
  it.each(DATA_NAMES)('of %s fills its box up to the margin', (name) => {
    const points = coordinates(pictogramPath(name, 60, 34, 2));
    const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
    expect([Math.min(...xs), Math.max(...xs)]).toEqual([2, 58]);
    expect([Math.min(...ys), Math.max(...ys)]).toEqual([2, 32]);
  });

  it('draws the inverted data as the sine data with x and y swapped', () => {
    const sine = coordinates(pictogramPath('sine', 40, 40, 0));
    const inverted = coordinates(pictogramPath('inverted', 40, 40, 0));
    inverted.forEach(([x, y], i) => {
      expect(x).toBeCloseTo(40 - sine[i]![1], 1);
      expect(y).toBeCloseTo(40 - sine[i]![0], 1);
    });
  });
});

describe('the diagram of a network', () => {
  it('has a column for the input, each hidden layer and the outputs', () => {
    const columns = dotColumns([3, 50], 3, 200, 60, 10);
    expect(columns.map((dots) => dots.length)).toEqual([1, 3, MOST_DOTS, 3]);
    expect(columns.map((dots) => dots[0]!.x)).toEqual([25, 75, 125, 175]);
  });

  it('centres every column', () => {
    for (const dots of dotColumns([4, 1], 1, 200, 60, 10)) {
      expect(dots.reduce((sum, { y }) => sum + y, 0) / dots.length).toBeCloseTo(30, 12);
    }
  });

  it('joins every dot with every dot of the next column', () => {
    const path = connections(dotColumns([2, 3], 1, 200, 60, 10));
    expect(path.match(/M/g)).toHaveLength(2 + 6 + 3);
  });
});
