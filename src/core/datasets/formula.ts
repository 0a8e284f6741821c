import { emptyPoints, type Points } from '../data/points.ts';
import { type Expression, type Fault, LONGEST_FORMULA, readExpression } from '../expression.ts';
import type { RandomStream } from '../random.ts';
import { evenly } from '../range.ts';
import { Remembered } from '../remembered.ts';
import { alongCurve } from '../truth/alongCurve.ts';
import { turnedOver } from '../truth/turnedOver.ts';
import type { DataSet } from './dataSet.ts';

/**
 * Data that somebody writes down: a curve with normal noise. The name of such a set is
 * its formulas, so that it means the same points wherever an experiment is taken, with
 * nothing beside it to carry:
 *
 *     y:0.5*x+8*sin(0.3*x);from:-15;to:15;dy:1
 *
 * With `y` alone that is a formula of x, with `x` alone a formula of y, and with both
 * they are formulas of t. `from` and `to` are what that variable runs between,
 * uniformly; `dx` and `dy` the deviations of the noise on either axis, formulas of it
 * too, and none where they are left out.
 */
export type FormulaName = `${'x' | 'y'}:${string}`;

const PARTS = ['x', 'y', 'from', 'to', 'dx', 'dy'] as const;
export type FormulaPart = (typeof PARTS)[number];

/** The texts of the parts; '' where one is left out. */
export type Formula = Readonly<Record<FormulaPart, string>>;

/** What is wrong with a part, or with all of them together. */
export type FormulaFault =
  | { readonly part: FormulaPart; readonly fault: Fault }
  /** `to` is not above `from`, or one of them is too far out. */
  | { readonly part: 'to'; readonly fault: 'range' }
  /** The curve or the noise has no value on more than half of the range. */
  | { readonly part: 'x' | 'y' | 'dx' | 'dy'; readonly fault: 'undefined' };

/** Characters of a name. */
export const LONGEST_NAME = PARTS.length * (LONGEST_FORMULA + 6);

/** Coordinates further out than this are no data. */
const FARTHEST = 1e12;

/** The formulas as functions of the variable. */
export interface WrittenCurve {
  readonly from: number;
  readonly to: number;
  readonly x: Expression;
  readonly y: Expression;
  /** Deviations of the noise, of either sign; null where there is none. */
  readonly dx: Expression | null;
  readonly dy: Expression | null;
}

/** A formula that has been read. */
export interface ReadFormula {
  readonly curve: WrittenCurve;
  /** The share of the range on which there are points, from a half to 1. */
  readonly share: number;
  readonly dataSet: DataSet;
}

export function isFormula(name: string): name is FormulaName {
  return /^[xy]:/.test(name);
}

/** The variable that a formula is one of. */
export function variableOf({ x, y }: Formula): 'x' | 'y' | 't' {
  if (x !== '' && y !== '') return 't';
  return x === '' ? 'x' : 'y';
}

/** The name of a formula that can be read, whatever spaces it has been written with. */
export function formulaName(formula: Formula): FormulaName {
  const told = PARTS.filter((part) => formula[part].trim() !== '');
  return told.map((part) => `${part}:${formula[part].replace(/\s/g, '')}`).join(';') as FormulaName;
}

/** The parts of a name; null where it has one twice or one that there is not. */
export function formulaOf(name: FormulaName): Formula | null {
  const formula: Record<string, string> = {};
  for (const part of name.split(';')) {
    const at = part.indexOf(':');
    const [key, text] = [part.slice(0, at), part.slice(at + 1)];
    if (key in formula || !PARTS.some((known) => known === key)) return null;
    formula[key] = text;
  }
  return Object.fromEntries(PARTS.map((part) => [part, formula[part] ?? ''])) as Formula;
}

const renamed = (text: string, from: string, to: string) =>
  text.replace(new RegExp(`\\b${from}\\b`, 'g'), to);

/** The formula with the axes swapped: what was the input becomes the target. */
export function swapped(formula: Formula): Formula {
  const { x, y, from, to, dx, dy } = formula;
  const turned = { x: y, y: x, dx: dy, dy: dx };
  const variable = variableOf(formula);
  const parts = variable === 't' ? turned : asOf(turned, variable, variable === 'x' ? 'y' : 'x');
  return { from, to, ...parts };
}

type Coordinates = Omit<Formula, 'from' | 'to'>;

function asOf({ x, y, dx, dy }: Coordinates, from: string, to: string): Coordinates {
  const as = (text: string) => renamed(text, from, to);
  return { x: as(x), y: as(y), dx: as(dx), dy: as(dy) };
}

/** The formula as one of another variable, of the same points where its axes allow it. */
export function ofVariable(formula: Formula, variable: 'x' | 'y' | 't'): Formula {
  const was = variableOf(formula);
  if (was === variable) return formula;
  if (was !== 't' && variable !== 't') return swapped(formula);
  const parts = asOf(formula, was, variable);
  const { from, to } = formula;
  // A function is the curve whose other coordinate is the variable itself.
  if (variable === 't') return { from, to, ...parts, [was]: 't' };
  return { from, to, ...parts, [variable]: '' };
}

const kept = new Remembered<ReadFormula | null>();

/** What a name stands for; null if its formulas cannot be read. */
export function formulaSet(name: FormulaName): ReadFormula | null {
  return kept.get(name, () => {
    const formula = name.length <= LONGEST_NAME ? formulaOf(name) : null;
    const read = formula && readFormula(formula);
    return read?.ok ? read : null;
  });
}

const IDENTITY: Expression = { value: (variable) => variable, jumps: false };

/** Looked at so many places of the range, a formula shows whether it has values. */
const PLACES = 401;

/**
 * Reads what somebody has written. Never throws, and takes time in proportion to its
 * length.
 *
 * @param variable what it is to be a formula of
 */
export function readFormula(
  formula: Formula,
  variable = variableOf(formula),
): ({ readonly ok: true } & ReadFormula) | ({ readonly ok: false } & FormulaFault) {
  const expressions: Partial<Record<FormulaPart, Expression>> = {};
  for (const part of PARTS) {
    const optional = part === 'dx' || part === 'dy' || part === variable;
    if (optional && formula[part].trim() === '') continue;
    const read = readExpression(formula[part], part === 'from' || part === 'to' ? null : variable);
    if (!read.ok) return { ok: false, part, fault: read.fault };
    expressions[part] = read;
  }
  const { x = IDENTITY, y = IDENTITY, dx = null, dy = null } = expressions;
  const [from, to] = [expressions.from!.value(0), expressions.to!.value(0)];
  if (!(to > from && Math.abs(from) <= FARTHEST && Math.abs(to) <= FARTHEST)) {
    return { ok: false, part: 'to', fault: 'range' };
  }
  const places = evenly([from, to], PLACES);
  for (const part of ['x', 'y', 'dx', 'dy'] as const) {
    const values = places.map(expressions[part]?.value ?? (() => 0));
    if (values.filter(isDatum).length < PLACES / 2) return { ok: false, part, fault: 'undefined' };
  }
  const noise = (of: Expression | null) =>
    of && places.some((at) => of.value(at) !== 0) ? of : null;
  const curve = { from, to, x, y, dx: noise(dx), dy: noise(dy) };
  const defined = places.filter((place) => isDefined(curve, place));
  if (defined.length < PLACES / 2) return { ok: false, part: 'y', fault: 'undefined' };
  return {
    ok: true,
    curve,
    share: defined.length / PLACES,
    dataSet: dataSetOf(curve, defined),
  };
}

const isDatum = (value: number) => Math.abs(value) <= FARTHEST;

function isDefined({ x, y, dx, dy }: WrittenCurve, place: number): boolean {
  return [x, y, dx, dy].every((formula) => !formula || isDatum(formula.value(place)));
}

/** Places that are drawn for a point at most; then one of those where the formula is known to have values. */
const TRIES = 100;

/**
 * @param defined places where the curve and the noise have values; at least one
 */
function dataSetOf(curve: WrittenCurve, defined: Float64Array): DataSet {
  const { from, to, x, y, dx, dy } = curve;

  function place(random: RandomStream): number {
    for (let tries = 0; tries < TRIES; tries++) {
      const at = from + (to - from) * random.uniform();
      if (isDefined(curve, at)) return at;
    }
    return defined[random.integer(0, defined.length - 1)]!;
  }

  function draw(count: number, noise: number, random: RandomStream): Points {
    const points = emptyPoints(count);
    for (let i = 0; i < count; i++) {
      const at = place(random);
      points.x[i] = x.value(at) + (dx ? noise * dx.value(at) * random.normal() : 0);
      points.y[i] = y.value(at) + (dy ? noise * dy.value(at) * random.normal() : 0);
    }
    return points;
  }

  /** Found out when it is first asked for, which takes some ms. */
  let truth: { readonly of: DataSet['truth'] } | null = null;
  const curves = [
    {
      from,
      to,
      at: (t: number) => (isDefined(curve, t) ? ([x.value(t), y.value(t)] as const) : GAP),
    },
  ];
  return {
    draw,
    fresh: draw,
    fixedCount: null,
    separateTest: false,
    noise: dx || dy ? 'factor' : null,
    defaults: { points: 1000, noise: dx || dy ? 1 : 0 },
    curves,
    picture: curves,
    get truth() {
      truth ??= { of: truthOf(curve) };
      return truth.of;
    },
  };
}

const GAP = [Number.NaN, Number.NaN] as const;

/**
 * What is known exactly: with noise on the target alone, as long as the inputs of the
 * curve can be followed; with noise on the input alone where the target is the variable
 * itself, as in x = f(y). Nothing else is.
 */
function truthOf({ from, to, x, y, dx, dy }: WrittenCurve): DataSet['truth'] {
  if (x.jumps || (dx && dy)) return null;
  const places = evenly([from, to], PLACES);
  const noise = dx ?? dy;
  // Where there is none over a stretch, and some elsewhere, there is no lowest loss.
  const without = noise ? places.filter((place) => noise.value(place) === 0) : [];
  if (without.length > (dx ? 0 : 2)) return null;
  const known = (f: Expression) => (t: number) => (isDatum(f.value(t)) ? f.value(t) : Number.NaN);
  const deviation = dy ? known(dy) : () => 1;
  const along = alongCurve({ from, to, c: known(x), g: known(y), deviation });
  if (!along || !dx) return along && ((factor) => along(dy ? factor : 0));
  if (places.some((place) => y.value(place) !== place || !isDatum(dx.value(place)))) return null;
  const spread = (t: number) => Math.abs(dx.value(t));
  const turned = { from, to, f: x.value, deviation: spread };
  return (factor) => (factor > 0 && turnedOver(turned, factor)) || along(0);
}
