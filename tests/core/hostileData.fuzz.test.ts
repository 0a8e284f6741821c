import fc from 'fast-check';
import { describe, it } from 'vitest';
import { likelyColumns, pointsOf, readTable, textOf } from '../../src/core/csv.ts';
import {
  type Formula,
  type FormulaName,
  formulaName,
  formulaSet,
  readFormula,
} from '../../src/core/datasets/formula.ts';
import { ownSet, takeOwn, takePoints } from '../../src/core/datasets/own.ts';
import { FUNCTION_NAMES } from '../../src/core/expression.ts';
import { parseLink } from '../../src/core/link.ts';
import { randomStream } from '../../src/core/random.ts';

/** Cases of each kind; `npm run test:hostile` takes a hundred thousand of them. */
const CASES = Number(process.env.HOSTILE_CASES ?? 200);
const WITHIN = { numRuns: CASES, interruptAfterTimeLimit: 900_000 };
/** One case is judged within so many milliseconds, a pause of the machine included. */
const LONGEST_MS = 5000;

/** Runs a check that throws where something is wrong; called so often that `expect` would take the most time. */
function timed<T>(check: (value: T) => void) {
  return (value: T) => {
    const start = performance.now();
    check(value);
    const took = performance.now() - start;
    if (took > LONGEST_MS) throw new Error(`took ${took} ms`);
  };
}

/** As long as the bounds say: by itself fast-check makes them of about ten characters. */
const LONG = { size: 'max' } as const;

const TEXT = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200, ...LONG }),
  fc.stringMatching(/^[0-9,;.\t\r\n"' e+-]{0,200}$/, LONG),
);

/** Fails unless what is read of the text is what the rest of the program expects. */
function checkTable(text: string): void {
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

const PIECE = fc.constantFrom(
  ...FUNCTION_NAMES,
  ...['x', 'y', 't', 'pi', 'e', '0', '1', '2.5', '1e9', '1e-300', '.', ',', ';', ':'],
  ...['+', '-', '*', '/', '^', '(', ')', '((', '))', '[', '{', '=', '"', '%', '!', ' '],
  ...['__proto__', 'constructor', 'this', 'eval', '=>', '${', '\u0000', '😀'],
);
const WRITTEN = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.array(PIECE, { maxLength: 30, ...LONG }).map((pieces) => pieces.join('')),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60, ...LONG }) },
  { weight: 3, arbitrary: fc.constantFrom('', 'x', '0', '1', '2*x', 'sin(x)', 'sqrt(x)', '1/x') },
);
const FORMULA: fc.Arbitrary<Formula> = fc.record({
  x: WRITTEN,
  y: WRITTEN,
  from: WRITTEN,
  to: WRITTEN,
  dx: WRITTEN,
  dy: WRITTEN,
});

/** Fails unless a formula is refused, or draws finite points under a name that means the same. */
function checkFormula(formula: Formula): void {
  const read = readFormula(formula);
  if (!read.ok) return;
  const { draw, defaults } = read.dataSet;
  const { x, y } = draw(20, defaults.noise, randomStream(1, 'data'));
  if (![...x, ...y].every(Number.isFinite)) throw new Error('a number that is none');
  const named = formulaSet(formulaName(formula));
  if (!named) throw new Error('a formula whose name cannot be read');
}

describe('a hostile', { timeout: 960_000 }, () => {
  it('text gives points or none, and throws nothing', () => {
    fc.assert(fc.property(TEXT, timed(checkTable)), WITHIN);
  });

  it('file gives points or none, and throws nothing', () => {
    const bytes = fc.uint8Array({ maxLength: 300, ...LONG });
    const read = timed((file: Uint8Array) => checkTable(textOf([file])));
    fc.assert(fc.property(bytes, read), WITHIN);
  });

  it('formula is refused or draws finite points, whatever its parts', () => {
    fc.assert(fc.property(FORMULA, timed(checkFormula)), WITHIN);
  });

  it('name of a formula is refused or draws finite points', () => {
    const named = fc
      .tuple(fc.constantFrom('x', 'y'), WRITTEN)
      .map(([part, text]): FormulaName => `${part as 'x' | 'y'}:${text}`);
    const read = timed((name: FormulaName) => void formulaSet(name));
    fc.assert(fc.property(named, read), WITHIN);
  });
});
