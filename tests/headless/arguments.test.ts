import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeLink } from '../../src/core/link.ts';
import { articleExperiment } from '../../src/core/presets.ts';
import { parseArguments } from '../../src/headless/arguments.ts';

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

  it.each([
    [['--frobnicate'], '--frobnicate'],
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
  ])('that are wrong are named in one line: %j', (flags, name) => {
    const parsed = parseArguments(flags);
    expect(parsed.ok).toBe(false);
    const message = parsed.ok ? '' : parsed.message;
    expect(message).toContain(name);
    expect(message).not.toContain('\n');
  });
});
