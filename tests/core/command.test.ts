import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { headlessCommand, sweepCommand } from '../../src/core/command.ts';
import { PRESETS } from '../../src/core/presets.ts';
import { sweepOf } from '../../src/core/sweep.ts';
import { parseArguments } from '../../src/headless/arguments.ts';
import { anyExperiment } from '../helpers/arbitrary.ts';
import { onOwnPoints } from '../helpers/ownPoints.ts';

/** The flags that a shell hands to the headless command. */
function flagsOf(command: string): string[] {
  const [start, flags] = [/^npm run --silent headless -- /, command];
  expect(flags).toMatch(start);
  const text = execFileSync('sh', ['-c', flags.replace(start, "printf '%s\\n' ")]);
  return text.toString().split('\n').slice(0, -1);
}

describe('the command that is printed for an experiment', () => {
  it('gives the headless command the same experiment back through a shell', () => {
    for (const { experiment } of PRESETS) {
      expect(parseArguments(flagsOf(headlessCommand(experiment)))).toEqual({
        ok: true,
        value: { experiment, json: true, list: false, opened: null, save: null, sweep: null },
      });
    }
  });

  it('of a sweep gives the headless command the same experiments', () => {
    const { experiment } = PRESETS.find(({ experiment: { model } }) => model.kind === 'mdn')!;
    const text = { settings: ['components=1, 2', 'learning-rate=1e-3, 0.01'], seeds: '1 .. 3, 7' };
    const parsed = parseArguments(flagsOf(sweepCommand(experiment, text)));
    const swept = sweepOf(experiment, text);
    if (!parsed.ok || !swept.ok) throw new Error('refused');
    expect(parsed.value.sweep?.experiments).toEqual(swept.value.experiments);
    expect(swept.value.experiments).toHaveLength(16);
  });

  it('carries points of somebody’s own, and opens the saved run where they are too many', () => {
    const text = { settings: ['components=1,2'], seeds: '1..2' };
    const few = onOwnPoints(200);
    const parsed = parseArguments(flagsOf(sweepCommand(few, text)));
    if (!parsed.ok) throw new Error(parsed.message);
    expect(parsed.value.sweep?.experiments).toHaveLength(4);
    expect(parsed.value.experiment).toEqual(few);
    expect(sweepCommand(onOwnPoints(5000), text)).toBe(
      'npm run --silent headless -- --open run.mdn.zip --sweep components=1,2 --seeds 1..2 --json',
    );
  });

  it('holds nothing between its quotes that a shell would change', () => {
    fc.assert(
      fc.property(anyExperiment(), (experiment) => {
        expect(headlessCommand(experiment)).toMatch(/--link "[\w=&.,:+-]*" --json$/);
      }),
    );
  });
});
