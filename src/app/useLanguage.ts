import { startTransition, useEffect, useState } from 'react';
import { fetchTexts, type Locale, type Parts } from '../i18n/languages.ts';
import { fetchShown } from '../i18n/Texts.tsx';
import { countLoadFailure } from '../store/loadFailures.ts';
import { languageStore, speak } from './language.ts';
import { wanted } from './preload.ts';

export interface Language {
  readonly locale: Locale;
  /** What any page says. */
  readonly texts: Parts['page'];
}

/**
 * The language that is shown. It changes once all that is on the page is there in the
 * one asked for; where that cannot be had, the page says so and stays as it is.
 */
export function useLanguage(first: Language): Language {
  const [shown, setShown] = useState(first);
  useEffect(
    () =>
      languageStore.subscribe(async ({ locale }, { locale: before }) => {
        const asked = () => languageStore.getState().locale === locale;
        try {
          const rest = [...wanted(location.hash, locale), ...fetchShown(locale)];
          const [texts] = await Promise.all([fetchTexts(locale, 'page'), ...rest]);
          if (!asked()) return;
          speak(locale);
          // What is open stays until its texts are taken in.
          startTransition(() => setShown({ locale, texts }));
        } catch {
          if (asked()) languageStore.setState({ locale: before });
          countLoadFailure();
        }
      }),
    [],
  );
  return shown;
}
