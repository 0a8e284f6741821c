import { describe, expect, it } from 'vitest';
import { plain } from '../../src/i18n/numbers.ts';
import { tabSeparated } from '../../src/ui/dataTable.ts';

describe('tables as tab-separated text', () => {
  const table = {
    caption: 'Loss by epoch',
    columns: [{ name: 'epoch' }, { name: 'test', unit: 'nats per point' }],
    rows: [
      ['1\u202f000', '\u22121.694'],
      ['2\u202f000', '\u2013'],
    ],
  };

  it('have their caption, their units and numbers that a spreadsheet reads', () => {
    expect(tabSeparated([table], plain)).toBe(
      'Loss by epoch\nepoch\ttest (nats per point)\n1000\t-1.694\n2000\t',
    );
  });

  it('are parted by an empty line', () => {
    expect(tabSeparated([table, table], plain).split('\n\n')).toHaveLength(2);
  });
});
