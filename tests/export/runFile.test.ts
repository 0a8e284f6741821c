import fc from 'fast-check';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { ownSet, takePoints } from '../../src/core/datasets/own.ts';
import { checksum, readRunFile, writeRunFile } from '../../src/export/runFile.ts';
import { savedRunHere } from '../helpers/savedRuns.ts';
import { SMALL } from '../helpers/trainedLab.ts';

const SAVED = savedRunHere();
const FILE = writeRunFile(SAVED);

/** The file with another text, or other bytes of its arrays. */
function changed(change: (text: string) => string, arrays?: Uint8Array): Uint8Array {
  const entries = unzipSync(FILE);
  const json = strToU8(change(new TextDecoder().decode(entries['run.json'])));
  const written = entries['arrays.bin']!;
  const sums = { 'run.json': checksum(json), 'arrays.bin': checksum(written) };
  return zipSync({
    'run.json': json,
    'arrays.bin': arrays ?? written,
    'checksums.json': strToU8(JSON.stringify(sums)),
  });
}

interface Written {
  readonly run: { readonly way: readonly { readonly parameters: unknown }[] };
  readonly kept: readonly unknown[];
}

/** The file with some of what its text holds changed. */
const edited = (edit: (value: Written) => object) =>
  changed((text) => JSON.stringify(edit(JSON.parse(text))));

const problemOf = (file: Uint8Array) => {
  const read = readRunFile(file);
  return read.ok ? 'none' : read.problem;
};

describe('a run as a file', () => {
  it('is read as it was written', () => {
    expect(readRunFile(FILE)).toEqual({ ok: true, value: SAVED });
  });

  it('is read where the run had not begun', () => {
    const saved = { ...SAVED, run: null, kept: [] };
    expect(readRunFile(writeRunFile(saved))).toEqual({ ok: true, value: saved });
  });

  it('is the same file for the same run', () => {
    expect(writeRunFile(savedRunHere())).toEqual(FILE);
  });

  it('brings the user’s own data along', () => {
    const points = { x: new Float64Array([1, 2, 3, 4]), y: new Float64Array([4, 1, 3, 2]) };
    const name = takePoints(points, 'Mine');
    const experiment = { ...SMALL, data: { ...SMALL.data, name } };
    const file = writeRunFile({ ...SAVED, experiment, run: null, kept: [] });
    const { own } = JSON.parse(new TextDecoder().decode(unzipSync(file)['run.json']));
    expect(own).toEqual(ownSet(name));
    expect(readRunFile(file)).toMatchObject({ ok: true, value: { experiment } });
  });

  it('is a zip file of readable JSON and the bytes of its arrays', () => {
    const entries = unzipSync(FILE);
    expect(Object.keys(entries)).toEqual(['run.json', 'arrays.bin', 'checksums.json']);
    const { format, version, run } = JSON.parse(new TextDecoder().decode(entries['run.json']));
    expect({ format, version }).toEqual({ format: 'mdn-playground run', version: 1 });
    const { from, bytes } = run.way[1].parameters;
    const array = new Float32Array(entries['arrays.bin']!.slice(from, from + bytes).buffer);
    expect(array).toEqual(SAVED.run!.way[1]!.parameters);
  });

  it('of a newer version is told apart from a damaged one', () => {
    const newer = edited((value) => ({ ...value, version: 2, run: 'otherwise' }));
    expect(problemOf(newer)).toEqual({ reason: 'newer' });
  });

  it.each([
    ['nothing', new Uint8Array()],
    ['a text', strToU8('x,y\n1,2\n')],
    ['another zip file', zipSync({ 'data.csv': strToU8('x,y') })],
    ['JSON of another kind', changed(() => '{"format":"notes","version":1}')],
    ['no JSON', changed(() => 'hello')],
  ])('that is %s is no run', (_, file) => {
    expect(problemOf(file)).toEqual({ reason: 'foreign' });
  });

  it.each<[string, Uint8Array, string]>([
    ['cut short in its text', changed((text) => text.slice(0, -20)), 'file'],
    ['with other weights', changed((text) => text, new Uint8Array(9e4)), 'file'],
    ['with no experiment', edited((f) => ({ ...f, experiment: { version: 1 } })), 'experiment'],
    ['with no view', edited((f) => ({ ...f, view: { answer: 'dance' } })), 'view'],
    ['with no place', edited((f) => ({ ...f, run: { way: [], sight: null } })), 'run'],
    [
      'with a snapshot of another network',
      edited((f) => ({
        ...f,
        experiment: { ...SAVED.experiment, model: { ...SAVED.experiment.model, hidden: [6] } },
      })),
      'run',
    ],
    [
      'with a timeline that goes back',
      edited((f) => ({ ...f, run: { ...f.run, way: f.run.way.toReversed() } })),
      'timeline',
    ],
    ['with too many kept runs', edited((f) => ({ ...f, kept: Array(9).fill({}) })), 'kept'],
    ['with a kept run that is none', edited((f) => ({ ...f, kept: [{}] })), 'kept'],
  ])('%s says which part is damaged', (_, file, part) => {
    expect(problemOf(file)).toMatchObject({ reason: 'damaged', part });
  });

  it('names what is wrong with its experiment', () => {
    const file = edited((f) => ({ ...f, experiment: { ...SAVED.experiment, seed: -1 } }));
    expect(problemOf(file)).toMatchObject({ problems: [{ field: 'seed', reason: 'tooSmall' }] });
  });

  it('is not inflated beyond what is bounded', () => {
    const bomb = zipSync({ 'run.json': new Uint8Array(33e6), 'arrays.bin': new Uint8Array() });
    expect(bomb.length).toBeLessThan(1e6);
    expect(problemOf(bomb)).toEqual({ reason: 'tooLarge' });
  });

  it('takes no more room for its arrays than they came in', () => {
    const file = edited((f) => {
      const way = Array(5000).fill(f.run.way[0]);
      return { ...f, run: { ...f.run, way } };
    });
    expect(problemOf(file)).toMatchObject({ reason: 'damaged', part: 'file' });
  });

  it('never throws, wherever it is changed or cut', () => {
    const place = fc.nat(FILE.length - 1);
    fc.assert(
      fc.property(place, fc.integer({ min: 1, max: 255 }), fc.boolean(), (at, flip, cut) => {
        const file = cut ? FILE.slice(0, at) : FILE.slice();
        if (!cut) file[at]! ^= flip;
        const read = readRunFile(file);
        if (read.ok) expect(read.value).toEqual(SAVED);
      }),
      { numRuns: 300 },
    );
  });

  it('never throws, whatever stands in it', () => {
    const parts = fc.constantFrom('experiment', 'view', 'run', 'kept', 'arrays', 'version');
    fc.assert(
      fc.property(parts, fc.jsonValue(), (part, value) => {
        expect(readRunFile(edited((f) => ({ ...f, [part]: value })))).toHaveProperty('ok');
      }),
      { numRuns: 200 },
    );
  });
});
