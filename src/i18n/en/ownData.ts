export * from './ownData/draw.ts';
export * from './ownData/formula.ts';

export const ownData = {
  way: 'Where the data come from',
  ways: { table: 'A table', formula: 'A formula', drawing: 'A drawing' },
  title: 'Your data',
  close: 'Close',
  how: 'Paste a table, drop a file anywhere on the page, or choose one: CSV, TSV, or cells copied from a spreadsheet. It does not leave this browser.',
  paste: 'Table',
  file: 'Or choose a file',
  nothing:
    'Fewer than two rows hold a number in both columns. Choose other columns, or another delimiter or decimal sign.',
  unreadable: '{name} cannot be read.',
  noReader:
    'Tables cannot be read just now: a part of this page did not load. Load the page again.',
  reading: 'Reading the table',
  cancel: 'Cancel',
  input: 'Input x',
  target: 'Target y',
  swap: 'Swap x and y',
  delimiter: 'Delimiter',
  delimiters: {
    comma: 'Comma',
    semicolon: 'Semicolon',
    tab: 'Tab',
    bar: 'Vertical bar',
    space: 'Space',
  },
  decimal: 'Decimal sign',
  decimals: { point: 'Point', comma: 'Comma' },
  header: 'The first row holds names',
  firstRows: 'The first rows',
  about: 'About these points',
  points: '{count, plural, one {One point} other {{number} points}}.',
  sampled: 'The table has {all} points; {count} of them are taken, spread evenly over it.',
  pieces:
    'The file has {size} MB, more than can be read. Ten pieces of it are read, spread evenly over it, 5 MB in all.',
  skipped:
    '{count, plural, one {One row is} other {{number} rows are}} left out because at least one of the two columns has no number: {count, plural, one {line} other {lines}} {lines}.',
  skippedSome:
    '{count, plural, one {One row is} other {{number} rows are}} left out because at least one of the two columns has no number.',
  more: '{count} more',
  range: '{from} to {to}',
  outliers:
    'Leave out {count, plural, one {the one point} other {the {number} points}} far from all others ({count, plural, one {line} other {lines}} {lines}): x from {x} and y from {y} remain',
  remarks: {
    constantInput:
      'The input is the same everywhere, so the answer can be one distribution only. Choose another column.',
    constantTarget:
      'The target is the same everywhere: there is nothing to learn. Choose another column, or set a variance floor under “More”, without which the density has no bound.',
    duplicates:
      'Many points occur more than once, and a component may narrow down on them. A variance floor under “More” prevents that.',
    scale:
      'These numbers are very large or very small. They are standardised for training, so leave that on under “More”.',
    few: 'These are few points: take few components, and expect the test loss to be rough.',
  },
  name: 'Name',
  untitled: 'My data',
  use: 'Use these points',
  full: '{most} sets are kept already, and there is no room for more: delete one.',
  kept: 'Kept in this browser',
  count: '{count, plural, one {one point} other {{number} points}}',
  open: 'Open',
  rename: 'Name of {title}',
  remove: 'Delete {title}',
  removed: 'Deleted {title}.',
  bringBack: 'Bring it back',
  notLasting: 'This browser refuses to keep anything: your data last as long as this page.',
  damaged: '{count, plural, one {A set} other {# sets}} cannot be read: {names}.',
  forget: '{count, plural, one {Forget it} other {Forget them}}',
} as const;
