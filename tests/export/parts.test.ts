import { describe, expect, it } from 'vitest';
import { articleExperiment } from '../../src/core/article.ts';
import type { Experiment } from '../../src/core/experiment.ts';
import { kerasProgram } from '../../src/export/keras.ts';
import {
  type PartName,
  type Program,
  partOf,
  programLines,
  textOf,
} from '../../src/export/program.ts';
import { pytorchProgram } from '../../src/export/pytorch.ts';
import { tfjsProgram } from '../../src/export/tfjsProgram.ts';

const SCRIPT = { weights: null, notebook: false };

const PROGRAMS: Readonly<Record<string, (experiment: Experiment) => Program>> = {
  PyTorch: (experiment) => pytorchProgram(experiment, SCRIPT),
  'Keras 3': (experiment) => kerasProgram(experiment, SCRIPT),
  'TensorFlow.js': tfjsProgram,
};

/** What the article says of each part in formulas, by words that every framework has for it. */
const SAID = {
  mdn: { points: 'sin', split: '750', network: '50', outputs: 'K', loss: 'pi', sample: 'sigma' },
  ffnn: { points: 'sin', split: '750', network: '40', loss: 'square', sample: 'sigma' },
} as const;

describe.each(Object.entries(PROGRAMS))('the parts of the %s program', (_, program) => {
  it.each(['mdn', 'ffnn'] as const)('say what the formulas of a chapter say (%s)', (kind) => {
    const made = program(articleExperiment(kind === 'mdn' ? 'inverted' : 'sine', kind));
    for (const [part, word] of Object.entries(SAID[kind])) {
      expect(textOf(partOf(made, part as PartName)), part).toContain(word);
    }
    expect(partOf(made, 'step').length).toBeGreaterThan(1);
  });

  it('are lines of the program, moved to the left', () => {
    const made = program(articleExperiment('inverted', 'mdn'));
    const all = programLines(made).map(({ text }) => text.trim());
    for (const part of ['outputs', 'loss', 'sample'] as const) {
      const lines = partOf(made, part).map(({ text }) => text);
      expect(lines.some((text) => /^\S/.test(text))).toBe(true);
      expect(all.join('\n')).toContain(lines.map((text) => text.trim()).join('\n'));
    }
  });

  it('are nowhere to be found where the program reads its points', () => {
    const made = program(articleExperiment('engel', 'mdn'));
    expect(partOf(made, 'points')).toEqual([]);
  });
});
