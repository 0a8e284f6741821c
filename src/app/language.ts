import { createStore } from 'zustand/vanilla';
import { writeDecimalsWith } from '../core/decimalMark.ts';
import { DECIMAL_MARKS, fetchTexts, type Locale, type Part } from '../i18n/languages.ts';
import { preferredLocale } from '../i18n/preferred.ts';
import { recall, remember } from '../store/storage.ts';

const LANGUAGE_KEY = 'mdn-playground.language';

/** The language that the reader has or asks for. It is no part of any experiment or view. */
export const languageStore = createStore<{ readonly locale: Locale }>(() => ({
  locale: preferredLocale(recall(LANGUAGE_KEY), navigator.languages),
}));

export function chooseLanguage(locale: Locale): void {
  remember(LANGUAGE_KEY, locale);
  languageStore.setState({ locale });
}

/** From now on the document and every number are in this language. */
export function speak(locale: Locale): void {
  document.documentElement.lang = locale;
  writeDecimalsWith(DECIMAL_MARKS[locale]);
}

/** Has a part of the texts fetched beside what shows it. */
export function askForTexts(part: Part): Promise<unknown> {
  return fetchTexts(languageStore.getState().locale, part);
}
