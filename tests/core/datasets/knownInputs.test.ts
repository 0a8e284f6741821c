import { expect, it } from 'vitest';
import { articleData } from '../../../src/core/article.ts';
import { knownInputs } from '../../../src/core/datasets/knownInputs.ts';

it('the known inputs end with the training points or with the support, whichever is first', () => {
  const known = (...x: number[]) => {
    const points = { x: Float64Array.from(x), y: new Float64Array(x.length) };
    return knownInputs(articleData('sine'), { train: points, test: points, tested: points });
  };
  expect(known(3, -2, 1)).toEqual([-2, 3]);
  expect(known(-40, 40)).toEqual([-15, 15]);
});
