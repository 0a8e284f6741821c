import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { likelyColumns, pointsOf, readTable, textOf } from '../../src/core/csv.ts';

const FOLDER = new URL('../fixtures/tables/', import.meta.url);

describe('a file with the same four points', () => {
  it.each(readdirSync(FOLDER))('is read as them: %s', (file) => {
    const table = readTable(textOf([readFileSync(new URL(file, FOLDER))]));
    const [input, target] = likelyColumns(table);
    const read = pointsOf(table, input, target, false)!;
    expect([...read.points.x]).toEqual([1.5, 2, 0.25, 1234.5]);
    expect([...read.points.y]).toEqual([-2000.25, 0.003, 41, 7]);
    expect(read.skipped).toEqual(file === 'ragged.csv' ? [4, 5, 8] : []);
  });
});
