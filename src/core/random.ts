import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus, xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus';
import { cos, log } from './math.ts';

/**
 * What a stream of random numbers is used for. Each use has a stream of its
 * own, so that drawing more of one thing never moves another.
 */
export const STREAMS = [
  'data',
  'split',
  'weights',
  'batches',
  'samples',
  'fresh',
  'drawing',
] as const;
export type StreamName = (typeof STREAMS)[number];

/** The position of a stream; `randomStream` goes on from it. */
export type StreamState = readonly number[];

/** A seeded stream of random numbers (xoroshiro128+). */
export interface RandomStream {
  /** Uniform on [0, 1), with 53 random bits. */
  uniform(): number;
  /** Standard normal, by the Box–Muller transform; two uniforms a call. */
  normal(): number;
  /** A uniform integer from `min` to `max`, both included. */
  integer(min: number, max: number): number;
  /** Where the stream stands now. */
  state(): StreamState;
}

const GOLDEN_RATIO_32 = 0x9e3779b9;

/** Mixes the bits of a 32-bit integer (the finaliser of MurmurHash3). */
function mix(value: number): number {
  let h = value | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/**
 * Opens the stream `name` of an experiment.
 *
 * @param seed the experiment's seed, an integer from 0 to 2³¹ − 1
 * @param state a position that an earlier stream of this name was at
 */
export function randomStream(seed: number, name: StreamName, state?: StreamState): RandomStream {
  const number = STREAMS.indexOf(name) + 1;
  const generator = state
    ? xoroshiro128plusFromState(state)
    : xoroshiro128plus(mix(mix(seed) ^ Math.imul(number, GOLDEN_RATIO_32)));
  const uniform = () => uniformFloat64(generator);
  return {
    uniform,
    normal() {
      // 1 − u lies in (0, 1], so the logarithm is finite.
      const radius = Math.sqrt(-2 * log(1 - uniform()));
      const angle = 2 * Math.PI * uniform();
      // One of the pair is left unused: a stream's position is then its
      // generator's alone.
      return radius * cos(angle);
    },
    integer: (min, max) => uniformInt(generator, min, max),
    state: () => generator.getState(),
  };
}

/** Shuffles `values` in place (Fisher–Yates, from the end). */
export function shuffle<T extends Int32Array | Float64Array>(values: T, random: RandomStream): T {
  for (let i = values.length - 1; i > 0; i--) {
    const j = random.integer(0, i);
    const held = values[i]!;
    values[i] = values[j]!;
    values[j] = held;
  }
  return values;
}
