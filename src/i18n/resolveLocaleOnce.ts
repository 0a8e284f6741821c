import { IntlMessageFormat } from 'intl-messageformat';

/**
 * Keeps the locale that a language tag stands for. Left to itself the library that formats
 * the texts asks the browser for it anew with every text, which is a fifth of the time that
 * the first picture of the page takes.
 */
export function resolveLocaleOnce(): void {
  const resolve = IntlMessageFormat.resolveLocale;
  const resolved = new Map<string, ReturnType<typeof resolve>>();
  IntlMessageFormat.resolveLocale = (tags) => {
    const key = String(tags);
    if (!resolved.has(key)) resolved.set(key, resolve(tags));
    return resolved.get(key);
  };
}
