import { useTranslations } from 'use-intl';
import { en } from './en.ts';

type Texts<T> = { readonly [K in keyof T]: T[K] extends string ? string : Texts<T[K]> };

/** The texts of one language: the same keys as in English, with the same arguments. */
export type Catalogue = Texts<typeof en>;

/** Every language of the interface; another one is another file and a line here. */
export const CATALOGUES = { en } satisfies Record<string, Catalogue>;

export const LOCALE: keyof typeof CATALOGUES = 'en';

declare module 'use-intl' {
  interface AppConfig {
    Locale: keyof typeof CATALOGUES;
    Messages: typeof en;
  }
}

/** Looks up a text of the interface. Keys and arguments are checked by the compiler. */
export type Translate = ReturnType<typeof useTranslations<never>>;

/** The texts in the language of the page. */
export function useText(): Translate {
  return useTranslations();
}
