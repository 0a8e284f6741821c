import { tanh } from './math.ts';
import type { RandomStream } from './random.ts';

export type Activation = 'tanh' | 'relu';

/**
 * A fully connected network with one input.
 *
 * `components` is 0 for a feed-forward network with one linear output, and K
 * for a mixture density network, whose 3K outputs are, in this order, the
 * logits of π, the means μ and the log variances s = log σ².
 */
export interface Network {
  /** Units of each hidden layer. */
  readonly hidden: readonly number[];
  readonly activation: Activation;
  readonly components: number;
  /**
   * Added to every component's variance: σ² = exp(s) + varianceFloor, in the
   * square of the unit that the network is trained in. 0 for none.
   */
  readonly varianceFloor: number;
}

/** Where one layer's parameters stand in the flat vector. */
export interface Layer {
  readonly inputs: number;
  readonly outputs: number;
  /** Offset of the weights, row-major [outputs][inputs]. */
  readonly weight: number;
  /** Offset of the biases, [outputs]. */
  readonly bias: number;
}

/** How many numbers the network answers with for one x: 1, or 3K. */
export function outputCount(network: Pick<Network, 'components'>): number {
  return network.components === 0 ? 1 : 3 * network.components;
}

/**
 * The layout of the flat parameter vector: layer after layer, each with its
 * weights [outputs][inputs] and then its biases, as PyTorch's `nn.Linear`
 * keeps them. No other file knows it.
 */
export function layers(network: Pick<Network, 'hidden' | 'components'>): Layer[] {
  const sizes = [1, ...network.hidden, outputCount(network)];
  const result: Layer[] = [];
  let offset = 0;
  for (let i = 1; i < sizes.length; i++) {
    const inputs = sizes[i - 1]!;
    const outputs = sizes[i]!;
    result.push({ inputs, outputs, weight: offset, bias: offset + inputs * outputs });
    offset += (inputs + 1) * outputs;
  }
  return result;
}

/** The length of the flat parameter vector. */
export function parameterCount(network: Pick<Network, 'hidden' | 'components'>): number {
  return layers(network).reduce((sum, layer) => sum + (layer.inputs + 1) * layer.outputs, 0);
}

/**
 * Initial parameters: weights and biases of a layer from
 * U(−1/√fan_in, 1/√fan_in), which is what PyTorch's `nn.Linear` does.
 */
export function initialParameters(network: Network, random: RandomStream): Float32Array {
  const parameters = new Float32Array(parameterCount(network));
  for (const { inputs, outputs, weight } of layers(network)) {
    const bound = 1 / Math.sqrt(inputs);
    const end = weight + (inputs + 1) * outputs;
    for (let i = weight; i < end; i++) parameters[i] = bound * (2 * random.uniform() - 1);
  }
  return parameters;
}

/**
 * The activations of every layer, in float64.
 *
 * @param x inputs, [n]
 * @returns one array a layer, row-major [n][outputs]; the last is the raw output
 */
export function activations(
  network: Network,
  parameters: ArrayLike<number>,
  x: ArrayLike<number>,
): Float64Array[] {
  const n = x.length;
  const shape = layers(network);
  const result: Float64Array[] = [];
  let previous: ArrayLike<number> = x;
  shape.forEach(({ inputs, outputs, weight, bias }, index) => {
    const output = new Float64Array(n * outputs);
    const hidden = index < shape.length - 1;
    for (let row = 0; row < n; row++) {
      for (let out = 0; out < outputs; out++) {
        let sum = parameters[bias + out]!;
        const from = weight + out * inputs;
        for (let i = 0; i < inputs; i++) {
          sum += parameters[from + i]! * previous[row * inputs + i]!;
        }
        if (hidden) sum = network.activation === 'tanh' ? tanh(sum) : Math.max(0, sum);
        output[row * outputs + out] = sum;
      }
    }
    result.push(output);
    previous = output;
  });
  return result;
}

/** The network's raw output, row-major [n][outputs], in float64. */
export function forward(
  network: Network,
  parameters: ArrayLike<number>,
  x: ArrayLike<number>,
): Float64Array {
  return activations(network, parameters, x).at(-1) as Float64Array;
}
