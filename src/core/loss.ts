import { exp, HALF_LOG_2PI, log } from './math.ts';
import { type Network, outputCount } from './network.ts';

/**
 * The losses in plain float64, written to be read. The training engines are held
 * to this file and to its gradient (tests/helpers/oracle.ts), and those to
 * PyTorch's float64 (tests/fixtures).
 *
 * A mixture's raw output is [K logits | K means | K log variances]. Formulas:
 * Bishop, "Mixture Density Networks" (1994); PRML §5.6, eqs. 5.153–5.157.
 */

/**
 * A log variance outside ±600 counts as ±600: its exponential, and products
 * with it, would leave float64's range. Only a network that has already
 * diverged comes near.
 */
const LOG_VARIANCE_LIMIT = 600;

function limited(logVariance: number): number {
  return Math.max(-LOG_VARIANCE_LIMIT, Math.min(LOG_VARIANCE_LIMIT, logVariance));
}

/** σ² = exp(s) + floor of one component, in the square of the target's unit. */
export function componentVariance(logVariance: number, floor: number): number {
  return exp(limited(logVariance)) + floor;
}

/** log Σ exp(values[i]) over `from` ≤ i < `to`; finite for any finite values. */
export function logSumExp(values: ArrayLike<number>, from = 0, to = values.length): number {
  let top = Number.NEGATIVE_INFINITY;
  for (let i = from; i < to; i++) top = Math.max(top, values[i]!);
  if (top === Number.NEGATIVE_INFINITY) return top;
  let sum = 0;
  for (let i = from; i < to; i++) sum += exp(values[i]! - top);
  return top + log(sum);
}

/**
 * exp(values[i]) / Σ exp(values) over `from` ≤ i < `to`. Differences are taken to
 * the largest value, which is exact where the values are huge; to their
 * log-sum-exp they would be rounded.
 *
 * @param into where the shares are written, from index `at` on
 */
export function softmax<T extends Float32Array | Float64Array>(
  values: ArrayLike<number>,
  from: number,
  to: number,
  into: T,
  at = 0,
): T {
  let top = Number.NEGATIVE_INFINITY;
  for (let i = from; i < to; i++) top = Math.max(top, values[i]!);
  let sum = 0;
  for (let i = from; i < to; i++) {
    const share = exp(values[i]! - top);
    into[at + i - from] = share;
    sum += share;
  }
  for (let i = at; i < at + to - from; i++) into[i] = into[i]! / sum;
  return into;
}

/**
 * ℓ_k = log π_k + log N(y; μ_k, σ_k²) of every component, in nats.
 *
 * @param raw raw outputs, row-major [n][3K]
 * @param row which row
 * @param components K, at least 1
 * @param y the target, in the unit that the network is trained in
 * @param floor added to every variance
 * @param terms where to write the K results
 */
export function logTerms(
  raw: ArrayLike<number>,
  row: number,
  components: number,
  y: number,
  floor: number,
  terms: Float64Array,
): Float64Array {
  const at = row * 3 * components;
  const logNormaliser = logSumExp(raw, at, at + components);
  for (let k = 0; k < components; k++) {
    const logWeight = raw[at + k]! - logNormaliser;
    const difference = y - raw[at + components + k]!;
    const logVariance = limited(raw[at + 2 * components + k]!);
    const variance = exp(logVariance) + floor;
    // Without a floor log σ² is the output itself; log(exp(s)) would round.
    const half = 0.5 * (floor === 0 ? logVariance : log(variance));
    terms[k] = logWeight - HALF_LOG_2PI - half - (0.5 * difference * difference) / variance;
  }
  return terms;
}

/**
 * The negative log likelihood −log Σ_k π_k N(y; μ_k, σ_k²) of one row, in nats.
 *
 * @param raw raw outputs, row-major [n][3K]; any finite values
 * @param floor added to every variance, 0 or more
 */
export function mixtureNll(
  raw: ArrayLike<number>,
  row: number,
  components: number,
  y: number,
  floor = 0,
): number {
  return -logSumExp(logTerms(raw, row, components, y, floor, new Float64Array(components)));
}

/**
 * The loss of each point, [n]: its squared error for a feed-forward network
 * (components 0), else its negative log likelihood in nats.
 *
 * @param raw raw outputs, row-major [n][outputs], n at least 1
 * @param y targets, [n], in the unit that the network is trained in
 * @throws RangeError if raw outputs and targets do not fit together
 */
export function outputLosses(
  network: Pick<Network, 'components' | 'varianceFloor'>,
  raw: ArrayLike<number>,
  y: ArrayLike<number>,
): Float64Array {
  const { components, varianceFloor } = network;
  checkRows(raw.length, y.length, outputCount(network));
  return Float64Array.from(y, (target, row) =>
    components === 0
      ? (raw[row]! - target) ** 2
      : mixtureNll(raw, row, components, target, varianceFloor),
  );
}

/** The mean loss over the points; see `outputLosses`. */
export function outputLoss(
  network: Pick<Network, 'components' | 'varianceFloor'>,
  raw: ArrayLike<number>,
  y: ArrayLike<number>,
): number {
  return outputLosses(network, raw, y).reduce((sum, loss) => sum + loss, 0) / y.length;
}

function checkRows(values: number, rows: number, outputs: number): void {
  if (rows === 0 || values !== rows * outputs) {
    throw new RangeError(`${values} raw outputs for ${rows} targets with ${outputs} outputs each`);
  }
}
