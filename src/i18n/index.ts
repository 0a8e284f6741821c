import { useTranslations } from 'use-intl';
import type { Locale, Parts } from './languages.ts';
import { type Ask, remembering } from './remembering.ts';

declare module 'use-intl' {
  interface AppConfig {
    Locale: Locale;
    Messages: Parts['page'] &
      Parts['lab'] &
      Parts['article'] &
      Parts['mixtures'] &
      Parts['about'] &
      Parts['compare'] &
      Parts['calibration'] &
      Parts['sweep'] &
      Parts['code'] &
      Parts['export'] &
      Parts['ownData'] &
      Parts['stage'];
  }
}

/** Looks up a text of the interface. Keys and arguments are checked by the compiler. */
export type Translate = ReturnType<typeof useTranslations<never>>;

const remembered = new WeakMap<object, Ask>();

/** The texts in the language of the page. */
export function useText(): Translate {
  const t = useTranslations() as unknown as Ask;
  const known = remembered.get(t) ?? remembering(t);
  remembered.set(t, known);
  return known as unknown as Translate;
}
