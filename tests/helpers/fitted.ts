import { articleExperiment } from '../../src/core/article.ts';
import { IDENTITY, type Scale } from '../../src/core/data/standardise.ts';
import type { Fitted, Forward } from '../../src/core/model.ts';
import type { Network } from '../../src/core/network.ts';
import { rememberedTask } from '../../src/core/rememberedTask.ts';

interface Stated {
  readonly network: Pick<Network, 'components' | 'varianceFloor'>;
  /** Row-major [n][outputs]. */
  readonly raw: ArrayLike<number>;
  /** The target's. */
  readonly scale?: Scale;
  readonly deviation?: number;
}

/** A network whose raw outputs are given, whatever it is asked; trained on no points. */
export function stated({ network, raw, scale = IDENTITY, deviation = Number.NaN }: Stated): {
  fitted: Fitted;
  forward: Forward;
} {
  const task = rememberedTask(articleExperiment('sine', 'mdn'));
  return {
    fitted: {
      task: {
        ...task,
        network: { ...task.network, ...network },
        scaling: { input: IDENTITY, target: scale },
      },
      parameters: new Float32Array(),
      deviation,
    },
    forward: () => raw,
  };
}
