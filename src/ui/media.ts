/**
 * The widths at which the page takes another shape, and what else it asks of the
 * screen in script. A style sheet writes `@media (--narrow)`.
 */
export const MEDIA = {
  /** One column; the playground's controls wait in a sheet. */
  narrow: 'screen and (max-width: 47.49rem)',
  /** Large targets leave a header no room for its words. */
  tight: 'screen and (max-width: 47.49rem), (pointer: coarse) and (max-width: 60rem)',
  /** Room for the playground's three columns; each scrolls by itself, the page does not. */
  'one-screen': 'screen and (min-width: 75rem) and (min-height: 37.5rem)',
  scrolling: 'screen and (max-width: 74.99rem), screen and (max-height: 37.49rem)',
  /** Room for a margin beside the article's text. */
  wide: '(min-width: 68.75rem)',
  'not-wide': '(max-width: 68.74rem)',
  /** The reader wants nothing to move. */
  still: '(prefers-reduced-motion: reduce)',
} as const;
