import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { headlessCommand } from '../../src/core/command.ts';
import { PRESETS } from '../../src/core/presets.ts';
import { parseArguments } from '../../src/headless/arguments.ts';
import { anyExperiment } from '../helpers/arbitrary.ts';

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
        value: { experiment, json: true, sweep: null },
      });
    }
  });

  it('holds nothing between its quotes that a shell would change', () => {
    fc.assert(
      fc.property(anyExperiment(), (experiment) => {
        expect(headlessCommand(experiment)).toMatch(/--link "[\w=&.,:+-]*" --json$/);
      }),
    );
  });
});
