import { describe, expect, it } from 'vitest';
import { articleExperiment } from '../../../src/core/article.ts';
import { generate, splitSizes } from '../../../src/core/data/data.ts';
import { dataSetOf } from '../../../src/core/datasets/datasets.ts';
import { randomStream } from '../../../src/core/random.ts';
import { withData } from '../../../src/core/usual.ts';

function moments(values: Float64Array) {
  const mean = values.reduce((a, b) => a + b, 0) / values.length;
  const square = values.reduce((a, b) => a + (b - mean) ** 2, 0) / (values.length - 1);
  return [mean, Math.sqrt(square)];
}

describe('measured data', () => {
  // Means and deviations of the columns as R's packages hold them.
  it.each([
    ['mcycle', 133, [25.17895, 13.13206], [-25.54586, 48.32205]],
    ['geyser', 299, [72.31438, 13.89032], [3.460814, 1.1479037]],
    ['faithful', 272, [3.48778, 1.14137], [70.89706, 13.59497]],
    ['lidar', 221, [554.7511, 95.9124], [-0.2911561, 0.2824748]],
    ['engel', 235, [982.47304, 519.23088], [624.15011, 276.45697]],
  ] as const)('%s are the %d points of the package', (name, count, ofX, ofY) => {
    const { draw, fixedCount } = dataSetOf(name);
    const { x, y } = draw(10, 0, randomStream(1, 'data'));
    expect([fixedCount, x.length, y.length]).toEqual([count, count, count]);
    moments(x).forEach((value, i) => {
      expect(Math.abs(value / ofX[i]! - 1)).toBeLessThan(2e-5);
    });
    moments(y).forEach((value, i) => {
      expect(Math.abs(value / ofY[i]! - 1)).toBeLessThan(2e-5);
    });
  });

  it('are split by the seed, all of them, whatever number of points a link asks for', () => {
    const data = { ...articleExperiment('mcycle', 'mdn').data, points: 5000 };
    expect(splitSizes(data)).toEqual({ train: 100, test: 33 });
    const { train, test } = generate(data, 3);
    expect([train.x.length, test.x.length]).toEqual([100, 33]);
    expect(generate(data, 4).train.x).not.toEqual(train.x);
    const all = [...train.y, ...test.y].sort((a, b) => a - b);
    const given = dataSetOf('mcycle').draw(0, 0, randomStream(1, 'data')).y;
    expect(all).toEqual([...given].sort((a, b) => a - b));
  });

  it('are standardised unless the user undoes it, and the article’s data come back as they were', () => {
    const article = articleExperiment('sine', 'mdn');
    const measured = withData(article, 'engel');
    expect(measured.training.standardise).toBe(true);
    expect(withData(measured, 'sine')).toEqual(article);
  });
});
