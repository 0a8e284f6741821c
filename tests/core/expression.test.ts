import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FUNCTION_NAMES, LONGEST_FORMULA, readExpression } from '../../src/core/expression.ts';

function valueAt(text: string, x = Number.NaN): number {
  const read = readExpression(text, 'x');
  if (!read.ok) throw new Error(`${text}: ${read.fault.reason} at ${read.fault.at}`);
  return read.value(x);
}

function faultOf(text: string, variable: string | null = 'x') {
  const read = readExpression(text, variable);
  return read.ok ? null : [read.fault.reason, read.fault.at, read.fault.text];
}

describe('a formula', () => {
  it.each([
    ['1 + 2*3', 7],
    ['(1 + 2)*3', 9],
    ['8 - 4 - 2', 2],
    ['8/4/2', 1],
    ['2^3^2', 512],
    ['-2^2', -4],
    ['(-2)^2', 4],
    ['2^-1', 0.5],
    ['2 * -3', -6],
    ['--3', 3],
    ['2^-2^2', 1 / 16],
    ['.5e1 + 1.', 6],
    ['2E-1', 0.2],
    ['max(1, min(5, 3))', 3],
    ['mod(-1, 3)', 2],
    ['abs(-3) + sign(-2) + floor(1.7) + ceil(1.2) + round(2.5)', 3 - 1 + 1 + 2 + 3],
    ['sqrt(16) + ln(e) + log(e^2)', 4 + 1 + 2],
  ])('%s is %d', (text, value) => {
    expect(valueAt(text)).toBeCloseTo(value, 14);
  });

  it('has the functions of Math, as far as double numbers can tell', () => {
    for (const name of [
      'sin',
      'cos',
      'tan',
      'tanh',
      'sinh',
      'cosh',
      'exp',
      'log',
      'sqrt',
    ] as const) {
      for (const x of [0.1, 1, 2.5])
        expect(valueAt(`${name}(x)`, x)).toBeCloseTo(Math[name](x), 12);
    }
    expect(valueAt('erf(x)', 1)).toBeCloseTo(0.8427007929497149, 15);
    expect(valueAt('cos(pi*x)', 1)).toBe(-1);
  });

  it('is not finite where it has no value', () => {
    expect(valueAt('sqrt(x)', -1)).toBeNaN();
    expect(valueAt('1/x', 0)).toBe(Number.POSITIVE_INFINITY);
  });

  it('knows whether it may jump', () => {
    const jumps = (text: string) => {
      const read = readExpression(text, 'x');
      return read.ok && read.jumps;
    };
    expect([jumps('floor(x)'), jumps('mod(x, 2)'), jumps('abs(x) + 1/x')]).toEqual([
      true,
      true,
      false,
    ]);
  });

  it.each([
    ['', 'empty', 0, ''],
    ['  ', 'empty', 0, ''],
    ['2 x', 'operator', 2, 'x'],
    ['0.5x', 'operator', 3, 'x'],
    ['x(2)', 'operator', 1, '('],
    ['(x)(x)', 'operator', 3, '('],
    ['1 2', 'operator', 2, '2'],
    ['1.2.3', 'operator', 3, '.3'],
    ['y + 1', 'name', 0, 'y'],
    ['1 + foo(x)', 'name', 4, 'foo'],
    ['constructor', 'name', 0, 'constructor'],
    ['toString(x)', 'name', 0, 'toString'],
    ['sin', 'call', 0, 'sin'],
    ['2*sin x', 'call', 2, 'sin'],
    ['1 + sin(x, 2)', 'values', 4, 'sin'],
    ['max(1)', 'values', 0, 'max'],
    ['sin()', 'value', 4, ')'],
    ['max(1,,2)', 'value', 6, ','],
    ['x +', 'value', 3, ''],
    ['x + * 2', 'value', 4, '*'],
    ['*x', 'value', 0, '*'],
    ['(x', 'parenthesis', 0, '('],
    ['sin(x', 'parenthesis', 0, 'sin'],
    ['x)', 'parenthesis', 1, ')'],
    ['x)+(x', 'parenthesis', 1, ')'],
    [',x', 'comma', 0, ','],
    ['(1, 2)', 'comma', 2, ','],
    ['x; x', 'character', 1, ';'],
    ['x["a"]', 'character', 1, '['],
    ['x ? 1 : 2', 'character', 2, '?'],
    ['x = 2', 'character', 2, '='],
    ['3 + 😀', 'character', 4, '😀'],
    ['x.constructor', 'character', 1, '.'],
  ])('“%s” has a fault, %s at character %d', (text, ...fault) => {
    expect(faultOf(text)).toEqual(fault);
  });

  it('is told to be too long before anything else is looked at', () => {
    expect(faultOf('('.repeat(LONGEST_FORMULA + 1))).toEqual(['tooLong', LONGEST_FORMULA, '']);
    expect(faultOf('x'.padStart(LONGEST_FORMULA, '-'))).toBeNull();
  });

  it('that is to be a number has no variable', () => {
    expect(faultOf('2*pi', null)).toBeNull();
    expect(faultOf('2*x', null)).toEqual(['name', 2, 'x']);
  });

  it('whatever it is, is read to a function or to a fault within the text', () => {
    const piece = fc.constantFrom(
      ...FUNCTION_NAMES,
      ...'0123456789.eE+-*/^(),xyπ \t\n;?:[]{}"\'`\\_$@',
      '__proto__',
      '=>',
    );
    const text = fc.oneof(
      fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join('')),
      fc.string({ unit: 'binary', maxLength: 60 }),
    );
    fc.assert(
      fc.property(text, fc.double(), (written, x) => {
        const read = readExpression(written, 'x');
        if (read.ok) expect(typeof read.value(x)).toBe('number');
        else {
          expect(read.fault.at).toBeGreaterThanOrEqual(0);
          expect(read.fault.at).toBeLessThanOrEqual(written.length);
        }
      }),
      { numRuns: 20_000 },
    );
  });

  it('that is put together by the rules is read, and has the value of the same in JavaScript', () => {
    const { expression } = fc.letrec<{ expression: string }>((tie) => ({
      expression: fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom('x', '2', '0.5', 'pi'),
        fc
          .tuple(tie('expression'), fc.constantFrom('+', '-', '*', '/'), tie('expression'))
          .map((parts) => parts.join(' ')),
        tie('expression').map((inner) => `(${inner})`),
        tie('expression').map((inner) => `-(${inner})`),
        tie('expression').map((inner) => `abs(${inner})`),
      ),
    }));
    fc.assert(
      fc.property(expression, (text) => {
        fc.pre(text.length <= LONGEST_FORMULA);
        const js = new Function('x', 'pi', 'abs', `return ${text}`);
        expect(valueAt(text, 1.7)).toEqual(js(1.7, Math.PI, Math.abs));
      }),
      { numRuns: 2000 },
    );
  });
});
