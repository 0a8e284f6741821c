import fc from 'fast-check';
import { likelyColumns, pointsOf, readTable, textOf } from '../../src/core/csv.ts';
import { ownSet, takeOwn, takePoints } from '../../src/core/datasets/own.ts';
import { parseLink } from '../../src/core/link.ts';

const TEXTS = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.stringMatching(/^[0-9,;.\t\r\n"' e+-]{0,200}$/),
);

/** Fails unless what is read of the text is what the rest of the program expects. */
function check(text: string): void {
  const table = readTable(text);
  if (new Set(table.columns).size !== table.columns.length) throw new Error('columns of one name');
  const [input, target] = likelyColumns(table);
  const read = pointsOf(table, input, target, false);
  if (read) {
    const { x, y } = read.points;
    if (![...x, ...y].every(Number.isFinite)) throw new Error('a number that is none');
    const name = takePoints(read.points, text);
    if (takeOwn(ownSet(name)!) !== name) throw new Error('points that do not come through');
  }
  takeOwn({ title: text, packed: text });
  const link = parseLink(`v=1&data=own.0123456789abcdef&title=${text}&own=${text}`);
  if (link.ok) throw new Error('an experiment of nothing');
}

/** So many texts that are no tables, or nearly, and files likewise: each gives points or none, and throws nothing. */
export function hostileTables(count: number): void {
  const within = { interruptAfterTimeLimit: 600_000, markInterruptAsFailure: true };
  fc.assert(fc.property(TEXTS, check), { numRuns: count, ...within });
  const files = fc.uint8Array({ maxLength: 300 });
  const read = fc.property(files, (bytes) => check(textOf([bytes])));
  fc.assert(read, { numRuns: count / 10, ...within });
}
