import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { layers, type Network, parameterCount } from '../../src/core/network.ts';

/**
 * Reference values from PyTorch in float64. `GOLDEN_FILE` in the environment
 * names another file of the same form; every size is taken from the file.
 */
const file =
  process.env.GOLDEN_FILE || fileURLToPath(new URL('../fixtures/golden.json', import.meta.url));

interface StoredLayer {
  weight: number[][];
  bias: number[];
}

interface StoredCase {
  name: string;
  sizes: number[];
  activation: Network['activation'];
  components: number;
  layers: StoredLayer[];
  x: number[];
  y: number[];
  output: number[][];
  loss: number;
  gradient: StoredLayer[];
  adam: {
    lr: number;
    beta1: number;
    beta2: number;
    epsilon: number;
    steps: number;
    losses: number[];
    lossAfter: number;
    layersAfter: StoredLayer[];
  };
}

export interface GoldenMixture {
  pi: number[];
  mu: number[];
  variance: number[];
  mean: number;
  mixtureVariance: number;
  y: number[];
  pdf: number[];
  logPdf: number[];
  cdf: number[];
  crps: number[];
  quantiles: { p: number[]; y: number[] };
  modes: number[];
}

/** One network with everything that PyTorch says about it, in our layout. */
export interface GoldenCase {
  name: string;
  network: Network;
  parameters: Float64Array;
  x: Float64Array;
  y: Float64Array;
  /** Row-major [n][outputs]. */
  output: Float64Array;
  loss: number;
  gradient: Float64Array;
  adam: {
    learningRate: number;
    beta1: number;
    beta2: number;
    epsilon: number;
    steps: number;
    losses: number[];
    lossAfter: number;
    parametersAfter: Float64Array;
  };
}

function stored(): { cases: StoredCase[]; mixtures: GoldenMixture[] } {
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** Lays stored weights [out][in] and biases out as the flat parameter vector. */
export function flatten(
  network: Pick<Network, 'hidden' | 'components'>,
  values: StoredLayer[],
): Float64Array {
  const flat = new Float64Array(parameterCount(network));
  layers(network).forEach(({ weight, bias }, index) => {
    const layer = values[index] as StoredLayer;
    flat.set(layer.weight.flat(), weight);
    flat.set(layer.bias, bias);
  });
  return flat;
}

export function goldenCases(): GoldenCase[] {
  return stored().cases.map(({ adam, ...value }) => {
    const network: Network = {
      hidden: value.sizes.slice(1, -1),
      activation: value.activation,
      components: value.components,
      varianceFloor: 0,
    };
    return {
      name: value.name,
      network,
      parameters: flatten(network, value.layers),
      x: Float64Array.from(value.x),
      y: Float64Array.from(value.y),
      output: Float64Array.from(value.output.flat()),
      loss: value.loss,
      gradient: flatten(network, value.gradient),
      adam: {
        learningRate: adam.lr,
        beta1: adam.beta1,
        beta2: adam.beta2,
        epsilon: adam.epsilon,
        steps: adam.steps,
        losses: adam.losses,
        lossAfter: adam.lossAfter,
        parametersAfter: flatten(network, adam.layersAfter),
      },
    };
  });
}

export function goldenMixtures(): GoldenMixture[] {
  return stored().mixtures;
}

/**
 * max|actual − expected| / max|expected|, the error of a vector as a whole:
 * entries that are exactly 0 have no error of their own relative size.
 * Infinity if the lengths differ or a value is not a number.
 */
export function relativeError(actual: ArrayLike<number>, expected: ArrayLike<number>): number {
  if (actual.length !== expected.length) return Number.POSITIVE_INFINITY;
  let error = 0;
  let size = 0;
  for (let i = 0; i < expected.length; i++) {
    const difference = Math.abs(actual[i]! - expected[i]!);
    if (Number.isNaN(difference)) return Number.POSITIVE_INFINITY;
    error = Math.max(error, difference);
    size = Math.max(size, Math.abs(expected[i]!));
  }
  return size === 0 ? error : error / size;
}
