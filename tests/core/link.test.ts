import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseExperiment } from '../../src/core/experiment.ts';
import { LONGEST_LINK, parseLink, writeLink } from '../../src/core/link.ts';
import { DEFAULT_EXPERIMENT, PRESETS } from '../../src/core/presets.ts';
import { withSetting } from '../../src/core/settings.ts';
import { anyExperiment } from '../helpers/arbitrary.ts';
import { LINKS_V1 } from '../helpers/links.ts';

const link = writeLink(DEFAULT_EXPERIMENT);

describe('the link', () => {
  it('of version 1 is read and written, to the byte, as ever', () => {
    expect(LINKS_V1.length).toBeGreaterThan(100);
    for (const [text, json] of LINKS_V1) {
      const parsed = parseLink(text);
      // A setting that came later has its default.
      expect(parsed.ok && parsed.value).toMatchObject(JSON.parse(json));
      expect(parsed.ok && writeLink(parsed.value)).toBe(text);
    }
  });

  it('gives back the experiment that it was written from', () => {
    fc.assert(
      fc.property(anyExperiment(), (experiment) => {
        for (const prefix of ['', '#/?', '/?', '#/learn/6?']) {
          expect(parseLink(prefix + writeLink(experiment))).toEqual({
            ok: true,
            value: experiment,
          });
        }
      }),
    );
  });

  it('carries data that are written down as a formula, whatever has been done to it', () => {
    const name = 'x:max(y^2,1)-0.5*y/3;y:2+y;from:-2*pi;to:2*pi;dx:0.1*abs(y)' as const;
    const data = 'y:max(x^2,1)-0.5*x/3;from:-2*pi;to:2*pi;dy:0.1*abs(x)' as const;
    expect(
      parseLink(writeLink({ ...DEFAULT_EXPERIMENT, data: { ...DEFAULT_EXPERIMENT.data, name } }))
        .ok,
    ).toBe(false);
    const experiment = withSetting(DEFAULT_EXPERIMENT, 'data.name', data);
    const written = writeLink(experiment);
    for (const text of [
      written,
      `(https://host/#/?${written}).`,
      encodeURIComponent(`#/?${written}`),
      written.replace(/(.{30})/g, '$1\r\n'),
    ]) {
      expect(parseLink(text)).toEqual({ ok: true, value: experiment });
    }
    // A double quote, a dollar or a backtick would end or change what a shell is told.
    expect(written).toMatch(/^[\w%&=,:.-]+$/);
  });

  it('survives being percent-encoded by whatever carries it', () => {
    for (const { experiment } of PRESETS) {
      const encoded = writeLink(experiment).replaceAll(',', '%2C').replaceAll(':', '%3A');
      expect(parseLink(encoded)).toEqual({ ok: true, value: experiment });
    }
  });

  it.each([
    ['a full stop and a quotation mark end the sentence', (q: string) => `${q}."`],
    ['it stood in brackets', (q: string) => `(https://host/app/#/?${q}),`],
    ['it was written as HTML', (q: string) => `#/?${q.replaceAll('&', '&amp;')}`],
    ['its query was encoded as a whole', (q: string) => `#/?${encodeURIComponent(q)}`],
    [
      'all of it was encoded twice',
      (q: string) => encodeURIComponent(encodeURIComponent(`#/?${q}`)),
    ],
    ['its question mark was encoded', (q: string) => `https://host/#/%3F${q}`],
    ['a mail program broke its lines', (q: string) => `#/?${q.replace(/(.{30})/g, '$1\r\n  ')}`],
    ['its keys are in capitals', (q: string) => q.replace(/(^|&)(\w+)=/g, (m) => m.toUpperCase())],
    ['a setting stands twice with one value', (q: string) => `${q}&seed=7`],
    ['its settings stand before the #', (q: string) => `https://host/app/?${q}#/`],
    [
      'some stand before the # and some behind',
      (q: string) =>
        `https://host/?${q.slice(0, q.indexOf('&seed'))}#/?${q.slice(q.indexOf('seed'))}`,
    ],
  ])('is read as it was meant when %s', (_, travel) => {
    for (const { experiment } of PRESETS) {
      expect(parseLink(travel(writeLink(experiment)))).toEqual({ ok: true, value: experiment });
    }
  });

  it('reads as what it says', () => {
    expect(link).toBe(
      'v=1&data=inverted&points=3000&noise=1&test=0.25&seed=7&model=mdn&hidden=50,50&act=relu' +
        '&k=30&floor=0&epochs=1000&batch=1500&order=fixed&lr=0.01&clip=0&decay=0&std=0&recover=1' +
        `&engine=${DEFAULT_EXPERIMENT.engine}`,
    );
  });

  it.each([
    ['a setting is missing', link.replace('&k=30', ''), 'model.components', 'missing'],
    ['a setting is out of bounds', link.replace('k=30', 'k=101'), 'model.components', 'tooLarge'],
    ['a number is hexadecimal', link.replace('k=30', 'k=0x1e'), 'model.components', 'malformed'],
    ['a numeral is exotic', link.replace('k=30', 'k=٣٠'), 'model.components', 'malformed'],
    [
      'a number is infinite',
      link.replace('lr=0.01', 'lr=1e999'),
      'training.learningRate',
      'malformed',
    ],
    ['a number is empty', link.replace('seed=7', 'seed='), 'seed', 'malformed'],
    ['a setting has two values', `${link}&seed=8`, 'seed', 'malformed'],
    ['its version is newer', link.replace('v=1', 'v=2'), 'version', 'newerVersion'],
    ['it has no setting at all', 'say=hello', 'link', 'malformed'],
    ['it is too long', `${link}&x=${'a'.repeat(LONGEST_LINK)}`, 'link', 'tooLong'],
    [
      'its encoding is broken',
      link.replace('data=inverted', 'data=%E0%A4%A'),
      'data.name',
      'notAllowed',
    ],
    ['it has a fifth layer', link.replace('50,50', '5,5,5,5,5'), 'model.hidden', 'tooLarge'],
    [
      'it names a prototype',
      link.replace('data=inverted', 'data=__proto__'),
      'data.name',
      'notAllowed',
    ],
  ])('is refused, and the setting named, when %s', (_, text, field, reason) => {
    const parsed = parseLink(text);
    expect(parsed.ok).toBe(false);
    expect(parsed.ok || parsed.problems).toContainEqual(expect.objectContaining({ field, reason }));
  });

  it('never throws on a damaged link, and never gives anything out of bounds', () => {
    const damage = fc.tuple(fc.nat(link.length), fc.nat(20), fc.string());
    fc.assert(
      fc.property(damage, ([at, length, text]) => {
        const parsed = parseLink(link.slice(0, at) + text + link.slice(at + length));
        if (parsed.ok) expect(parseExperiment(parsed.value).ok).toBe(true);
        else expect(parsed.problems.length).toBeGreaterThan(0);
      }),
      { numRuns: 2000 },
    );
  });
});
