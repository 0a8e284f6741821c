import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseSync } from 'vite';
import { describe, expect, it } from 'vitest';
import { ENGLISH } from '../helpers/texts.ts';

const SRC = resolve(import.meta.dirname, '../../src');

/** Attributes that are read, on the screen or aloud. */
const READ = /^(name|caption|alt|placeholder|text|hint|unit|description|.*label|.*title)$/i;

/** Letters that every language writes like this, and one selector. */
const NO_WORDS = new Set([
  'NaN',
  'Ctrl Z',
  'Ctrl Shift Z',
  'Ctrl K',
  'Page Down',
  'Page Up',
  'main section button',
  'header button, main button',
]);

/** Strings that look like words and are none: style, geometry, errors for developers. */
const CODE = /^(className|style|d|transform|viewBox|rel|data-.*)$/;

interface Node {
  readonly type: string;
  readonly value?: unknown;
  readonly name?: { readonly name?: unknown };
  readonly callee?: { readonly name?: unknown };
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value;

const isWord = (text: string) => /\p{L}{2}/u.test(text) && !NO_WORDS.has(text.trim());
const isSentence = (text: string) => /\p{L}{2}[,:;.]? \p{L}/u.test(text) && isWord(text);

/** What a component says in so many words, in place of looking it up. */
function literals(node: Node, read = false): string[] {
  const { type, value } = node;
  if (
    type === 'ImportDeclaration' ||
    (type === 'NewExpression' && /Error$/.test(`${node.callee?.name}`))
  )
    return [];
  if (type === 'JSXText') return isWord(`${value}`) ? [`${value}`.trim()] : [];
  if (type === 'Literal' && typeof value === 'string')
    return (read ? isWord : isSentence)(value) ? [value] : [];
  if (type === 'TemplateElement') {
    const { cooked } = value as { readonly cooked: string };
    return (read ? isWord : isSentence)(cooked) ? [cooked] : [];
  }
  const attribute = type === 'JSXAttribute' ? `${node.name?.name}` : '';
  if (CODE.test(attribute)) return [];
  // A value chosen for the place is as literal as one that stands there; an argument is a key.
  const shown = {
    JSXAttribute: READ.test(attribute),
    JSXElement: true,
    JSXFragment: true,
    JSXExpressionContainer: read,
    ConditionalExpression: read,
    LogicalExpression: read,
    TemplateLiteral: read,
  }[type];
  return Object.values(node)
    .flat()
    .filter(isNode)
    .flatMap((child) => literals(child, shown ?? false));
}

function literalsOf(name: string, source: string): string[] {
  return literals(parseSync(name, source).program as unknown as Node);
}

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).map((file) =>
  file.replaceAll('\\', '/'),
);
const read = (file: string) => readFileSync(join(SRC, file), 'utf8');

type Texts = { readonly [key: string]: string | Texts };

/** The names under which texts are looked up: `run.play`. */
const keysOf = (texts: Texts, before = ''): string[] =>
  Object.entries(texts).flatMap(([key, text]) =>
    typeof text === 'string' ? [before + key] : keysOf(text, `${before}${key}.`),
  );

describe('what the page says', () => {
  it('is found where a component says it itself', () => {
    const found = (source: string) => literalsOf('a.tsx', source);
    expect(found('<p>Press <b>{π} Play</b></p>')).toEqual(['Press', 'Play']);
    expect(found("<>{kind === 'mdn' ? 'several' : 'one'}</>")).toEqual(['several', 'one']);
    expect(found('<p aria-label={on ? "Stop" : "Go"} className="big red" />')).toEqual([
      'Stop',
      'Go',
    ]);
    expect(found('<Plot xTitle={`input`} name="x" />')).toEqual(['input']);
    expect(found("const rows = [['the least possible', 3]];")).toEqual(['the least possible']);
    expect(found("<p title={t('run.play')}>{t('a.b', { by: 'up' })} · π ± σ</p>")).toEqual([]);
    expect(found("throw new Error('Only a plot can hold this.')")).toEqual([]);
  });

  it('stands in the catalogue and in no component', () => {
    const components = files.filter((file) => file.endsWith('.tsx'));
    const said = components.flatMap((file) =>
      literalsOf(file, read(file)).map((text) => `${file}: ${text}`),
    );
    expect(components.length).toBeGreaterThan(80);
    expect(said).toEqual([]);
  });

  it('is all that the catalogue holds', () => {
    const code = files
      .filter((file) => /\.tsx?$/.test(file) && !/^i18n\/\w\w\//.test(file))
      .map(read)
      .join();
    const patterns = [...code.matchAll(/`([\w.]+\.\$\{[^`]*)`/g)].map(
      ([, key]) => new RegExp(`^${key!.replace(/\$\{[^}]*\}/g, '[\\w-]+')}$`),
    );
    const idle = keysOf(ENGLISH).filter(
      (key) => !code.includes(`'${key}'`) && !patterns.some((pattern) => pattern.test(key)),
    );
    expect(idle).toEqual([]);
  });
});
