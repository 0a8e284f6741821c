import type { DecimalMark } from '../core/decimalMark.ts';
import type * as about from './en/about.ts';
import type * as article from './en/article.ts';
import type * as calibration from './en/calibration.ts';
import type * as code from './en/code.ts';
import type * as compare from './en/compare.ts';
import type * as exporting from './en/export.ts';
import type * as lab from './en/lab.ts';
import type * as mixtures from './en/mixtures.ts';
import type * as ownData from './en/ownData.ts';
import * as page from './en/page.ts';
import type * as stage from './en/stage.ts';
import type * as sweep from './en/sweep.ts';

/**
 * Every text of the interface, in the parts that are loaded: what any page
 * shows, what belongs to an experiment and its run, what belongs to the
 * article, what only its figures of mixtures need, what the page says of itself, what
 * is said of two runs side by side and of many, what says how well a model is
 * calibrated, what goes with the experiment as a program, what is said of taking things
 * away, what the user's own data need, and what belongs to a lecture. ICU message
 * syntax; English says which texts there are.
 */
export interface Parts {
  readonly page: typeof page;
  readonly lab: typeof lab;
  readonly article: typeof article;
  readonly mixtures: typeof mixtures;
  readonly about: typeof about;
  readonly compare: typeof compare;
  readonly calibration: typeof calibration;
  readonly sweep: typeof sweep;
  readonly code: typeof code;
  readonly export: typeof exporting;
  readonly ownData: typeof ownData;
  readonly stage: typeof stage;
}

export type Part = keyof Parts;

/** The same texts in another language. */
export type Translated<English> = {
  readonly [K in keyof English]: English[K] extends string ? string : Translated<English[K]>;
};

/** The texts as they are; one that English has not is to be of type `never`, which none is. */
export type NoMoreThan<English, T> = {
  readonly [K in keyof T]: K extends keyof English
    ? T[K] extends string
      ? T[K]
      : NoMoreThan<English[K], T[K]>
    : never;
};

type Language = { readonly [P in Part]: () => Promise<Translated<Parts[P]>> };

/** Every language of the interface: a folder, and its parts here. The compiler asks for what is missing. */
const LANGUAGES = {
  en: {
    // At hand from the start, to say at least that something could not be loaded.
    page: async () => page,
    lab: () => import('./en/lab.ts'),
    article: () => import('./en/article.ts'),
    mixtures: () => import('./en/mixtures.ts'),
    about: () => import('./en/about.ts'),
    compare: () => import('./en/compare.ts'),
    calibration: () => import('./en/calibration.ts'),
    sweep: () => import('./en/sweep.ts'),
    code: () => import('./en/code.ts'),
    export: () => import('./en/export.ts'),
    ownData: () => import('./en/ownData.ts'),
    stage: () => import('./en/stage.ts'),
  },
  ru: {
    page: () => import('./ru/page.ts'),
    lab: () => import('./ru/lab.ts'),
    article: () => import('./ru/article.ts'),
    mixtures: () => import('./ru/mixtures.ts'),
    about: () => import('./ru/about.ts'),
    compare: () => import('./ru/compare.ts'),
    calibration: () => import('./ru/calibration.ts'),
    sweep: () => import('./ru/sweep.ts'),
    code: () => import('./ru/code.ts'),
    export: () => import('./ru/export.ts'),
    ownData: () => import('./ru/ownData.ts'),
    stage: () => import('./ru/stage.ts'),
  },
} satisfies Record<string, Language>;

export type Locale = keyof typeof LANGUAGES;

/** What each language calls itself. */
export const LANGUAGE_NAMES: Readonly<Record<Locale, string>> = { en: 'English', ru: 'Русский' };

/**
 * What stands before each language's decimals. A browser knows it too, but takes longer to
 * tell it for the first time than all else that the page does before it draws.
 */
export const DECIMAL_MARKS: Readonly<Record<Locale, DecimalMark>> = { en: '.', ru: ',' };

export const LOCALES = Object.keys(LANGUAGES) as readonly Locale[];

export function isLocale(name: string | null | undefined): name is Locale {
  return LOCALES.some((locale) => locale === name);
}

/** They hold no text that nothing asks for: the compiler refuses one that English has not. */
const EXACT: {
  readonly [L in Locale]: {
    readonly [P in Part]: () => Promise<
      NoMoreThan<Parts[P], Awaited<ReturnType<(typeof LANGUAGES)[L][P]>>>
    >;
  };
} = LANGUAGES;

/** Fetches a part of a language; what is there already is not fetched again. */
export function fetchTexts<P extends Part>(locale: Locale, part: P): Promise<Parts[P]> {
  const language: Language = EXACT[locale];
  // The compiler reads the arguments of every text off the English one.
  return language[part]() as Promise<Parts[P]>;
}
