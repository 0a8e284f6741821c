import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bishop } from '../../../src/core/datasets/bishop.ts';
import type { DataSet } from '../../../src/core/datasets/dataSet.ts';
import {
  type Formula,
  type FormulaName,
  formulaName,
  formulaOf,
  formulaSet,
  isFormula,
  ofVariable,
  readFormula,
  swapped,
} from '../../../src/core/datasets/formula.ts';
import { inverted } from '../../../src/core/datasets/inverted.ts';
import { sine } from '../../../src/core/datasets/sine.ts';
import { widening } from '../../../src/core/datasets/widening.ts';
import { exp } from '../../../src/core/math.ts';
import { randomStream } from '../../../src/core/random.ts';
import type { Truth } from '../../../src/core/truth/truth.ts';
import { integral } from '../../helpers/mixtures.ts';

const NONE: Formula = { x: '', y: '', from: '', to: '', dx: '', dy: '' };

function setOf(name: FormulaName): DataSet {
  const found = formulaSet(name);
  if (!found) throw new Error(`${name} cannot be read`);
  return found.dataSet;
}

function truthOf(name: FormulaName, noise = 1): Truth {
  const { truth } = setOf(name);
  if (!truth) throw new Error(`nothing is known of ${name}`);
  return truth(noise);
}

const SINE = 'y:0.5*x+8*sin(0.3*x);from:-15;to:15;dy:1';
const INVERTED = 'x:0.5*y+8*sin(0.3*y);from:-15;to:15;dx:1';
const WIDENING = 'y:3*sin(x);from:0;to:10;dy:(1+x)/11';
/** Bishop's curve with the noise on the other axis. */
const CURVE = 'x:t+0.3*sin(2*pi*t);y:t;from:0;to:1;dy:0.05';
const CIRCLE = 'x:3*cos(t);y:3*sin(t);from:0;to:2*pi;dy:0.2+0.1*sin(t)';
const CUBE = 'x:y^3-2*y;from:-2;to:2;dx:0.1+0.2*abs(y)';
const ROOT = 'y:sqrt(x);from:-1;to:4;dy:0.1+0.1*x';

const KNOWN = [SINE, INVERTED, WIDENING, CURVE, CIRCLE, CUBE, ROOT] as const;

describe('the name of a formula', () => {
  it('holds its parts, whatever spaces they were written with', () => {
    const formula = { ...NONE, y: ' 2 * x ', from: '- pi', to: 'pi', dy: '0.1' };
    expect(formulaName(formula)).toBe('y:2*x;from:-pi;to:pi;dy:0.1');
    expect(formulaOf('y:2*x;from:-pi;to:pi;dy:0.1')).toEqual({
      ...NONE,
      y: '2*x',
      from: '-pi',
      to: 'pi',
      dy: '0.1',
    });
    expect(isFormula('y:x')).toBe(true);
    expect(isFormula('sine')).toBe(false);
  });

  it.each([
    'y:x;from:0;to:1;y:x',
    'y:x;from:0;to:1;z:x',
    'y:x;from:0',
    'y:;from:0;to:1',
    'y:x;from:0;to:1;',
    'y:foo;from:0;to:1',
    `y:${'-'.repeat(5000)}x;from:0;to:1`,
  ] as const)('stands for nothing where it cannot be read: %s', (name) => {
    expect(formulaSet(name)).toBeNull();
  });
});

describe('the formula with its axes swapped', () => {
  it.each([
    ['y:x^2+x;from:0;to:2;dy:0.1*x', 'x:y^2+y;from:0;to:2;dx:0.1*y'],
    ['x:max(y,1);from:0;to:2;dy:0.1*y', 'y:max(x,1);from:0;to:2;dx:0.1*x'],
    ['x:t;y:t^2;from:0;to:2;dy:1', 'x:t^2;y:t;from:0;to:2;dx:1'],
  ] as const)('of %s is %s, and back', (name, other) => {
    expect(formulaName(swapped(formulaOf(name)!))).toBe(other);
    expect(swapped(swapped(formulaOf(name)!))).toEqual(formulaOf(name));
    const [mine, theirs] = [name, other].map((of) =>
      setOf(of).draw(100, 0, randomStream(1, 'data')),
    );
    expect(mine).toEqual({ x: theirs!.y, y: theirs!.x });
  });
});

describe('the formula of another variable', () => {
  it('draws the same points as a curve, and is a function again without the other coordinate', () => {
    const line = formulaOf('y:2*x;from:0;to:1;dy:x')!;
    const curve = ofVariable(line, 't');
    expect(formulaName(curve)).toBe('x:t;y:2*t;from:0;to:1;dy:t');
    expect(ofVariable(curve, 'x')).toEqual(line);
    expect(formulaName(ofVariable(line, 'y'))).toBe('x:2*y;from:0;to:1;dx:y');
    expect(ofVariable(line, 'x')).toBe(line);
  });
});

describe('a formula', () => {
  const base = { ...NONE, y: 'x', from: '0', to: '1' };
  it.each([
    ['its range is turned round', { from: '2' }, { part: 'to', fault: 'range' }],
    ['its range has no end', { to: '1/0' }, { part: 'to', fault: 'range' }],
    ['its range depends on x', { to: 'x' }, { part: 'to', fault: { reason: 'name', at: 0 } }],
    ['it is a formula of another variable', { y: 'y' }, { part: 'y', fault: { reason: 'name' } }],
    ['its noise is one', { dx: 't' }, { part: 'dx', fault: { reason: 'name' } }],
    ['there is none', { y: '' }, { part: 'y', fault: { reason: 'empty' } }],
    ['it has no values', { y: 'sqrt(-1-x)' }, { part: 'y', fault: 'undefined' }],
    ['its noise has none', { dy: 'log(-x)' }, { part: 'dy', fault: 'undefined' }],
    ['its values are too large', { y: '1e13' }, { part: 'y', fault: 'undefined' }],
  ] as const)('is refused where %s', (_, changed, expected) => {
    expect(readFormula({ ...base, ...changed })).toMatchObject({ ok: false, ...expected });
  });

  it('draws the very points of a data set of the same formula', () => {
    const mine = setOf(WIDENING).draw(500, 1, randomStream(3, 'data'));
    const theirs = widening.draw(500, 1, randomStream(3, 'data'));
    for (const axis of ['x', 'y'] as const) {
      for (const [i, at] of mine[axis].entries()) expect(at).toBeCloseTo(theirs[axis][i]!, 12);
    }
  });

  it('draws no point where it has no value, and tells for how much of the range that is', () => {
    const { dataSet, share } = formulaSet(ROOT)!;
    const { x, y } = dataSet.draw(2000, 1, randomStream(3, 'data'));
    expect(Math.min(...x)).toBeGreaterThanOrEqual(0);
    expect(y.every(Number.isFinite)).toBe(true);
    expect(share).toBeCloseTo(0.8, 2);
  });

  it('draws the same points of the same seed, and points without noise of a noise of 0', () => {
    const draw = (noise: number) => setOf(CIRCLE).draw(50, noise, randomStream(5, 'data'));
    expect(draw(1)).toEqual(draw(1));
    const { x, y } = draw(0);
    for (const [i, at] of x.entries()) expect(Math.hypot(at, y[i]!)).toBeCloseTo(3, 12);
  });

  it('has no setting for noise where it has none', () => {
    expect(setOf('y:x;from:0;to:1').noise).toBeNull();
    expect(setOf('y:x;from:0;to:1;dy:0').noise).toBeNull();
    expect(setOf(SINE).noise).toBe('factor');
  });
});

describe('the truth of a formula', () => {
  it.each([
    [SINE, sine.truth(1)],
    [INVERTED, inverted.truth(1)],
    [WIDENING, widening.truth(1)],
  ] as const)('%s is that of the data set of the same formula', (name, known) => {
    const truth = truthOf(name);
    expect(truth.entropy()).toBeCloseTo(known.entropy() as number, 5);
    expect(truth.meanSquaredError()).toBeCloseTo(known.meanSquaredError(), 3);
    for (const share of [0.1, 0.4, 0.7, 0.9]) {
      const x = known.support[0] + share * (known.support[1] - known.support[0]);
      const [mine, theirs] = [truth.at(x)!, known.at(x)!];
      expect(mine.mean).toBeCloseTo(theirs.mean, 6);
      expect(mine.variance).toBeCloseTo(theirs.variance, 5);
      for (const y of [-9, -2, 0.3, 5]) {
        expect(mine.cdf(y)).toBeCloseTo(theirs.cdf(y), 6);
        expect(mine.logDensity!(y)).toBeCloseTo(theirs.logDensity!(y), 6);
      }
    }
  });

  it('has the roots of Bishop’s curve without noise', () => {
    const [mine, theirs] = [truthOf(CURVE, 0), bishop.truth(0)];
    for (const x of [0.1, 0.4, 0.5, 0.62]) {
      expect(mine.at(x)!.mean).toBeCloseTo(theirs.at(x)!.mean, 6);
      expect(mine.at(x)!.variance).toBeCloseTo(theirs.at(x)!.variance, 6);
      expect(mine.at(x)!.logDensity).toBeNull();
    }
    expect(mine.entropy()).toBeNull();
    expect(mine.meanSquaredError()).toBeCloseTo(theirs.meanSquaredError(), 4);
  });

  it.each(KNOWN)('%s has the entropy, error and ranks of fresh points', (name) => {
    for (const noise of [0.3, 1]) {
      const truth = truthOf(name, noise);
      const count = 1500;
      const { x, y } = setOf(name).fresh!(count, noise, randomStream(11, 'fresh'));
      const conditionals = Array.from(x, (input) => truth.at(input)!);
      const surprises = y.map((target, i) => -conditionals[i]!.logDensity!(target));
      const errors = y.map((target, i) => (target - conditionals[i]!.mean) ** 2);
      for (const [values, expected] of [
        [surprises, truth.entropy() as number],
        [errors, truth.meanSquaredError()],
      ] as const) {
        const mean = values.reduce((sum, value) => sum + value, 0) / count;
        const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / count;
        expect(Math.abs(mean - expected)).toBeLessThan(3.5 * Math.sqrt(variance / count));
      }
      const ranks = y.map((target, i) => conditionals[i]!.cdf(target)).sort();
      const distance = ranks.reduce(
        (most, rank, i) => Math.max(most, Math.abs(rank - (i + 0.5) / count)),
        0,
      );
      expect(distance * Math.sqrt(count)).toBeLessThan(1.95);
    }
  });

  it.each(KNOWN)('%s has densities that integrate to 1', (name) => {
    const truth = truthOf(name);
    for (const share of [0.3, 0.55, 0.8]) {
      const x = truth.support[0] + share * (truth.support[1] - truth.support[0]);
      const { logDensity } = truth.at(x)!;
      expect(integral((y) => exp(logDensity!(y)), -40, 40, 16000)).toBeCloseTo(1, 2);
    }
  });

  it('is not known with noise on both axes, or where it cannot be followed', () => {
    for (const name of [
      'y:x;from:0;to:1;dx:0.1;dy:0.1',
      'x:sin(t);y:cos(t);from:0;to:1;dx:0.1',
      'x:floor(t);y:t;from:0;to:5;dy:0.1',
      'x:1;y:t;from:0;to:1;dy:0.1',
      'x:1/t;y:t;from:-1;to:1;dy:0.1',
      'y:x;from:-1;to:1;dy:max(0,x)',
    ] as const) {
      expect(setOf(name).truth).toBeNull();
    }
  });

  it('of a function that jumps is known all the same', () => {
    const truth = truthOf('y:4*sign(x);from:-2;to:2;dy:0.5');
    expect([truth.at(-1)!.mean, truth.at(1)!.mean]).toEqual([-4, 4]);
    expect(truth.entropy()).toBeCloseTo(0.5 * Math.log(2 * Math.PI * Math.E * 0.25), 10);
  });

  it('has no bound for a noise too fine to be followed', () => {
    expect(truthOf(INVERTED, 1e-6).entropy()).toBeNull();
    expect(truthOf(INVERTED, 1e-6).at(3)!.logDensity).toBeNull();
  });
});

describe('whatever somebody writes', () => {
  const expression = fc
    .array(
      fc.constantFrom(
        ...['x', 'y', 't', '1', '0', '-1', '1e9', '0.001', 'pi', '(', ')', '+', '-', '*', '/', '^'],
        ...[
          'sin(',
          'exp(',
          'log(',
          'sqrt(',
          'floor(',
          'mod(',
          'max(',
          ',',
          ' ',
          ';',
          ':',
          'y:',
          'to:',
        ],
      ),
      { maxLength: 12 },
    )
    .map((pieces) => pieces.join(''));
  const end = fc.oneof(fc.integer({ min: -20, max: 20 }).map(String), expression);
  const formula: fc.Arbitrary<Formula> = fc.record({
    x: fc.oneof(fc.constant(''), expression),
    y: fc.oneof(fc.constant(''), expression),
    from: end,
    to: end,
    dx: fc.oneof(fc.constant(''), expression),
    dy: fc.oneof(fc.constant(''), expression),
  });

  it('is refused, or is a set of finite points with a name that stands for it', () => {
    fc.assert(
      fc.property(formula, (written) => {
        const read = readFormula(written);
        if (!read.ok) return;
        const { x, y } = read.dataSet.draw(20, 1, randomStream(1, 'data'));
        expect(x.every(Number.isFinite) && y.every(Number.isFinite)).toBe(true);
        const name = formulaName(written);
        expect(setOf(name).draw(20, 1, randomStream(1, 'data'))).toEqual({ x, y });
      }),
      { numRuns: 20_000 },
    );
  });

  it('has a truth within bounds, if any', () => {
    fc.assert(
      fc.property(formula, (written) => {
        const read = readFormula(written);
        const truth = read.ok && read.dataSet.truth?.(0.5);
        if (!truth) return;
        const { x } = (read as { dataSet: DataSet }).dataSet.draw(3, 0.5, randomStream(1, 'data'));
        for (const at of x) truth.at(at)?.cdf(0);
        expect(truth.entropy()).not.toBeUndefined();
      }),
      { numRuns: 300 },
    );
  });
});
