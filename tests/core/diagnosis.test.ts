import { beforeAll, describe, expect, it } from 'vitest';
import { articleExperiment } from '../../src/core/article.ts';
import { changes, cured } from '../../src/core/cures.ts';
import type { DataName } from '../../src/core/datasets/datasets.ts';
import { type Cause, type Diagnosis, diagnose } from '../../src/core/diagnosis.ts';
import { type Experiment, type ModelKind, parseExperiment } from '../../src/core/experiment.ts';
import { type Measurements, measure } from '../../src/core/measurements.ts';
import { PRESETS } from '../../src/core/presets.ts';
import { withRecipe } from '../../src/core/recipes.ts';
import { type SettingPath, withSetting } from '../../src/core/settings.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { Run } from '../../src/engine/run.ts';
import { engineOf } from '../helpers/engines.ts';

/** Fresh points that a run is measured on. */
const FRESH = 2000;

let engine: Engine;
beforeAll(async () => {
  engine = await engineOf('fused');
});

/** The run so far, measured as the page does it. */
function measured(run: Run, losses: ReturnType<Run['takeLosses']>, ended: boolean): Measurements {
  const { experiment } = run;
  const scoring = run.scoring(FRESH)!;
  let scores = scoring.advance();
  while (!scores) scores = scoring.advance();
  const fresh = experiment.model.kind === 'mdn' ? scores.nll : scores.squaredError;
  const usage = run.usage();
  return measure({ experiment, ended, steps: run.step, fresh, usage, ...losses }, run.fitted());
}

/** Trains to the end. */
function trained(experiment: Experiment): Measurements {
  const run = new Run(experiment, engine);
  while (run.advance(Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY) !== 'end');
  const result = measured(run, run.takeLosses(), true);
  run.dispose();
  return result;
}

type Changes = { readonly [Path in SettingPath]?: unknown };

function withAll(experiment: Experiment, settings: Changes): Experiment {
  return Object.entries(settings).reduce(
    (e, [path, value]) => withSetting(e, path as SettingPath, value as never),
    experiment,
  );
}

const article = (name: DataName, kind: ModelKind, settings: Changes = {}) =>
  withAll(articleExperiment(name, kind), settings);
const quick = (name: DataName, kind: ModelKind, settings: Changes = {}) =>
  withAll(withRecipe(articleExperiment(name, kind), 'quick'), settings);

const kindsOf = (diagnosis: Diagnosis | null) => diagnosis?.findings.map(({ kind }) => kind) ?? [];

interface Case {
  readonly after: string;
  readonly experiment: Experiment;
  readonly kind: Cause['kind'];
  /** What the first cure leaves of the excess at most, in the unit of the loss. */
  readonly left: number;
}

/** Runs that go wrong, and what is found first. */
const WRONG: readonly Case[] = [
  {
    after: 'raw units at a small rate',
    experiment: article('inverted', 'mdn', {
      'model.hidden': [30, 30],
      'model.components': 10,
      'training.learningRate': 3e-4,
      'training.batchSize': 750,
      'training.epochs': 400,
    }),
    kind: 'raw',
    left: 0.1,
  },
  {
    after: 'raw units at a small rate, feed-forward',
    experiment: article('sine', 'ffnn', { 'training.learningRate': 1e-3, 'training.epochs': 600 }),
    kind: 'raw',
    left: 0.3,
  },
  {
    after: 'a large rate, ReLU',
    experiment: quick('inverted', 'mdn', { 'training.learningRate': 1 }),
    kind: 'idle',
    left: 0.1,
  },
  {
    after: 'a large rate, tanh',
    experiment: quick('inverted', 'mdn', {
      'training.learningRate': 0.3,
      'model.activation': 'tanh',
      seed: 2,
    }),
    kind: 'idle',
    left: 0.1,
  },
  {
    after: 'a large rate that leaves one component',
    experiment: quick('inverted', 'mdn', {
      'training.learningRate': 0.3,
      'model.activation': 'tanh',
    }),
    kind: 'collapsed',
    left: 0.1,
  },
  {
    after: 'a large rate, feed-forward',
    experiment: article('sine', 'ffnn', { 'training.learningRate': 1, 'training.epochs': 400 }),
    kind: 'fast',
    left: 0.1,
  },
  {
    after: 'units that are idle from the start',
    experiment: quick('inverted', 'mdn', { 'model.hidden': [2, 2], seed: 2 }),
    kind: 'idle',
    left: 0.3,
  },
  {
    after: 'a strong weight decay',
    experiment: quick('inverted', 'mdn', { 'training.weightDecay': 0.3 }),
    kind: 'decayed',
    left: 0.1,
  },
  {
    after: 'one component',
    experiment: quick('inverted', 'mdn', { 'model.components': 1 }),
    kind: 'few',
    left: 0.1,
  },
  {
    after: 'few points, many epochs',
    experiment: quick('inverted', 'mdn', {
      'data.points': 50,
      'training.epochs': 1000,
      'training.schedule': { kind: 'cosine', epochs: 1000 },
      seed: 2,
    }),
    kind: 'memorised',
    left: 0.8,
  },
  {
    after: 'a layer of two units',
    experiment: quick('spiral', 'mdn', { 'model.hidden': [2] }),
    kind: 'narrow',
    left: 0.6,
  },
  {
    after: 'a few steps',
    experiment: quick('spiral', 'mdn', { 'training.epochs': 2 }),
    kind: 'short',
    left: 0.5,
  },
];

describe('a run that ends far above the best reachable', () => {
  it.each(WRONG)(
    'after $after is told why, and its cure cures it',
    ({ experiment, kind, left }) => {
      const before = trained(experiment);
      const diagnosis = diagnose(before)!;
      expect(kindsOf(diagnosis)[0]).toBe(kind);
      expect(diagnosis.excess).toBe(before.fresh.excess);
      for (const { cures } of diagnosis.findings) {
        for (const cure of cures) {
          const changed = cured(experiment, cure);
          expect(parseExperiment(changed)).toEqual({ ok: true, value: changed });
          expect(changes(experiment, cure)).toBe(true);
        }
      }
      const after = trained(cured(experiment, diagnosis.findings[0]!.cures[0]!));
      expect(diagnose(after)).toBeNull();
      expect(after.fresh.excess!.mean).toBeLessThan(left);
    },
  );

  it('is offered its best weights where it was better before', () => {
    const failed = trained(quick('inverted', 'mdn', { 'training.learningRate': 1 }));
    const test = { epoch: Float64Array.of(1, 2, 3), loss: Float64Array.of(3.2, 1.9, 3.2) };
    const measured = { ...failed, idle: [0, 0], usage: new Float32Array(30).fill(1 / 30), test };
    const [lost] = diagnose(measured)!.findings;
    expect(lost).toMatchObject({ kind: 'lost', epoch: 2, least: 1.9, last: 3.2 });
    expect(lost!.cures[0]).toEqual({ of: 'training.keepBest', value: true });
  });

  it('is said to have stalled where nothing measured says why', () => {
    const failed = trained(quick('inverted', 'mdn', { 'training.weightDecay': 0.3 }));
    const experiment = withSetting(failed.experiment, 'training.weightDecay', 0);
    const diagnosis = diagnose({ ...failed, experiment });
    expect(kindsOf(diagnosis)).toEqual(['stalled']);
    expect(diagnosis!.findings[0]!.cures).toEqual([{ of: 'recipe', value: 'tuned' }]);
  });

  it('is told so too where no best is known, if it says no more than one Gaussian would', () => {
    const failed = trained(quick('sine', 'mdn', { 'training.learningRate': 1, 'data.noise': 0 }));
    expect(failed.fresh.truth).toBeNull();
    expect(diagnose(failed)).toMatchObject({ excess: null });
    expect(diagnose(trained(quick('sine', 'mdn', { 'data.noise': 0 })))).toBeNull();
  });

  it('is told nothing where the excess is within its error, or not a number', () => {
    const failed = trained(quick('inverted', 'mdn', { 'model.components': 1 }));
    const { fresh } = failed;
    const but = (change: object) => ({ ...failed, fresh: { ...fresh, ...change } });
    expect(diagnose(but({ excess: { ...fresh.excess!, standardError: 1 } }))).toBeNull();
    expect(diagnose(but({ loss: { ...fresh.loss, mean: Number.NaN } }))).toBeNull();
  });
});

describe('a run that has not come to its end', () => {
  it('is told why it stands still, and nothing while it learns', () => {
    const failed = trained(quick('inverted', 'mdn', { 'model.components': 1 }));
    const series = (loss: (i: number) => number) => ({
      epoch: Float64Array.from({ length: 60 }, (_, i) => i + 1),
      loss: Float64Array.from({ length: 60 }, (_, i) => loss(i)),
    });
    const at = (loss: (i: number) => number) =>
      diagnose({ ...failed, ended: false, test: series(loss) });
    expect(kindsOf(at((i) => 2.7 + Math.exp(-i)))).toEqual(['few']);
    expect(at((i) => 4 - i / 60)).toBeNull();
  });
});

describe('a healthy run', () => {
  it.each(PRESETS)('of the preset $label is told nothing, at its end or before', (preset) => {
    const run = new Run(preset.experiment, engine);
    const { epochs } = preset.experiment.training;
    const parts: ReturnType<Run['takeLosses']>[] = [];
    const joined = (set: 'train' | 'test') => ({
      epoch: Float64Array.from(parts.flatMap((part) => Array.from(part[set].epoch))),
      loss: Float64Array.from(parts.flatMap((part) => Array.from(part[set].loss))),
    });
    for (let looks = 1; looks <= 4; looks++) {
      const until = (epochs * looks) / 4;
      while ((looks === 4 || run.epoch < until) && run.advance(undefined, 50) !== 'end');
      parts.push(run.takeLosses());
      const losses = { train: joined('train'), test: joined('test') };
      expect(diagnose(measured(run, losses, looks === 4))).toBeNull();
    }
    run.dispose();
  });

  it.each([
    ['sine', 'mdn'],
    ['sine', 'ffnn'],
    ['inverted', 'mdn'],
    ['inverted', 'ffnn'],
    ['spiral', 'mdn'],
    ['spiral', 'ffnn'],
  ] as const)('of the quick recipe on %s, %s, is told nothing', (name, kind) => {
    for (const seed of [1, 2, 3]) expect(diagnose(trained(quick(name, kind, { seed })))).toBeNull();
  });
});
