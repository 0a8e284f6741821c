/** The least that a page may ask of a view. */
export const VIEW = {
  columns: 8,
  range: [0, 1],
  samplesPerPoint: 0,
  density: null,
  scores: false,
} as const;
