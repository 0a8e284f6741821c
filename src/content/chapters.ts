import type { MDXContent } from 'mdx/types.js';

export interface Chapter {
  readonly number: number;
  readonly slug: string;
  readonly title: string;
  /** The question that the chapter answers. */
  readonly question: string;
  /** Its tasks, in their order; a reader's progress is kept under these names. */
  readonly tasks: readonly string[];
  /** Whether a network trains in it. */
  readonly living?: true;
  readonly load: () => Promise<{ default: MDXContent }>;
}

export const CHAPTERS: readonly Chapter[] = [
  {
    number: 1,
    slug: 'linear-regression',
    title: 'A straight line',
    question: 'Which line fits these points best, and how would a machine find it?',
    tasks: ['line-by-hand', 'line-singular'],
    load: () => import('./chapters/01-linear-regression.mdx'),
  },
  {
    number: 2,
    slug: 'squared-error',
    title: 'Squared error is a likelihood',
    question: 'Why square the error, of all things one could do with it?',
    tasks: ['one-minimum', 'best-width'],
    load: () => import('./chapters/02-squared-error.mdx'),
  },
  {
    number: 3,
    slug: 'likelihood',
    title: 'One loss with five names',
    question: 'How should a predicted probability be judged by what then happens?',
    tasks: ['half', 'infinite'],
    load: () => import('./chapters/03-likelihood.mdx'),
  },
  {
    number: 4,
    slug: 'data',
    title: 'Data with a known answer',
    question: 'How well can any model do, and how would we know that one has?',
    tasks: ['floor-of-four'],
    load: () => import('./chapters/04-data.mdx'),
  },
  {
    number: 5,
    slug: 'network',
    title: 'A network that bends',
    question: 'How does a network fit a curve that no line can follow?',
    tasks: ['near-floor', 'few-units'],
    living: true,
    load: () => import('./chapters/05-network.mdx'),
  },
  {
    number: 6,
    slug: 'inverted',
    title: 'Turned on its side',
    question: 'What does a network answer when a question has several answers?',
    tasks: ['good-guess'],
    living: true,
    load: () => import('./chapters/06-inverted.mdx'),
  },
  {
    number: 7,
    slug: 'mixture-density-network',
    title: 'A mixture density network',
    question: 'How can a network give several answers, and say how likely each is?',
    tasks: ['hand-mixture', 'few-components', 'underflow'],
    living: true,
    load: () => import('./chapters/07-mixture-density-network.mdx'),
  },
  {
    number: 8,
    slug: 'spiral',
    title: 'The spiral',
    question: 'Does it still work with five answers at once?',
    tasks: ['three-arms', 'spiral-learned'],
    living: true,
    load: () => import('./chapters/08-spiral.mdx'),
  },
  {
    number: 9,
    slug: 'conclusion',
    title: 'What to take along',
    question: 'What have these runs shown, and where does one go from here?',
    tasks: [],
    load: () => import('./chapters/09-conclusion.mdx'),
  },
];

/** The chapter of an address: its number or its slug. */
export function chapterOf(name: string): Chapter | undefined {
  return CHAPTERS.find(({ number, slug }) => String(number) === name || slug === name);
}
