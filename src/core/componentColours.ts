/** A component of at least this weight, averaged over the training inputs, is in use. */
export const IN_USE = 0.005;

/** How many colours the cycle has; the figures' themes have as many. */
export const COLOUR_COUNT = 10;

/** By this epoch the weights say which components matter; before, none has a colour. */
const FIRST_EPOCH = 5;

/**
 * True after the epochs at which colours are given out: 5, 10 and so on to 100,
 * 150 to 1000, 1500 to 10 000, 15 000 and 20 000. They belong to the run and not to the frames that
 * are drawn of it, so that the same run has the same colours.
 */
export function isColouringEpoch(epoch: number): boolean {
  const spacing = Math.max(FIRST_EPOCH, 10 ** Math.floor(Math.log10(epoch)) / 2);
  return epoch > 0 && epoch % spacing === 0;
}

/** Stands for a component that has no colour yet. */
export const NO_COLOUR = -1;

/**
 * The place in the cycle of every component's colour, [K]; `NO_COLOUR` for one
 * that has never been in use.
 *
 * A component takes the colour of its number's place in the cycle, so that it
 * has the same one in every run; where that is taken, by a heavier one or an
 * earlier one, the colour that carries the least weight just then, the next of
 * those. After that nobody's colour changes.
 *
 * @param usage mean weight of every component, [K]
 * @param previous what this function answered before in the same run
 */
export function componentColours(
  usage: ArrayLike<number>,
  previous: Int32Array | null = null,
): Int32Array {
  const kept = previous?.length === usage.length ? previous : null;
  const colours = kept ? kept.slice() : new Int32Array(usage.length).fill(NO_COLOUR);
  const carried = new Float64Array(COLOUR_COUNT);
  colours.forEach((colour, k) => {
    // A colour once given is the last to be given again, however light its component.
    if (colour !== NO_COLOUR) carried[colour]! += IN_USE + usage[k]!;
  });
  const newcomers = Array.from(colours.keys()).filter(
    (k) => colours[k] === NO_COLOUR && usage[k]! >= IN_USE,
  );
  newcomers.sort((a, b) => usage[b]! - usage[a]! || a - b);
  for (const k of newcomers) {
    let least = k % COLOUR_COUNT;
    for (let i = 1; i < COLOUR_COUNT; i++) {
      const colour = (k + i) % COLOUR_COUNT;
      if (carried[colour]! < carried[least]!) least = colour;
    }
    colours[k] = least;
    carried[least]! += IN_USE + usage[k]!;
  }
  return colours;
}
