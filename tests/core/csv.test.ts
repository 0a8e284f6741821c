import { describe, expect, it } from 'vitest';
import {
  LARGEST,
  likelyColumns,
  numberOf,
  piecesOf,
  pointsOf,
  readTable,
  textOf,
} from '../../src/core/csv.ts';
import { MOST_POINTS } from '../../src/core/datasets/pack.ts';

const utf16 = (text: string, little: boolean) =>
  Uint8Array.from(
    [...`\ufeff${text}`].flatMap((character) => {
      const code = character.charCodeAt(0);
      return little ? [code & 255, code >> 8] : [code >> 8, code & 255];
    }),
  );

function pointsIn(text: string) {
  const table = readTable(text);
  const [input, target] = likelyColumns(table);
  const read = pointsOf(table, input, target, false);
  return { table, read, x: [...(read?.points.x ?? [])], y: [...(read?.points.y ?? [])] };
}

describe('a table', () => {
  it.each([
    ['comma', 'a,b\n1.5,2\n3,4.25\n', ','],
    ['tab', 'a\tb\n1.5\t2\n3\t4.25', '\t'],
    ['semicolon and decimal commas', 'a;b\n1,5;2\n3;4,25\n', ';'],
    ['tab and decimal commas', 'a\tb\n1,5\t2\n3\t4,25\n', '\t'],
    ['CR line ends', 'a,b\r1.5,2\r3,4.25\r', ','],
    ['CRLF line ends', 'a,b\r\n1.5,2\r\n3,4.25\r\n', ','],
    ['a mark', '\ufeffa,b\n1.5,2\n3,4.25', ','],
  ])('with %s is read', (_, text, delimiter) => {
    const { table, x, y } = pointsIn(text);
    expect(table.reading.delimiter).toBe(delimiter);
    expect(table.columns).toEqual(['a', 'b']);
    expect([x, y]).toEqual([
      [1.5, 3],
      [2, 4.25],
    ]);
  });

  it('is decoded by its mark, by its zeros, or as Windows-1252', () => {
    for (const little of [true, false]) {
      expect(textOf([utf16('ä,b', little)])).toBe('ä,b');
      expect(textOf([utf16('xa,b', little).subarray(2)])).toBe('xa,b');
    }
    expect(textOf([new TextEncoder().encode('ä')])).toBe('ä');
    expect(textOf([Uint8Array.of(0xe4, 0x41)])).toBe('äA');
  });

  it('knows thousands signs, exponents and other minus signs', () => {
    expect(['1,234.5', '12 345', "1'000", '−2', '1e-9', '.5'].map((c) => numberOf(c, '.'))).toEqual(
      [1234.5, 12345, 1000, -2, 1e-9, 0.5],
    );
    expect(['1.234,5', '0,25', '1,5E3'].map((c) => numberOf(c, ','))).toEqual([1234.5, 0.25, 1500]);
    for (const cell of ['', ' ', '-', 'e5', '1,23', '1.2.3', 'NA', 'Infinity', '0x10', '12a']) {
      expect(numberOf(cell, '.')).toBeNaN();
    }
  });

  it('leaves out rows that are no numbers, by their lines, and never takes them as 0', () => {
    const { read, x, y } = pointsIn('a,b\n1,2\n"x\ny",3\n,4\n5\n\n6,7\nNA,1\n8,9');
    expect([x, y]).toEqual([
      [1, 6, 8],
      [2, 7, 9],
    ]);
    expect(read!.skipped).toEqual([3, 5, 6, 9]);
  });

  it('has columns by their place where names are missing, and finds those that hold numbers', () => {
    const table = readTable('1,a,2\n3,b,4\n5,c,6');
    expect(table.reading.header).toBe(false);
    expect(table.columns).toEqual(['Column 1', 'Column 2', 'Column 3']);
    expect(likelyColumns(table)).toEqual([0, 2]);
    expect(readTable('name,x,x\nu,1,2').columns).toEqual(['name', 'x', 'x 3']);
  });

  it('of many rows is sampled evenly, and says so', () => {
    const rows = Array.from({ length: 2 * MOST_POINTS }, (_, i) => `${i},${i}`).join('\n');
    const { read, x } = pointsIn(rows);
    expect(x).toHaveLength(MOST_POINTS);
    expect(read!.sampledFrom).toBe(2 * MOST_POINTS);
    expect(x.slice(0, 3)).toEqual([0, 2, 4]);
  });

  it('that is too large is read in pieces spread evenly over it, and loses the lines at which they are cut', () => {
    expect(piecesOf(LARGEST)).toEqual([[0, LARGEST]]);
    const large = 3 * LARGEST + 1;
    const pieces = piecesOf(large);
    expect(pieces.reduce((sum, [from, to]) => sum + to - from, 0)).toBe(LARGEST);
    expect(pieces[0]![0]).toBe(0);
    expect(pieces.at(-1)![1]).toBeGreaterThanOrEqual(large - 1);
    for (const [from] of pieces) expect(from % 2).toBe(0);
    const bytes = new TextEncoder().encode('x,y\n1,2\n3,4\r\n5,6\n7,8\n');
    expect(textOf([bytes.subarray(0, 9), bytes.subarray(11, 20), bytes.subarray(16)])).toBe(
      'x,y\n1,2\n5,6\n7,8\n',
    );
  });

  it('says what is odd about its points', () => {
    const remarks = (text: string) => pointsIn(text).read!.remarks;
    expect(remarks('1,5\n2,5\n3,5')).toEqual(['constantTarget', 'few']);
    expect(remarks('1,5e6\n1,6e6')).toEqual(['constantInput', 'scale', 'few']);
    expect(remarks('1,2\n1,2\n1,2\n2,3')).toEqual(['duplicates', 'few']);
    const rows = Array.from({ length: 60 }, (_, i) => `${i},${i % 7}`);
    const table = readTable([...rows, '5,9000'].join('\n'));
    const [all, near] = [pointsOf(table, 0, 1, false)!, pointsOf(table, 0, 1, true)!];
    expect([all.remarks, near.remarks]).toEqual([['scale'], []]);
    expect([all.outliers, near.points.x.length]).toEqual([
      { lines: [61], within: { x: [0, 59], y: [0, 6] } },
      60,
    ]);
    expect(pointsOf(readTable('a,b\n1,2'), 0, 1, false)).toBeNull();
  });
});
