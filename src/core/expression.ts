import jsep from 'jsep';
import { cos, erf, exp, log, pow, sin, tanh } from './math.ts';

/**
 * A formula of one variable, as one writes it: `0.5*x + 8*sin(0.3*x)`. jsep reads it
 * into a tree, which becomes a function of `core/math.ts`, so that it gives the same
 * bits everywhere. Nothing of the text is ever run.
 */

/** Characters of a formula. */
export const LONGEST_FORMULA = 200;

type Unary = (a: number) => number;
type Binary = (a: number, b: number) => number;

const UNARY: Readonly<Record<string, Unary>> = {
  sin,
  cos,
  tan: (a) => sin(a) / cos(a),
  tanh,
  sinh: (a) => (exp(a) - exp(-a)) / 2,
  cosh: (a) => (exp(a) + exp(-a)) / 2,
  exp,
  log,
  ln: log,
  sqrt: Math.sqrt,
  erf,
  abs: Math.abs,
  sign: Math.sign,
  floor: Math.floor,
  ceil: Math.ceil,
  round: Math.round,
};

const BINARY: Readonly<Record<string, Binary>> = {
  min: Math.min,
  max: Math.max,
  mod: (a, b) => a - b * Math.floor(a / b),
};

const OPERATORS: Readonly<Record<string, Binary>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  '^': pow,
};

const CONSTANTS: Readonly<Record<string, number>> = { pi: Math.PI, e: Math.E };

/** Functions whose value may jump where the argument does not. */
const JUMPING = ['sign', 'floor', 'ceil', 'round', 'mod'];

/** Every function that a formula may call. */
export const FUNCTION_NAMES = [...Object.keys(UNARY), ...Object.keys(BINARY)];

/** What is wrong with a formula, and where. */
export interface Fault {
  readonly reason:
    | 'empty'
    | 'tooLong'
    /** A character that no formula has. */
    | 'character'
    /** A name that is no variable, constant or function here. */
    | 'name'
    /** A function without parentheses behind it. */
    | 'call'
    /** A function with another number of values than it takes. */
    | 'values'
    /** Two values with nothing between them. */
    | 'operator'
    /** Nothing where a value belongs. */
    | 'value'
    /** A parenthesis without its other half. */
    | 'parenthesis'
    /** A comma outside a function's parentheses. */
    | 'comma';
  /** The character that is meant, from 0; the text's length for its end. */
  readonly at: number;
  /** What stands there. */
  readonly text: string;
}

/** A formula that has been read. */
export interface Expression {
  /** Its value; NaN or ±∞ where it has none. */
  readonly value: (variable: number) => number;
  /** Whether it may jump: it calls a function that does. */
  readonly jumps: boolean;
}

export type ReadExpression =
  | ({ readonly ok: true } & Expression)
  | { readonly ok: false; readonly fault: Fault };

const own = <T>(table: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined;

const TOKEN =
  /(\d+\.?\d*(?:[eE][-+]?\d+)?|\.\d+(?:[eE][-+]?\d+)?)|([A-Za-z]\w*)|([-+*/^])|([(),])/y;

interface Token {
  readonly kind: 'number' | 'name' | 'operator' | '(' | ')' | ',';
  readonly text: string;
  readonly at: number;
}

function tokensOf(text: string): Token[] | Fault {
  const tokens: Token[] = [];
  for (let at = 0; at < text.length; ) {
    if (/\s/.test(text[at]!)) {
      at++;
      continue;
    }
    TOKEN.lastIndex = at;
    const [found, number, name, operator] = TOKEN.exec(text) ?? [];
    if (found === undefined) {
      return { reason: 'character', at, text: String.fromCodePoint(text.codePointAt(at)!) };
    }
    const kind = number ? 'number' : name ? 'name' : operator ? 'operator' : found;
    tokens.push({ kind: kind as Token['kind'], text: found, at });
    at += found.length;
  }
  return tokens;
}

/** How many values a function takes; undefined for none that there is. */
function valuesOf(name: string): number | undefined {
  return own(UNARY, name) ? 1 : own(BINARY, name) ? 2 : undefined;
}

/** What is wrong with a name, if anything. */
function nameFault(name: string, called: boolean, variable: string | null): Fault['reason'] | null {
  const isValue = name === variable || own(CONSTANTS, name) !== undefined;
  if (called) return valuesOf(name) ? null : isValue ? 'operator' : 'name';
  if (isValue) return null;
  return valuesOf(name) ? 'call' : 'name';
}

/**
 * The first thing that is wrong with a formula. jsep would let some of it pass, and
 * knows no place of the rest.
 */
function faultIn(tokens: readonly Token[], length: number, variable: string | null): Fault | null {
  /** The parentheses that are open; those of a function count its values. */
  const open: { token: Token; called: string | null; values: number }[] = [];
  const fault = (reason: Fault['reason'], { at, text }: Token) => ({ reason, at, text });
  for (const [i, token] of tokens.entries()) {
    const before = tokens[i - 1];
    const afterValue = before !== undefined && ['number', 'name', ')'].includes(before.kind);
    const afterCall = before?.kind === 'name' && valuesOf(before.text) !== undefined;
    switch (token.kind) {
      case 'number':
      case 'name': {
        if (afterValue) return fault('operator', token);
        if (token.kind === 'number') break;
        const next = tokens[i + 1];
        const reason = nameFault(token.text, next?.kind === '(', variable);
        if (reason) return fault(reason, reason === 'operator' ? next! : token);
        break;
      }
      case '(':
        if (afterValue && !afterCall) return fault('operator', token);
        open.push({
          token: afterCall ? before : token,
          called: afterCall ? before.text : null,
          values: 1,
        });
        break;
      case 'operator':
        if (!afterValue && !'+-'.includes(token.text)) return fault('value', token);
        break;
      case ',': {
        const last = open.at(-1);
        if (!last?.called) return fault('comma', token);
        if (!afterValue) return fault('value', token);
        last.values++;
        break;
      }
      case ')': {
        const last = open.pop();
        if (!last) return fault('parenthesis', token);
        if (!afterValue) return fault('value', token);
        if (last.called && last.values !== valuesOf(last.called))
          return fault('values', last.token);
      }
    }
  }
  const last = tokens.at(-1);
  if (!last) return { reason: 'empty', at: 0, text: '' };
  if (!['number', 'name', ')'].includes(last.kind))
    return { reason: 'value', at: length, text: '' };
  const unclosed = open.at(-1);
  return unclosed
    ? { reason: 'parenthesis', at: unclosed.token.at, text: unclosed.token.text }
    : null;
}

jsep.removeAllBinaryOps();
jsep.removeAllUnaryOps();
jsep.removeAllLiterals();
jsep.addBinaryOp('+', 1);
jsep.addBinaryOp('-', 1);
jsep.addBinaryOp('*', 2);
jsep.addBinaryOp('/', 2);
jsep.addUnaryOp('-');
jsep.addUnaryOp('+');
/** A power binds more tightly than the sign before it, which jsep's operators cannot. */
jsep.plugins.register({
  name: 'power',
  init() {
    // Numbers, too, then have something looked for behind them.
    jsep.hooks.add('gobble-token', function (env) {
      if (/[\d.]/.test(this.char)) env.node = this.gobbleNumericLiteral() as jsep.Expression;
    });
    jsep.hooks.add('after-token', function (env) {
      this.gobbleSpaces();
      if (!env.node || this.char !== '^') return;
      this.index++;
      const right = this.gobbleToken() as jsep.Expression;
      env.node = { type: 'BinaryExpression', operator: '^', left: env.node, right };
    });
  },
});

type Compiled = (variable: number) => number;

/** The function of a tree, in which `faultIn` has found nothing wrong. */
function compiled(tree: jsep.Expression): Compiled {
  const node = tree as jsep.CoreExpression;
  switch (node.type) {
    case 'Literal': {
      const value = node.value as number;
      return () => value;
    }
    case 'Identifier': {
      const constant = own(CONSTANTS, node.name);
      return constant === undefined ? (variable) => variable : () => constant;
    }
    case 'UnaryExpression': {
      const of = compiled(node.argument);
      return node.operator === '-' ? (variable) => -of(variable) : of;
    }
    case 'BinaryExpression':
      return applied(OPERATORS[node.operator]!, [node.left, node.right]);
    case 'CallExpression': {
      const { name } = node.callee as jsep.Identifier;
      return applied((UNARY[name] ?? BINARY[name])!, node.arguments);
    }
    default:
      throw new TypeError(`No formula has a ${node.type}`);
  }
}

function applied(f: Unary | Binary, values: readonly jsep.Expression[]): Compiled {
  const [a, b] = values.map(compiled) as [Compiled, Compiled?];
  return b
    ? (variable) => (f as Binary)(a(variable), b(variable))
    : (variable) => (f as Unary)(a(variable));
}

/**
 * Reads a formula. Never throws, and takes time in proportion to its length.
 *
 * @param variable the name of what it is a formula of; null if it is to be a number
 */
export function readExpression(text: string, variable: string | null): ReadExpression {
  if (text.length > LONGEST_FORMULA) {
    return { ok: false, fault: { reason: 'tooLong', at: LONGEST_FORMULA, text: '' } };
  }
  const tokens = tokensOf(text);
  const fault = 'reason' in tokens ? tokens : faultIn(tokens, text.length, variable);
  if (fault) return { ok: false, fault };
  const calls = (tokens as Token[]).map((token) => token.text);
  return {
    ok: true,
    value: compiled(jsep(text)),
    jumps: calls.some((name) => JUMPING.includes(name)),
  };
}
