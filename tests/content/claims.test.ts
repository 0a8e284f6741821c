import { describe, expect, it } from 'vitest';
import type { Claim } from '../../src/content/claims/claim.ts';
import { CLAIMS, type ClaimName, claimed } from '../../src/content/claims/claims.ts';
import observed from '../../src/content/claims/observed.json';
import { articleData, articleExperiment } from '../../src/core/article.ts';
import { freshPoints } from '../../src/core/data/data.ts';
import { resultOf } from '../../src/engine/result.ts';
import { Trainer } from '../../src/engine/trainer.ts';
import { engineOf } from '../helpers/engines.ts';
import { knownTruth } from '../helpers/truth.ts';

describe('what the text tells of runs', () => {
  it('is of five seeds and of the one that the figures begin with', () => {
    for (const [name, { seeds, own }] of Object.entries(observed)) {
      expect(Object.keys(seeds), name).toEqual(Object.keys(own));
      for (const values of Object.values(seeds)) expect(values, name).toHaveLength(5);
    }
  });

  it('is what the run comes to when it is trained again', async () => {
    const article = articleExperiment('sine', 'ffnn');
    const experiment = { ...article, model: { ...article.model, hidden: [3] } };
    const trainer = new Trainer(experiment, await engineOf('fused'));
    while (trainer.advance(Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY) !== 'end');
    const { trainLoss, testLoss, freshLoss } = await resultOf(trainer, 0);
    trainer.dispose();
    const { own } = observed['sine-ffnn-3'];
    expect(trainLoss).toBeCloseTo(own.trainLoss, 5);
    expect(testLoss).toBeCloseTo(own.testLoss, 5);
    expect(freshLoss).toBeCloseTo(own.freshLoss as number, 5);
  });

  it.each(Object.keys(CLAIMS) as ClaimName[])(
    '%s is a number, or a range from low to high',
    (name) => {
      const { values }: Claim = CLAIMS[name];
      for (const value of values()) expect(value).toBeTypeOf('number');
      expect(claimed(name).low).toMatch(/^−?\d/);
      expect(Math.min(...values())).toBeLessThanOrEqual(Math.max(...values()));
    },
  );

  it('puts nothing between the least and the greatest value and what is printed', () => {
    expect(claimed('inverted-mdn')).toEqual({ low: '0.043', high: '0.110' });
    expect(claimed('inverted-mdn-1')).toEqual({ low: '2.717', high: '2.730' });
    expect(claimed('spiral-mdn')).toEqual({ low: '0.56', high: '0.81' });
    expect(claimed('sine-floor')).toEqual({ low: '1.419', high: '1.419' });
  });

  it('is of runs as they are set', () => {
    const low = (names: ClaimName[]) => names.map((name) => claimed(name).low);
    expect(low(['points', 'points-train', 'points-test'])).toEqual(['3000', '2250', '750']);
    expect(low(['batch', 'batch-last', 'epochs', 'steps'])).toEqual([
      '1500',
      '750',
      '2000',
      '4000',
    ]);
    expect(low(['spiral-train', 'spiral-test', 'spiral-batch-last'])).toEqual([
      '2000',
      '2000',
      '500',
    ]);
    expect(low(['parameters', 'parameters-share'])).toEqual(['121', '5\u202f%']);
    expect(low(['few-points', 'some-points', 'learning-rate'])).toEqual(['75', '200', '0.1']);
  });

  it('is of data as hard as theory says', () => {
    for (const name of ['inverted', 'spiral'] as const) {
      const { y } = freshPoints(articleData(name), 1, 100_000)!;
      const mean = y.reduce((sum, one) => sum + one, 0) / y.length;
      const variance = y.reduce((sum, one) => sum + (one - mean) ** 2, 0) / y.length;
      const share = knownTruth(name, 1).meanSquaredError() / variance;
      expect(Math.abs(CLAIMS[`${name}-left`].values()[0]! - share)).toBeLessThan(0.01);
    }
  });
});
