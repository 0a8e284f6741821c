/**
 * Rows are worked on in blocks of BLOCK_ROWS. Everything that belongs to the
 * rows of a block is kept as [unit][row], so that the lanes of a vector are
 * four rows, and sums over units or components need no work across lanes.
 */
export const BLOCK_ROWS: i32 = 96;

/** Bytes of a vector of four float32. */
export const VECTOR: i32 = 16;

/** Bytes from one unit's rows to the next unit's: the stride of [unit][row]. */
export const STRIDE: i32 = BLOCK_ROWS * 4;

/** How many vectors hold so many rows. */
// @ts-ignore: decorator
@inline
export function vectorsOf(rows: i32): i32 {
  return (rows + 3) >> 2;
}

/** The number of units rounded up to a whole register tile of four. */
// @ts-ignore: decorator
@inline
export function padded(units: i32): i32 {
  return (units + 3) & ~3;
}

/** All bits set in the lanes of the vector at row `row` that hold rows below `rows`. */
// @ts-ignore: decorator
@inline
export function rowMask(row: i32, rows: i32): v128 {
  return i32x4.lt_s(i32x4.add(i32x4(0, 1, 2, 3), i32x4.splat(row)), i32x4.splat(rows));
}
