import { describe, expect, it } from 'vitest';
import { decimals, fixed, plain } from '../../src/i18n/numbers.ts';
import { tabSeparated, textRows } from '../../src/ui/dataTable.ts';

describe('a table', () => {
  const table = {
    caption: 'Loss by epoch',
    columns: [
      { name: 'epoch', write: fixed },
      { name: 'test', unit: 'nats per point', write: decimals(3) },
    ],
    rows: [
      [10_000, -1.694],
      [20_000, Number.NaN],
      ['last', 2],
    ],
  };

  it('carries numbers and writes them as their column says, texts as they are', () => {
    expect(textRows(table)).toEqual([
      ['10\u202f000', '\u22121.694'],
      ['20\u202f000', '\u2013'],
      ['last', '2.000'],
    ]);
  });

  it('as tab-separated text has its caption, its units and numbers that a spreadsheet reads', () => {
    expect(tabSeparated([table], plain)).toBe(
      'Loss by epoch\nepoch\ttest (nats per point)\n10000\t-1.694\n20000\t\nlast\t2.000',
    );
  });

  it('is parted from the next by an empty line', () => {
    expect(tabSeparated([table, table], plain).split('\n\n')).toHaveLength(2);
  });
});
