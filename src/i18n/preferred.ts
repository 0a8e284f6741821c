import { isLocale, type Locale } from './languages.ts';

/**
 * The language that a reader is given: the one chosen before, or else the first that the
 * browser asks for and the site has, or else English.
 *
 * @param chosen what the browser keeps of an earlier choice
 * @param wanted the reader's languages, the dearest first, as in `navigator.languages`
 */
export function preferredLocale(chosen: string | null, wanted: readonly string[]): Locale {
  const languages = wanted.map((tag) => tag.toLowerCase().split(/[-_]/)[0]);
  return [chosen, ...languages].find(isLocale) ?? 'en';
}
