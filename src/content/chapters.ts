import type { MDXContent } from 'mdx/types.js';
import type { Locale, Parts } from '../i18n/languages.ts';

export interface Chapter {
  readonly number: number;
  /** Its name in addresses; a text `chapters.…` tells its title, and the question that it answers. */
  readonly slug: keyof Parts['article']['chapters'];
  /** Its checks, in their order; a reader's progress is kept under these names. */
  readonly tasks: readonly string[];
  /** Whether a network trains in it. */
  readonly living?: true;
  /** Its text in every language. */
  readonly texts: Readonly<Record<Locale, Text>>;
}

type Text = () => Promise<{ default: MDXContent }>;

export const CHAPTERS: readonly Chapter[] = [
  {
    number: 1,
    slug: 'linear-regression',
    tasks: ['square-pull', 'line-by-hand', 'line-singular'],
    texts: {
      en: () => import('./chapters/01-linear-regression.mdx'),
      ru: () => import('./chapters/ru/01-linear-regression.mdx'),
    },
  },
  {
    number: 2,
    slug: 'squared-error',
    tasks: ['wider-bell', 'one-minimum', 'best-width'],
    texts: {
      en: () => import('./chapters/02-squared-error.mdx'),
      ru: () => import('./chapters/ru/02-squared-error.mdx'),
    },
  },
  {
    number: 3,
    slug: 'likelihood',
    tasks: ['proper', 'half', 'infinite'],
    texts: {
      en: () => import('./chapters/03-likelihood.mdx'),
      ru: () => import('./chapters/ru/03-likelihood.mdx'),
    },
  },
  {
    number: 4,
    slug: 'data',
    tasks: ['floor-tripled', 'floor-of-four'],
    texts: {
      en: () => import('./chapters/04-data.mdx'),
      ru: () => import('./chapters/ru/04-data.mdx'),
    },
  },
  {
    number: 5,
    slug: 'network',
    tasks: ['three-units', 'near-floor', 'few-units'],
    living: true,
    texts: {
      en: () => import('./chapters/05-network.mdx'),
      ru: () => import('./chapters/ru/05-network.mdx'),
    },
  },
  {
    number: 6,
    slug: 'inverted',
    tasks: ['uneven', 'good-guess'],
    living: true,
    texts: {
      en: () => import('./chapters/06-inverted.mdx'),
      ru: () => import('./chapters/ru/06-inverted.mdx'),
    },
  },
  {
    number: 7,
    slug: 'mixture-density-network',
    tasks: ['hand-mixture', 'one-for-all', 'one-component', 'few-components'],
    living: true,
    texts: {
      en: () => import('./chapters/07-mixture-density-network.mdx'),
      ru: () => import('./chapters/ru/07-mixture-density-network.mdx'),
    },
  },
  {
    number: 8,
    slug: 'spiral',
    tasks: ['three-arms', 'spiral-mean', 'spiral-learned'],
    living: true,
    texts: {
      en: () => import('./chapters/08-spiral.mdx'),
      ru: () => import('./chapters/ru/08-spiral.mdx'),
    },
  },
  {
    number: 9,
    slug: 'conclusion',
    tasks: ['the-cure', 'stopped-in-time'],
    texts: {
      en: () => import('./chapters/09-conclusion.mdx'),
      ru: () => import('./chapters/ru/09-conclusion.mdx'),
    },
  },
  {
    number: 10,
    slug: 'break-it',
    tasks: ['underflow', 'naive-start', 'collapse', 'ninety', 'temperature', 'best-temperature'],
    living: true,
    texts: {
      en: () => import('./chapters/10-break-it.mdx'),
      ru: () => import('./chapters/ru/10-break-it.mdx'),
    },
  },
];

/** The chapter of an address: its number or its slug. */
export function chapterOf(name: string): Chapter | undefined {
  return CHAPTERS.find(({ number, slug }) => String(number) === name || slug === name);
}

/** Fetches the text of a chapter; what is there already is not fetched again. */
export function chapterText({ texts }: Chapter, locale: Locale): ReturnType<Text> {
  return texts[locale]();
}
