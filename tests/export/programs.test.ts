import { describe, expect, it } from 'vitest';
import { articleExperiment } from '../../src/core/article.ts';
import { DATA_NAMES, dataSetOf } from '../../src/core/datasets/datasets.ts';
import type { Experiment } from '../../src/core/experiment.ts';
import { put } from '../../src/core/row.ts';
import { SETTINGS, type SettingPath, settingIn } from '../../src/core/settings.ts';
import { generatorOf, inJavaScript } from '../../src/export/generators.ts';
import { kerasProgram } from '../../src/export/keras.ts';
import { type Line, type Program, programLines, textOf } from '../../src/export/program.ts';
import { pytorchProgram } from '../../src/export/pytorch.ts';
import { tfjsProgram } from '../../src/export/tfjsProgram.ts';

const SCRIPT = { weights: null, notebook: false };

const PROGRAMS: Readonly<Record<string, (experiment: Experiment) => Program>> = {
  PyTorch: (experiment) => pytorchProgram(experiment, SCRIPT),
  'Keras 3': (experiment) => kerasProgram(experiment, SCRIPT),
  'TensorFlow.js': tfjsProgram,
};

/** Another value of each setting that a program heeds. */
const OTHERS: Readonly<Partial<Record<SettingPath, unknown>>> = {
  'data.name': 'sine',
  'data.points': 1000,
  'data.noise': 0.5,
  'data.testFraction': 0.4,
  'data.trainedOn': [-3, 5],
  seed: 8,
  'model.hidden': [20, 30, 40],
  'model.activation': 'tanh',
  'model.components': 5,
  'model.varianceFloor': 0.001,
  'model.initialisation': 'spread',
  'training.epochs': 300,
  'training.batchSize': 100,
  'training.order': 'shuffled',
  'training.learningRate': 0.02,
  'training.schedule': { kind: 'cosine', epochs: 100 },
  'training.rateChanges': [{ step: 30, rate: 0.005 }],
  'training.clipNorm': 3,
  'training.weightDecay': 0.01,
  'training.standardise': true,
  'training.recover': false,
  'training.stopAtPlateau': true,
  'training.keepBest': true,
};

/** Lines of one program that the other has not, in whatever place. */
function onlyIn(lines: readonly Line[], others: readonly Line[]): Line[] {
  const texts = new Set(others.map(({ text }) => text));
  return lines.filter(({ text }) => text !== '' && !texts.has(text));
}

describe.each(Object.entries(PROGRAMS))('the %s program', (_, program) => {
  const article = articleExperiment('inverted', 'mdn');
  const withSchedule = put(article, 'training.schedule', { kind: 'cosine', epochs: 40 });
  const base = put(withSchedule, 'training.keepBest', true);

  it.each(Object.entries(OTHERS) as [SettingPath, unknown][])(
    'says of every line that %s changes that it decides it',
    (path, value) => {
      for (const experiment of [article, base, articleExperiment('inverted', 'ffnn')]) {
        if (settingIn(experiment, path) === undefined) continue;
        if (settingIn(experiment, path) === value) continue;
        const before = programLines(program(experiment));
        const after = programLines(program(put(experiment, path, value)));
        const changed = [...onlyIn(before, after), ...onlyIn(after, before)];
        expect(changed.length, path).toBeGreaterThan(0);
        expect(changed.filter(({ decidedBy }) => !decidedBy.includes(path))).toEqual([]);
      }
    },
  );

  it('heeds every setting but the engine, and the kind of model', () => {
    const paths = Object.keys(SETTINGS).filter((path) => !(path in OTHERS));
    expect(paths).toEqual(['model.kind', 'engine']);
    const mixture = programLines(program(article));
    expect(mixture.some(({ decidedBy }) => decidedBy.includes('model.kind'))).toBe(true);
  });

  it('reads the points of a data set that it cannot draw', () => {
    const text = textOf(programLines(program(articleExperiment('engel', 'mdn'))));
    expect(text).toContain('CSV');
    expect(text).not.toContain('NOISE');
  });

  it('holds no line that a page of paper would cut off', () => {
    for (const name of DATA_NAMES) {
      const lines = programLines(program(articleExperiment(name, 'mdn')));
      expect(lines.filter(({ text }) => text.length > 100)).toEqual([]);
    }
  });
});

describe('how a program draws points', () => {
  it.each(DATA_NAMES.filter((name) => generatorOf(name)))(
    '%s: on the curves of the data set',
    (name) => {
      const generator = generatorOf(name)!;
      const curves = dataSetOf(name).curves!;
      const near = curves.flatMap(({ from, to, at }) =>
        Array.from({ length: 20_001 }, (_, i) => at(from + ((to - from) * i) / 20_000)),
      );
      for (let i = 0; i <= 20; i++) {
        const values = Object.entries(generator.drawn).map(([variable, [how, from, to]]) => {
          const end = (text = '0') => new Function(`return ${inJavaScript(text)}`)() as number;
          const value =
            how === 'sign'
              ? (i % 2) * 2 - 1
              : how === 'even'
                ? end(from) * (i / 20)
                : end(from) + (end(to) - end(from)) * (i / 20);
          return [variable, value] as const;
        });
        const names = [...values.map(([variable]) => variable), 'NOISE'];
        const [x, y] = [generator.x, generator.y].map(
          (text) =>
            new Function(...names, `return ${inJavaScript(text)}`)(
              ...values.map(([, value]) => value),
              0,
            ) as number,
        ) as [number, number];
        const distance = Math.min(...near.map(([cx, cy]) => Math.hypot(cx - x, cy - y)));
        // The middle of a jump belongs to neither side.
        if (y === 0 && x === 0) continue;
        expect(distance).toBeLessThan(0.002);
      }
    },
  );
});
