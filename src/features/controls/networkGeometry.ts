/** Dots drawn of one layer at most; the count below tells the rest. */
export const MOST_DOTS = 6;

export interface Dot {
  readonly x: number;
  readonly y: number;
}

/** Columns of dots, centred: input, hidden layers, and the outputs with room for their names. */
export function dotColumns(
  layers: readonly number[],
  outputs: number,
  width: number,
  height: number,
  gap: number,
): Dot[][] {
  const last = layers.length + 1;
  const counts = [1, ...layers.map((units) => Math.min(units, MOST_DOTS)), outputs];
  return counts.map((count, column) =>
    Array.from({ length: count }, (_, i) => ({
      x: (width * (column + 0.5)) / counts.length,
      y: height / 2 + gap * (column === last ? 1.45 : 1) * (i - (count - 1) / 2),
    })),
  );
}

/** Every connection between neighbouring columns, as one SVG path. */
export function connections(columns: readonly (readonly Dot[])[]): string {
  return columns
    .slice(1)
    .flatMap((column, i) =>
      columns[i]!.flatMap((from) =>
        column.map((to) => `M${from.x.toFixed(1)} ${from.y}L${to.x.toFixed(1)} ${to.y}`),
      ),
    )
    .join('');
}
