import type { DataName } from '../core/datasets/datasets.ts';
import { isFormula } from '../core/datasets/formula.ts';

/** How the values that one point is made of are drawn, each on its own. */
type Drawn =
  | readonly [how: 'uniform', from: string, to: string]
  /** Evenly from 0 to an end, which is no chance at all. */
  | readonly [how: 'even', to: string]
  /** N(0, 1). */
  | readonly [how: 'normal']
  /** −1 or 1, as likely one as the other. */
  | readonly [how: 'sign'];

/**
 * A data set as a program says it: what is drawn for a point, and its coordinates as
 * expressions of that and of NOISE. They use what Python and JavaScript write alike,
 * and `sin`, `cos`, `sign` and `pi`, which each has its own names for.
 */
export interface Generator {
  readonly drawn: Readonly<Record<string, Drawn>>;
  readonly x: string;
  readonly y: string;
  /** Said above it. */
  readonly remark?: string;
}

const CURVE = '0.5 * t + 8 * sin(0.3 * t)';

/** Those of the data sets that have a short one; of others a program reads the points. */
const GENERATORS = {
  sine: {
    drawn: { t: ['uniform', '-15', '15'], e: ['normal'] },
    x: 't',
    y: `${CURVE} + NOISE * e`,
  },
  inverted: {
    drawn: { t: ['uniform', '-15', '15'], e: ['normal'] },
    x: `${CURVE} + NOISE * e`,
    y: 't',
    remark:
      'The sine data with x and y swapped: most inputs have two answers, those near 0 three. The\noriginal tests on the very points that it trains on; here others are set aside for that.',
  },
  spiral: {
    drawn: { t: ['even', '5 * pi'], u: ['uniform', '-1', '1'] },
    x: 't * cos(t) + NOISE * u',
    y: 't * sin(t)',
    remark:
      'r = t is Archimedean; the original calls it hyperbolic, which is r = a/t. The training NLL\nof a mixture has no lower bound, on this or any data: watch the test loss.',
  },
  bishop: {
    drawn: { t: ['uniform', '0', '1'], u: ['uniform', '-1', '1'] },
    x: 't + 0.3 * sin(2 * pi * t) + NOISE * u',
    y: 't',
    remark: 'The inverse problem of Bishop (1994), "Mixture Density Networks".',
  },
  widening: {
    drawn: { t: ['uniform', '0', '10'], e: ['normal'] },
    x: 't',
    y: '3 * sin(t) + NOISE * (1 + t) / 11 * e',
  },
  crossing: {
    drawn: { t: ['uniform', '-10', '10'], s: ['sign'], e: ['normal'] },
    x: 't',
    y: '0.8 * s * t + NOISE * e',
  },
  ring: {
    drawn: { t: ['uniform', '0', '2 * pi'], e: ['normal'] },
    x: '10 * cos(t)',
    y: '10 * sin(t) + NOISE * e',
  },
  moons: {
    drawn: { t: ['uniform', '0', 'pi'], s: ['sign'], e: ['normal'] },
    x: '0.5 + s * (cos(t) - 0.5)',
    y: '0.25 + s * (sin(t) - 0.25) + NOISE * e',
  },
  jump: {
    drawn: { t: ['uniform', '-10', '10'], e: ['normal'] },
    x: 't',
    y: '4 * sign(t) + NOISE * e',
  },
} satisfies Partial<Record<DataName, Generator>>;

/** How a program draws a data set's points; null where it has to be given them. */
export function generatorOf(name: string): Generator | null {
  return Object.hasOwn(GENERATORS, name) ? GENERATORS[name as keyof typeof GENERATORS] : null;
}

/** What a data set is called in a program; a formula would say too much. */
export function dataWord(name: DataName): string {
  return isFormula(name) ? 'formula' : name;
}

const NAMES = /\b(sin|cos|sign|pi)\b/g;

/** An expression as Python's numpy has it. */
export function inPython(expression: string): string {
  return expression.replace(NAMES, 'np.$1');
}

/** An expression as JavaScript has it. */
export function inJavaScript(expression: string): string {
  return expression.replace(NAMES, (name) => (name === 'pi' ? 'Math.PI' : `Math.${name}`));
}
