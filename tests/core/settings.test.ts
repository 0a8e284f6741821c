import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { articleExperiment } from '../../src/core/article.ts';
import { parseExperiment } from '../../src/core/experiment.ts';
import type { Limit, Problem } from '../../src/core/parsed.ts';
import { DEFAULT_EXPERIMENT } from '../../src/core/presets.ts';
import { type Allowed, put } from '../../src/core/row.ts';
import {
  describeField,
  ROWS,
  SETTINGS,
  type SettingPath,
  settingIn,
  withSetting,
} from '../../src/core/settings.ts';
import { anyExperiment } from '../helpers/arbitrary.ts';

/** The paths of an experiment's settings: what stands in its sections, and beside them. */
function pathsOf(experiment: object): string[] {
  const sections = ['data', 'model', 'training'];
  return Object.entries(experiment).flatMap(([name, value]) =>
    sections.includes(name) ? Object.keys(value).map((key) => `${name}.${key}`) : [name],
  );
}

/** What is wrong when one setting has this value. */
function problemsOf(path: SettingPath, value: unknown): readonly Problem[] {
  const parsed = parseExperiment(put(DEFAULT_EXPERIMENT, path, value));
  return parsed.ok ? [] : parsed.problems;
}

const rowsOf = (kind: Allowed['kind']) =>
  ROWS.flatMap(([path, { allowed }]) => (allowed.kind === kind ? [path] : []));

describe('the table of settings', () => {
  it('has one row for each value that the schema knows, its version apart, and no other', () => {
    const known = ['ffnn', 'mdn'].flatMap((kind) =>
      pathsOf(articleExperiment('sine', kind as 'ffnn' | 'mdn')),
    );
    expect(new Set(ROWS.map(([path]) => path as string).concat('version'))).toEqual(new Set(known));
  });

  it('gives no key, no flag and no label twice', () => {
    const rows = ROWS.map(([, row]) => row);
    const flags = rows.map(({ flag, key }) => flag ?? key);
    for (const names of [rows.map(({ key }) => key), flags, rows.map(({ label }) => label)]) {
      expect(new Set(names).size).toBe(ROWS.length);
    }
    expect(flags.filter((flag) => ['json', 'preset', 'link', 'experiment'].includes(flag))).toEqual(
      [],
    );
  });

  it.each(rowsOf('number'))('has the bounds of the schema for %s', (path) => {
    const { min, max, integer } = (SETTINGS[path as 'seed'] as { allowed: { limit: Limit } })
      .allowed.limit;
    expect(problemsOf(path, min)).toEqual([]);
    expect(problemsOf(path, max)).toEqual([]);
    const [below, above] = integer ? [min - 1, max + 1] : [min - 1e-9, max + 1e-9];
    expect(problemsOf(path, below)).toMatchObject([{ field: path, reason: 'tooSmall' }]);
    expect(problemsOf(path, above)).toMatchObject([{ field: path, reason: 'tooLarge' }]);
    expect(problemsOf(path, min + (max - min) / Math.E).length).toBe(integer ? 1 : 0);
  });

  it.each(rowsOf('choice'))('has the choices of the schema for %s', (path) => {
    const { names } = (SETTINGS[path as 'engine'] as typeof SETTINGS.engine).allowed;
    const [problem] = problemsOf(path, 'none of them');
    expect(problem).toEqual({ field: path, reason: 'notAllowed', allowed: names.join(', ') });
  });

  it.each(rowsOf('yesNo'))('is true or false where the schema is, for %s', (path) => {
    expect([true, false].flatMap((value) => problemsOf(path, value))).toEqual([]);
    expect(problemsOf(path, 1)).toMatchObject([{ field: path, reason: 'malformed' }]);
  });

  it('reads every value that it writes, and leaves unsaid only what the schema takes', () => {
    fc.assert(
      fc.property(anyExperiment(), (experiment) => {
        for (const [path, { absent, read, write }] of ROWS) {
          const value = settingIn(experiment, path);
          if (value === undefined || JSON.stringify(value) === JSON.stringify(absent)) continue;
          expect(read(write(value))).toEqual(value);
        }
      }),
    );
    for (const [path, { absent }] of ROWS) {
      if (absent !== undefined) expect(problemsOf(path, absent)).toEqual([]);
    }
  });

  it('leaves unsaid the schema’s own default of a setting that may be left out', () => {
    for (const [path, { absent }] of ROWS) {
      const parsed = parseExperiment(put(DEFAULT_EXPERIMENT, path, undefined));
      if (parsed.ok) expect(settingIn(parsed.value, path)).toEqual(absent);
    }
  });

  it.each([
    ['model.hidden', 'layers', 'layers'],
    ['model.hidden.3', 'layers', 'number'],
    ['training.schedule.kind', 'schedule', 'choice'],
    ['training.schedule.epochs', 'annealOver', 'number'],
    ['training.rateChanges.12.rate', 'rateChanges', 'number'],
    ['training.rateChanges.12', 'rateChanges', 'changes'],
  ])('describes %s', (field, label, kind) => {
    expect(describeField(field)).toMatchObject({ label, allowed: { kind } });
  });

  it('knows no field that only begins like a setting', () => {
    for (const field of [
      '',
      'dat',
      'data',
      'data.pointsToo',
      'seeds',
      '__proto__',
      'constructor',
    ]) {
      expect(describeField(field)).toBeUndefined();
    }
  });
});

describe('an experiment with one setting changed', () => {
  it('differs in that setting alone', () => {
    fc.assert(
      fc.property(anyExperiment(), anyExperiment(), (from, to) => {
        for (const [path, { change }] of ROWS) {
          const value = settingIn(to, path);
          if (change || value === undefined || settingIn(from, path) === undefined) continue;
          const changed = withSetting(from, path, value);
          expect(settingIn(changed, path)).toEqual(value);
          expect(put(changed, path, settingIn(from, path))).toEqual(from);
        }
      }),
      { numRuns: 20 },
    );
  });

  it('takes along what belongs to another data set, model or rate', () => {
    const ffnn = withSetting(DEFAULT_EXPERIMENT, 'model.kind', 'ffnn');
    expect(ffnn).toEqual(articleExperiment('inverted', 'ffnn'));
    expect(withSetting(ffnn, 'data.name', 'spiral')).toEqual(articleExperiment('spiral', 'ffnn'));
    const tuned = put(ffnn, 'training.rateChanges', [{ step: 4, rate: 0.2 }]);
    const { training } = withSetting(tuned, 'training.learningRate', 0.3);
    expect(training).toMatchObject({ learningRate: 0.3, rateChanges: [] });
  });

  it('stays as it is where its model has no such setting', () => {
    const ffnn = articleExperiment('sine', 'ffnn');
    expect(withSetting(ffnn, 'model.components', 3)).toBe(ffnn);
  });
});
