import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { articleExperiment } from '../../src/core/article.ts';
import { dataSetOf } from '../../src/core/datasets/datasets.ts';
import { swapAxes } from '../../src/core/datasets/swapAxes.ts';
import { parseLink, writeLink } from '../../src/core/link.ts';
import { DEFAULT_EXPERIMENT } from '../../src/core/presets.ts';
import { same } from '../../src/core/same.ts';
import { ROWS, settingIn } from '../../src/core/settings.ts';
import { parseArguments } from '../../src/headless/arguments.ts';
import { anyExperiment } from '../helpers/arbitrary.ts';

const experimentOf = (...flags: string[]) => {
  const parsed = parseArguments(flags);
  if (!parsed.ok) throw new Error(parsed.message);
  return parsed.value.experiment;
};
const file = (text: string) => {
  const path = join(mkdtempSync(join(tmpdir(), 'experiment-')), 'experiment.json');
  writeFileSync(path, text);
  return path;
};

describe('the headless command’s flags', () => {
  it('give the article’s settings for data and model alone', () => {
    for (const data of ['sine', 'inverted', 'spiral'] as const) {
      for (const model of ['ffnn', 'mdn'] as const) {
        expect(experimentOf('--data', data, '--model', model)).toEqual(
          articleExperiment(data, model),
        );
        expect(experimentOf('--model', model, '--data', data)).toEqual(
          articleExperiment(data, model),
        );
      }
    }
  });

  it('take data that are written down as a formula', () => {
    const name = 'y:max(x,2);from:-1;to:5;dy:0.1';
    expect(experimentOf('--data', name, '--points', '60').data).toMatchObject({ name, points: 60 });
    expect(parseArguments(['--data', 'y:max(x);from:-1;to:5'])).toMatchObject({ ok: false });
  });

  it('override a preset, a link and a file', () => {
    const spiral = articleExperiment('spiral', 'ffnn');
    const sources = [
      ['--preset', 'Spiral · FFNN'],
      ['--link', `#/?${writeLink(spiral)}`],
      ['--experiment', file(JSON.stringify(spiral))],
    ];
    for (const source of sources) {
      const experiment = experimentOf(...source, '--seed', '3', '--hidden', '7,9', '--epochs', '5');
      expect(experiment).toEqual({
        ...spiral,
        seed: 3,
        model: { ...spiral.model, hidden: [7, 9] },
        training: { ...spiral.training, epochs: 5 },
      });
    }
  });

  it('reach every setting, in a link’s notation or any that a number has', () => {
    fc.assert(
      fc.property(anyExperiment(), (experiment) => {
        const flags = ROWS.flatMap(([path, { flag, key, absent, write }]) => {
          const value = settingIn(experiment, path);
          if (value === undefined) return [];
          return [`--${flag ?? key}`, same(value, absent) ? 'off' : write(value as never)];
        });
        // The model's flag has to come before those of its settings, as it does in a link.
        expect(experimentOf(...flags)).toEqual(experiment);
      }),
    );
    expect(experimentOf('--noise', '.5', '--points', '1E3', '--hidden', '5, 7')).toMatchObject({
      data: { noise: 0.5, points: 1000 },
      model: { hidden: [5, 7] },
    });
  });

  it('change one setting alone, but for what another data set, model or rate brings with it', () => {
    const training = (...flags: string[]) => experimentOf(...flags).training;
    expect(training('--standardise', '1').standardise).toBe(true);
    expect(training('--order', 'shuffled').order).toBe('shuffled');
    expect(training('--cosine', '500').schedule).toEqual({ kind: 'cosine', epochs: 500 });
    expect(training('--cosine', '500', '--cosine', 'off').schedule).toEqual({ kind: 'constant' });
    expect(training('--clip', '5', '--decay', '0.001')).toMatchObject({
      clipNorm: 5,
      weightDecay: 0.001,
    });
    expect(training('--rates', '4:0.1,9:0.2', '--learning-rate', '0.3').rateChanges).toEqual([]);
    expect(experimentOf('--variance-floor', '1e-4').model).toMatchObject({ varianceFloor: 1e-4 });
  });

  it('may be none at all, or follow each other, of which the last holds', () => {
    expect(parseArguments([])).toEqual({
      ok: true,
      value: {
        experiment: DEFAULT_EXPERIMENT,
        json: false,
        sweep: null,
        list: false,
        opened: null,
        save: null,
      },
    });
    expect(experimentOf('--seed', '1', '--json', '--seed', '2').seed).toBe(2);
  });

  it.each([
    [['--frobnicate'], '--frobnicate'],
    [['--'], '--'],
    [[''], 'is not a known flag'],
    [['--constructor', '1'], '--constructor'],
    [['--two\nlines', '1'], '--two lines'],
    [['--Seed', '1'], '--Seed'],
    [['--seed=1'], '--seed=1'],
    [['--seed', '--json'], '--seed'],
    [['--json', '--seed'], '--seed'],
    [['--standardise', 'off'], '--standardise'],
    [['--standardise', 'yes'], '--standardise'],
    [['--cosine', '0'], '--cosine'],
    [['--rates', '9:0.1,4:0.1'], '--rates'],
    [['--order', '__proto__'], '--order'],
    [['--learning-rate', 'NaN'], '--learning-rate'],
    [['--variance-floor', '-1'], '--variance-floor'],
    [['--model', 'ffnn', '--variance-floor', '0'], '--variance-floor'],
    [['--experiment', 'no\nsuch file'], '--experiment'],
    [['--__proto__', '1'], '--__proto__'],
    [['--epochs'], '--epochs'],
    [['--epochs', 'many'], '--epochs'],
    [['--epochs', '0'], '--epochs'],
    [['--epochs', ''], '--epochs'],
    [['--points', '1e9'], '--points'],
    [['--data', 'toString'], '--data'],
    [['--model', 'ffnn', '--components', '3'], '--components'],
    [['--hidden', '50,,50'], '--hidden'],
    [['--engine', 'gpu'], '--engine'],
    [['--preset', 'Sine'], '--preset'],
    [['--link', 'v=1'], '--link'],
    [['--experiment', '/nowhere/at/all.json'], '--experiment'],
    [['--experiment', file('{')], '--experiment'],
    [['--experiment', file('{"version":9}')], '--experiment'],
    [['inverted'], 'inverted'],
    [['--open', '/nowhere/run.mdn.zip'], '--open could not be read'],
    [['--open', file('no run')], 'It is no run'],
    [['--open'], '--open'],
    [['--save', '/nowhere/run.mdn.zip'], '--save cannot be written'],
    [['--save', tmpdir()], '--save cannot be written'],
    [['--save', join(tmpdir(), 'run.mdn.zip'), '--seeds', '1..2'], 'not with a sweep'],
  ])('that are wrong are named in one line: %j', (flags, name) => {
    const parsed = parseArguments(flags);
    expect(parsed.ok).toBe(false);
    const message = parsed.ok ? '' : parsed.message;
    expect(message).toContain(name);
    expect(message).not.toContain('\n');
  });

  it('that are out of bounds are answered in the page’s words', () => {
    const message = (...flags: string[]) => parseArguments(flags) as { message: string };
    expect(message('--epochs', '0').message).toBe(
      '--epochs is not taken. “Epochs” is too small; allowed: a whole number from 1 to 20 000.',
    );
    expect(message('--link', 'v=1&data=sine').message).toMatch(
      /^--link is not taken\. “Points” is missing; .*and 1\d more$/,
    );
  });

  it('take data from a table, by the names of its columns', () => {
    const { pathname: table } = new URL('../fixtures/tables/windows-1252.csv', import.meta.url);
    const experiment = experimentOf('--csv', table, '--input', 'x', '--target', 'y', '--seed', '3');
    const turned = experimentOf('--target', 'x', '--csv', table, '--input', 'y');
    expect(experiment).toMatchObject({ seed: 3, training: { standardise: true } });
    expect(dataSetOf(experiment.data.name).fixedCount).toBe(4);
    expect(turned.data.name).toBe(swapAxes(experiment.data, experiment.seed, ''));
    expect(parseLink(writeLink(experiment))).toEqual({ ok: true, value: experiment });
    const refused = (...flags: string[]) => parseArguments(flags);
    expect(refused('--csv', table, '--input', 'x')).toMatchObject({
      message: '--csv goes with --input and --target, all three',
    });
    expect(refused('--csv', table, '--input', 'x', '--target', 'z')).toMatchObject({
      message: '--target must be one of x, y, Größe',
    });
    expect(refused('--csv', table, '--input', 'x', '--target', 'Größe')).toMatchObject({
      message: '--csv holds fewer than 2 rows with two numbers in those columns',
    });
    expect(refused('--csv', 'no.csv', '--input', 'x', '--target', 'y')).toMatchObject({
      message: '--csv could not be read: no.csv',
    });
  });
});
