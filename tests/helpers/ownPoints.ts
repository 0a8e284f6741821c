import { articleExperiment } from '../../src/core/article.ts';
import { takePoints } from '../../src/core/datasets/own.ts';
import type { Experiment, ModelKind } from '../../src/core/experiment.ts';

/** The article's experiment on so many points of somebody's own, two targets to an input. */
export function onOwnPoints(count: number, kind: ModelKind = 'mdn'): Experiment {
  const x = Float64Array.from({ length: count }, (_, i) => 24 * ((i * 0.618) % 1));
  const y = x.map((value, i) => (i % 2 ? 20 + 8 * Math.sin(value / 4) : 6 + 0.4 * value) + (i % 7));
  return articleExperiment(takePoints({ x, y }, 'Load by hour'), kind);
}
