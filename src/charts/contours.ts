/** Line segments in data units, NaN between one and the next. */
export interface Segments {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/** Which of a cell's four edges a line joins, by which of its corners lie above; corners and edges go round. */
const LINES: readonly (readonly number[])[] = [
  [],
  [3, 0],
  [0, 1],
  [3, 1],
  [1, 2],
  [3, 0, 1, 2],
  [0, 2],
  [3, 2],
  [2, 3],
  [2, 0],
  [0, 1, 2, 3],
  [2, 1],
  [1, 3],
  [1, 0],
  [0, 3],
  [],
];

/**
 * The contour of a field at 0, by marching squares; cells with a NaN are left out.
 *
 * @param field row-major [rows][columns]
 * @param x columns, ascending
 * @param y rows, ascending
 */
export function contour(
  field: ArrayLike<number>,
  x: ArrayLike<number>,
  y: ArrayLike<number>,
): Segments {
  const columns = x.length;
  const xs: number[] = [];
  const ys: number[] = [];
  for (let row = 0; row + 1 < y.length; row++) {
    for (let column = 0; column + 1 < columns; column++) {
      const at = row * columns + column;
      const corners = [field[at]!, field[at + 1]!, field[at + columns + 1]!, field[at + columns]!];
      if (corners.some(Number.isNaN)) continue;
      const kind = corners.reduce((bits, value, i) => bits | (value > 0 ? 1 << i : 0), 0);
      const left = [x[column]!, x[column + 1]!, x[column + 1]!, x[column]!];
      const top = [y[row]!, y[row]!, y[row + 1]!, y[row + 1]!];
      LINES[kind]!.forEach((edge, i) => {
        const [a, b] = [edge, (edge + 1) % 4];
        const share = corners[a]! / (corners[a]! - corners[b]!);
        xs.push(left[a]! + share * (left[b]! - left[a]!));
        ys.push(top[a]! + share * (top[b]! - top[a]!));
        if (i % 2 === 0) return;
        xs.push(Number.NaN);
        ys.push(Number.NaN);
      });
    }
  }
  return { x: Float64Array.from(xs), y: Float64Array.from(ys) };
}
