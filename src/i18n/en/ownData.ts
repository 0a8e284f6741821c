export const ownData = {
  title: 'Your data',
  close: 'Close',
  how: 'Paste a table, drop a file on this window, or choose one: CSV, TSV, or cells copied from a spreadsheet. It stays in this browser.',
  paste: 'Table',
  file: 'Choose a file',
  nothing:
    'Fewer than two rows hold a number in both columns. Choose other columns, or another delimiter or decimal sign.',
  unreadable: 'The file could not be read.',
  cut: 'Only the first {size} MB of the file were read.',
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
  points: '{count, plural, one {# point} other {# points}}.',
  skipped:
    '{count, plural, one {One row is} other {# rows are}} left out, for they hold no two numbers: {lines}.',
  line: 'line {line}',
  andMore: 'and more',
  sampled: 'The table has {all} rows; {count} of them are taken, evenly.',
  outliers:
    'Leave out {count, plural, one {the one point} other {the # points}} far from all others',
  remarks: {
    constantInput:
      'The input has one value only: nothing can be learned from it but one distribution.',
    constantTarget: 'The target has one value only: there is nothing to learn.',
    duplicates:
      'Many points are there more than once. A mixture may narrow down on them; a variance floor prevents that.',
    scale:
      'The numbers are large or small. The data are standardised for training, unless you turn that off under More.',
    few: 'These are few points: take few components, and believe the test loss little.',
  },
  name: 'Name',
  untitled: 'My data',
  use: 'Use these points',
  kept: 'Kept in this browser',
  open: 'Open',
  rename: 'Name of {title}',
  remove: 'Delete {title}',
} as const;
