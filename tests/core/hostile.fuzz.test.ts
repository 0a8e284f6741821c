import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Experiment, LIMITS, parseExperiment } from '../../src/core/experiment.ts';
import { LONGEST_LINK, parseLink, writeLink } from '../../src/core/link.ts';
import type { Limit, Parsed } from '../../src/core/parsed.ts';
import { DEFAULT_EXPERIMENT } from '../../src/core/presets.ts';
import { type Allowed, valueAt } from '../../src/core/row.ts';
import { parseScene, type Scene, SHOWN, writeScene } from '../../src/core/scene.ts';
import { ROWS, settingIn } from '../../src/core/settings.ts';
import { anyExperiment, anyScene } from '../helpers/arbitrary.ts';

/** Cases of each half; `npm run test:hostile` tries a hundred thousand. */
const RUNS = Number(process.env.HOSTILE_CASES ?? 50_000);
const WITHIN = { numRuns: RUNS, endOnFailure: true, interruptAfterTimeLimit: 900_000 };
/** One value is judged within so many milliseconds, a pause of the machine included. */
const LONGEST_MS = 5000;

const within = (value: unknown, { min, max, integer }: Limit) =>
  typeof value === 'number' &&
  Number.isFinite(value) &&
  value >= min &&
  value <= max &&
  (!integer || Number.isInteger(value));

/** Whether a value is one that the table allows; told without the schema. */
function allows(allowed: Allowed, value: unknown): boolean {
  switch (allowed.kind) {
    case 'number':
      return within(value, allowed.limit);
    case 'choice':
      return allowed.names.includes(value as string) || allowed.isOther?.(value as string) === true;
    case 'choices':
      return (value as readonly string[]).every((name) => allowed.names.includes(name));
    case 'yesNo':
      return typeof value === 'boolean';
    case 'point': {
      const { set, index } = value as { set: string; index: unknown };
      return ['train', 'test'].includes(set) && within(index, allowed.limit);
    }
    case 'range': {
      const range = value as readonly number[] | null;
      if (range === null) return true;
      const each = range.every((end) => within(end, allowed.limit));
      return range.length === 2 && each && range[0]! < range[1]!;
    }
    case 'zoom': {
      const zoom = value as readonly number[] | null;
      if (zoom === null) return true;
      const each = zoom.every((end) => within(end, allowed.limit));
      return zoom.length === 4 && each && zoom[0]! < zoom[1]! && zoom[2]! < zoom[3]!;
    }
    case 'components': {
      const lit = value as readonly number[];
      const each = lit.every((component) => within(component + 1, LIMITS.components));
      return within(lit.length, allowed.limit) && each;
    }
    case 'layers': {
      const layers = value as readonly unknown[];
      return within(layers.length, allowed.limit) && layers.every((n) => within(n, LIMITS.units));
    }
    case 'cosine': {
      const { kind, epochs } = value as { kind: string; epochs?: unknown };
      return kind === 'constant' || (kind === 'cosine' && within(epochs, allowed.limit));
    }
    case 'changes': {
      const changes = value as Experiment['training']['rateChanges'];
      const each = changes.every(
        ({ step, rate }) => within(step, LIMITS.step) && within(rate, LIMITS.learningRate),
      );
      return within(changes.length, allowed.limit) && each;
    }
  }
}

/** Whether everything in an experiment that was taken is within its bounds. */
function bounded(e: Experiment): boolean {
  return (
    Object.getPrototypeOf(e) === Object.prototype &&
    Object.keys(e).sort().join() === 'data,engine,model,seed,training,version' &&
    ROWS.every(([path, { allowed }]) => {
      const value = settingIn(e, path);
      return value === undefined ? e.model.kind === 'ffnn' : allows(allowed, value);
    })
  );
}

/** Whether a scene that was taken is within its bounds, its experiment too. */
function sceneBounded(scene: Scene): boolean {
  return (
    Object.keys(scene).sort().join() === 'epoch,experiment,view' &&
    bounded(scene.experiment) &&
    SHOWN.every(([path, { allowed, absent }]) => {
      const value = valueAt(scene, path);
      return value === null ? absent === null : allows(allowed, value);
    })
  );
}

/** Judges a parser's answer; called so often that it asks `expect` only when something is wrong. */
function judge(parse: () => Parsed<Experiment | Scene>): void {
  const start = performance.now();
  const parsed = parse();
  const took = performance.now() - start;
  if (took > LONGEST_MS) expect.fail(`took ${took} ms`);
  if (parsed.ok) {
    const { value } = parsed;
    if (!('view' in value ? sceneBounded(value) : bounded(value)))
      expect.fail(`took in ${JSON.stringify(parsed.value)}`);
  } else if (
    parsed.problems.length === 0 ||
    parsed.problems.length > 2000 ||
    parsed.problems.some(({ field }) => typeof field !== 'string')
  ) {
    expect.fail(`refused without a usable reason: ${parsed.problems.length} problems`);
  }
  // Nothing got into what all objects share.
  if ('polluted' in {}) expect.fail('polluted the prototype of all objects');
}

const DEEP = 20_000;
function nested(depth: number): unknown {
  let value: unknown = [];
  for (let i = 0; i < depth; i++) value = i % 2 ? { model: value } : [value];
  return value;
}
const DEEPLY = Object.freeze(nested(DEEP));

/** What has broken parsers elsewhere. */
const NASTY_TEXT = fc.constantFrom(
  ...['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', '__defineGetter__'],
  ...['NaN', 'Infinity', '-Infinity', '-0', '1e999', '1e-999', '0x1e', '0b11', '0o7', '1_000'],
  ...['٣٠', '３０', '𝟛𝟘', '三十', '½', '1,5', ' 30', '30 ', '\t30', '+30', '.5', '5.', '1e+5'],
  ...['null', 'undefined', 'true', '[]', '{}', '%', '%0', '%00', '%E0%A4%A', '%ff%fe'],
  ...['\0', '\ud800', '\u202e30', '\ufeff', '<img src=x onerror=alert(1)>', "';--", '{{7*7}}'],
  ...[String(2 ** 31), String(2 ** 53), '9'.repeat(400), '-'.repeat(50), '1e308', '5e-324'],
);
const NASTY_NUMBER = fc.oneof(
  fc.double(),
  fc.integer(),
  fc.constantFrom(
    ...[Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, -0, 5e-324],
    ...[Number.MAX_VALUE, Number.MAX_SAFE_INTEGER + 2, 2 ** 31, 2 ** 32, 0.1 + 0.2],
  ),
);
const NASTY_VALUE: fc.Arbitrary<unknown> = fc.oneof(
  NASTY_NUMBER,
  NASTY_TEXT,
  fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true }),
  fc.constantFrom(null, undefined, true, DEEPLY, Symbol('s'), () => 1, 10n ** 400n),
  fc.array(NASTY_NUMBER, { maxLength: 12 }),
  fc.constantFrom(Object.freeze(new Array(1_000_000)), 'x'.repeat(1_000_000)),
);

interface Damage {
  readonly at: number;
  readonly pick: number;
  readonly text: string;
}
const DAMAGE: fc.Arbitrary<Damage> = fc.record({
  at: fc.nat(1_000_000),
  pick: fc.nat(5),
  text: fc.oneof(NASTY_TEXT, fc.string({ maxLength: 30, unit: 'binary' })),
});

/** Percent-encoded as far as it can be: a lone surrogate has no code. */
function encoded(text: string): string {
  try {
    return encodeURIComponent(text);
  } catch {
    return '%ED%A0%80';
  }
}

/** Damages one pair of a link, or the link as a whole. */
function damage(link: string, { at, pick, text }: Damage): string {
  const pairs = link.split('&');
  const i = at % pairs.length;
  const [key = ''] = (pairs[i] as string).split('=');
  const next = [
    `${key}=${text}`,
    `${text}=${text}`,
    `${pairs[i]}&${key}=${text}`,
    `${key}=${encoded(text)}`,
    '',
    `${pairs[i]},${text}`,
  ][pick] as string;
  pairs[i] = next;
  return pairs.join('&');
}

const HOSTILE_LINKS = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.tuple(anyScene(), fc.array(DAMAGE, { minLength: 1, maxLength: 3 })),
  },
  { weight: 1, arbitrary: fc.string({ maxLength: 300, unit: 'binary' }) },
  { weight: 1, arbitrary: fc.array(NASTY_TEXT).map((texts) => `#/?${texts.join('&')}`) },
);

/** What is done to one setting of an experiment, or to a whole section. */
interface Fault {
  readonly section: string;
  readonly at: number;
  readonly way: string;
  readonly key: string;
  readonly value: unknown;
}
const FAULT: fc.Arbitrary<Fault> = fc.record({
  section: fc.constantFrom('', 'data', 'model', 'training', 'training.schedule'),
  at: fc.nat(30),
  way: fc.constantFrom('replace', 'replace', 'replace', 'remove', 'add', 'section'),
  key: NASTY_TEXT,
  value: NASTY_VALUE,
});

type Draft = Record<string, unknown>;

function corrupt(experiment: Experiment, faults: readonly Fault[]): Draft {
  const draft = structuredClone(experiment) as unknown as Draft;
  for (const { section, at, way, key, value } of faults) {
    let target = draft;
    for (const name of section.split('.')) {
      const inner = target[name];
      if (typeof inner === 'object' && inner !== null) target = inner as Draft;
    }
    const keys = Object.keys(target);
    const name = way === 'add' ? key : (keys[at % Math.max(1, keys.length)] ?? key);
    if (way === 'remove') Reflect.deleteProperty(target, name);
    else if (way === 'section') draft[section.split('.')[0] || 'data'] = value;
    else {
      // As JSON.parse does it: an own property, whatever its name.
      const property = { value, configurable: true, enumerable: true, writable: true };
      Reflect.defineProperty(target, name, property);
    }
  }
  return draft;
}

// A hundred thousand cases take minutes on a busy machine.
describe('what comes from outside', { timeout: 960_000 }, () => {
  it('as a link never throws, takes long, or gives anything out of bounds', () => {
    let taken = 0;
    const links = HOSTILE_LINKS.map((made) =>
      typeof made === 'string' ? made : made[1].reduce(damage, `#/?${writeScene(made[0])}`),
    );
    const harmless = fc.property(links, (text) =>
      judge(() => {
        const parsed = parseScene(text);
        if (parsed.ok) taken++;
        return parsed;
      }),
    );
    fc.assert(harmless, WITHIN);
    // Else it would not be the bounds that are tested.
    expect(taken).toBeGreaterThan(RUNS / 300);
    expect(taken).toBeLessThan(RUNS / 2);
  });

  it('as a stored value never throws, takes long, or gives anything out of bounds', () => {
    let taken = 0;
    const values = fc
      .tuple(anyExperiment(), fc.array(FAULT, { minLength: 1, maxLength: 3 }))
      .map(([experiment, faults]) => corrupt(experiment, faults));
    const harmless = fc.property(values, (value) =>
      judge(() => {
        const parsed = parseExperiment(value);
        if (parsed.ok) taken++;
        return parsed;
      }),
    );
    fc.assert(harmless, WITHIN);
    expect(taken).toBeGreaterThan(RUNS / 300);
    expect(taken).toBeLessThan(RUNS / 2);
  });

  const link = writeLink(DEFAULT_EXPERIMENT);
  const stored = JSON.stringify(DEFAULT_EXPERIMENT);
  const withModel = (model: unknown) => ({ ...DEFAULT_EXPERIMENT, model });

  // What a random search has found once, or could find only by luck, is pinned here.
  it.each([
    ['a megabyte of text', () => parseLink('9'.repeat(1_000_000))],
    ['a megabyte of separators', () => parseLink('&'.repeat(1_000_000))],
    ['the most separators that are looked at', () => parseLink('&='.repeat(LONGEST_LINK / 2))],
    ['one key as often as there is room', () => parseLink('k=1&'.repeat(LONGEST_LINK / 4))],
    ['a list as long as there is room', () => parseLink(`${link}&rates=${'1:1,'.repeat(2800)}`)],
    ['layers as many as there is room', () => parseLink(link.replace('50,50', '1,'.repeat(5000)))],
    [
      'a million layers',
      () => parseExperiment(withModel({ hidden: new Array(1_000_000).fill(0) })),
    ],
    [
      'a million layers of a network',
      () =>
        parseExperiment(
          withModel({ ...DEFAULT_EXPERIMENT.model, hidden: new Array(1_000_000).fill(0) }),
        ),
    ],
    [
      'a million rate changes',
      () =>
        parseExperiment({
          ...DEFAULT_EXPERIMENT,
          training: { ...DEFAULT_EXPERIMENT.training, rateChanges: new Array(1_000_000).fill({}) },
        }),
    ],
    ['arrays in arrays', () => parseExperiment(DEEPLY)],
    ['objects in objects', () => parseExperiment(withModel(DEEPLY))],
    ['a prototype', () => parseExperiment(JSON.parse(`{"__proto__":${stored}}`))],
    ['a version before the first', () => parseExperiment({ ...DEFAULT_EXPERIMENT, version: 0 })],
    ['a version to come', () => parseExperiment({ ...DEFAULT_EXPERIMENT, version: 1e300 })],
    ['a version of text', () => parseExperiment({ ...DEFAULT_EXPERIMENT, version: '1' })],
    ['a link of a version to come', () => parseLink(link.replace('v=1', 'v=99'))],
    ['a link of a version before the first', () => parseLink(link.replace('v=1', 'v=0'))],
  ])('is refused quickly when it is %s', (_, parse) => {
    judge(parse);
    expect(parse().ok).toBe(false);
  });
});
