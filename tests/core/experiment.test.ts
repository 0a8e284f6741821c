import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { articleExperiment } from '../../src/core/article.ts';
import { generate, splitSizes } from '../../src/core/data/data.ts';
import {
  batchRows,
  type Experiment,
  LIMITS,
  parseExperiment,
  stepsPerEpoch,
} from '../../src/core/experiment.ts';
import { writeLink } from '../../src/core/link.ts';
import { DEFAULT_EXPERIMENT, matchingPreset, PRESETS, presetOf } from '../../src/core/presets.ts';
import { recipeOf } from '../../src/core/recipes.ts';
import { withData, withModel } from '../../src/core/usual.ts';
import { anyExperiment } from '../helpers/arbitrary.ts';

describe('parseExperiment', () => {
  it('takes back every experiment within the limits, unchanged', () => {
    fc.assert(
      fc.property(anyExperiment(), (experiment) => {
        const parsed = parseExperiment(JSON.parse(JSON.stringify(experiment)));
        expect(parsed).toEqual({ ok: true, value: experiment });
      }),
    );
  });

  it('never throws, and takes nothing that is out of bounds, whatever it is given', () => {
    fc.assert(
      fc.property(fc.anything({ withBigInt: true, withNullPrototype: true }), (value) => {
        expect(parseExperiment(value).ok).toBe(false);
      }),
    );
  });

  it.each([
    ['a number that is too large', { seed: 2 ** 31 }, 'seed', 'tooLarge', '2147483647'],
    ['a fraction where a whole number belongs', { seed: 1.5 }, 'seed', 'notWhole', undefined],
    ['text where a number belongs', { seed: '7' }, 'seed', 'malformed', undefined],
    ['a number that is none', { seed: Number.NaN }, 'seed', 'malformed', undefined],
    ['an infinite number', { seed: Number.POSITIVE_INFINITY }, 'seed', 'malformed', undefined],
    ['a setting that is missing', { seed: undefined }, 'seed', 'missing', undefined],
    ['a newer version', { version: 2 }, 'version', 'newerVersion', '1'],
    ['an unknown engine', { engine: 'gpu' }, 'engine', 'notAllowed', 'fused, wasm, cpu'],
  ])('names the field of %s', (_, change, field, reason, allowed) => {
    const parsed = parseExperiment({ ...DEFAULT_EXPERIMENT, ...change });
    const problem = allowed === undefined ? { field, reason } : { field, reason, allowed };
    expect(parsed).toMatchObject({ ok: false, problems: [problem] });
  });

  it('leaves behind what the schema does not know, a prototype included', () => {
    const hostile = JSON.parse(
      JSON.stringify(DEFAULT_EXPERIMENT).replace('{', '{"__proto__":{"seed":1},"more":1,'),
    );
    expect(parseExperiment(hostile)).toEqual({ ok: true, value: DEFAULT_EXPERIMENT });
  });

  it('refuses rate changes that do not follow each other', () => {
    const training = {
      ...DEFAULT_EXPERIMENT.training,
      rateChanges: [
        { step: 5, rate: 0.1 },
        { step: 5, rate: 0.2 },
      ],
    };
    expect(parseExperiment({ ...DEFAULT_EXPERIMENT, training }).ok).toBe(false);
  });
});

describe('a range of inputs that is trained on', () => {
  const base = articleExperiment('inverted', 'mdn');
  const on = (trainedOn: unknown, data = base.data) => ({ ...base, data: { ...data, trainedOn } });

  it('is none where nothing is said, and then the link says nothing either', () => {
    const { trainedOn: _, ...data } = base.data;
    expect(parseExperiment({ ...base, data })).toEqual({ ok: true, value: base });
    expect(base.data.trainedOn).toBeNull();
    expect(writeLink(base)).not.toContain('trainx');
    expect(writeLink(on([-4, 4.5]) as Experiment)).toContain('&trainx=-4:4.5');
  });

  it.each([
    ['empty', [3, 3], 'malformed'],
    ['the wrong way round', [3, -3], 'malformed'],
    ['without an end', [3], 'missing'],
    ['without bounds', [-1e13, 3], 'tooSmall'],
    ['beyond the data', [900, 901], 'tooFew'],
    ['too narrow', [1, 1.001], 'tooFew'],
  ])('is refused if it is %s', (_, range, reason) => {
    const parsed = parseExperiment(on(range));
    expect(parsed.ok ? null : parsed.problems[0]!.reason).toBe(reason);
    expect(parsed.ok ? '' : parsed.problems[0]!.field).toContain('data.trainedOn');
  });

  it('is counted in the steps of an epoch', () => {
    const experiment = on([-5, 5]) as Experiment;
    const { train } = generate(experiment.data, experiment.seed);
    expect(train.x.length).toBeLessThan(1500);
    expect([stepsPerEpoch(experiment), batchRows(experiment)]).toEqual([1, train.x.length]);
  });

  it('is forgotten with its data set', () => {
    expect(withData(on([-5, 5]) as Experiment, 'spiral').data.trainedOn).toBeNull();
  });
});

describe('the sizes of an experiment', () => {
  it('are the article’s: 2250 + 750 points in batches of 1500, two steps an epoch', () => {
    const inverted = articleExperiment('inverted', 'mdn');
    expect(splitSizes(inverted.data)).toEqual({ train: 2250, test: 750 });
    expect(stepsPerEpoch(inverted)).toBe(2);
    expect(splitSizes(articleExperiment('spiral', 'ffnn').data)).toEqual({
      train: 2000,
      test: 2000,
    });
  });

  it('leave at least one point on each side, and no batch larger than the training set', () => {
    fc.assert(
      fc.property(anyExperiment(), (experiment) => {
        const { train, test } = splitSizes(experiment.data);
        expect(Math.min(train, test)).toBeGreaterThan(0);
        expect(batchRows(experiment)).toBeLessThanOrEqual(train);
        expect(stepsPerEpoch(experiment) * batchRows(experiment)).toBeGreaterThanOrEqual(train);
        expect(experiment.data.points).toBeLessThanOrEqual(LIMITS.points.max);
      }),
    );
  });
});

describe('presets', () => {
  it('are the article’s five runs and two tuned ones under their labels', () => {
    expect(PRESETS.map(({ label }) => label)).toEqual([
      'Sine · FFNN',
      'Inverted · FFNN',
      'Inverted · MDN',
      'Spiral · FFNN',
      'Spiral · MDN',
      'Inverted, tuned',
      'Spiral, tuned',
    ]);
    expect(presetOf('Spiral · FFNN')!.experiment).toMatchObject({
      data: { name: 'spiral', points: 2000, noise: 1 },
      model: { kind: 'ffnn', hidden: [40], activation: 'tanh' },
      training: { epochs: 2000, learningRate: 0.1, batchSize: 1500, order: 'fixed' },
    });
    expect(presetOf('Inverted · MDN')!.experiment).toMatchObject({
      data: { name: 'inverted', points: 3000, noise: 1, testFraction: 0.25 },
      model: { hidden: [50, 50], activation: 'relu', components: 30, varianceFloor: 0 },
      training: { epochs: 1000, learningRate: 0.01, clipNorm: 0, weightDecay: 0 },
    });
  });

  it('are recognised whatever the seed, and no longer once a setting differs', () => {
    const [preset] = PRESETS;
    expect(matchingPreset({ ...preset!.experiment, seed: 99 })).toBe(preset);
    const noisier = { ...preset!.experiment.data, noise: 2 };
    expect(matchingPreset({ ...preset!.experiment, data: noisier })).toBeUndefined();
  });

  it('of the article are reached from each other by changing data and model', () => {
    const article = PRESETS.filter(({ experiment }) => recipeOf(experiment) === 'article');
    expect(article).toHaveLength(5);
    for (const from of article) {
      for (const to of article) {
        const { data, model } = to.experiment;
        const changed = withModel(withData(from.experiment, data.name), model.kind);
        expect(matchingPreset(changed)?.label).toBe(to.label);
      }
    }
  });

  it('keep what the user had changed when data or model change', () => {
    const own = { ...DEFAULT_EXPERIMENT, data: { ...DEFAULT_EXPERIMENT.data, points: 500 } };
    expect(withData(own, 'spiral').data.points).toBe(500);
    expect(withData(own, 'spiral').data.noise).toBe(1);
    const wide = { ...DEFAULT_EXPERIMENT.model, hidden: [9] };
    const other = withModel({ ...DEFAULT_EXPERIMENT, model: wide }, 'ffnn');
    expect(other.model).toEqual({ kind: 'ffnn', hidden: [9], activation: 'tanh' });
    expect(other.training.learningRate).toBe(0.1);
  });
});
