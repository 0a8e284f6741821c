import * as v from 'valibot';

/** What a network was after so many whole epochs of its run. */
export const WayStateSchema = v.object({
  epoch: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  /** The flat vector of `network.ts`. */
  parameters: v.custom<Float32Array>((value) => value instanceof Float32Array),
});

export type WayState = Readonly<v.InferOutput<typeof WayStateSchema>>;

/** States that a run's way has at most. */
const MOST_STATES = 200;
/** Bytes that a run's way takes at most, but for its first and last state. */
const MOST_BYTES = 24 * 2 ** 20;
/** How much denser a way is at its beginning than at its end: by this power of e. */
const BEND = 3;

/**
 * The epochs after which a run's state is kept, rising, from 0 to its last: every
 * one of a short run, and of a longer one the more the earlier, for that is where
 * most happens.
 *
 * @param epochs of the whole run, at least 1
 * @param parameters of its network
 */
export function wayEpochs(epochs: number, parameters: number): number[] {
  const fitting = Math.floor(MOST_BYTES / (parameters * Float32Array.BYTES_PER_ELEMENT));
  const last = Math.min(epochs, Math.max(1, Math.min(MOST_STATES, fitting) - 1));
  const at = (i: number) => Math.round((epochs * Math.expm1((BEND * i) / last)) / Math.expm1(BEND));
  const rising: number[] = [0];
  for (let i = 1; i <= last; i++) {
    // Where the bend would skip nothing, every epoch has its own state.
    rising.push(Math.min(Math.max(at(i), rising[i - 1]! + 1), epochs - (last - i)));
  }
  return rising;
}
