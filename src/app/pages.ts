/** The pages that the header leads to, in its order; a text `header.pages.…` names each. */
export const PAGES = [
  { path: '/', name: 'playground' },
  { path: '/learn', name: 'learn' },
] as const;
