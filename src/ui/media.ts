/**
 * The widths at which the page takes another shape, and what else it asks of the
 * screen in script. A style sheet writes `@media (--narrow)`.
 */
export const MEDIA = {
  /** One column; the playground's controls wait in a sheet. */
  narrow: '(max-width: 47.49rem)',
  /** Room for three columns, or for a margin beside the text. */
  wide: '(min-width: 68.75rem)',
  'not-wide': '(max-width: 68.74rem)',
  /** The reader wants nothing to move. */
  still: '(prefers-reduced-motion: reduce)',
} as const;
