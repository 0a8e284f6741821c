/** How a line is drawn. */
export interface Line {
  readonly color?: string;
  readonly width?: number;
  readonly dash?: string;
}

/** Dashes as Plotly names or writes them, for a line of a width. */
export function dashesOf(dash: string | undefined, width: number): number[] {
  const unit = Math.max(width || 1, 3);
  if (!dash || dash === 'solid') return [];
  if (dash === 'dot') return [unit, unit];
  if (dash === 'dash') return [3 * unit, 3 * unit];
  return dash.split(',').map(Number.parseFloat);
}
