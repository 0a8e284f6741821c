import { type ReactNode, use, useMemo } from 'react';
import { IntlProvider, useLocale, useMessages } from 'use-intl';
import { fetchTexts, type Locale, type Part } from './languages.ts';

const asked = new Map<string, ReturnType<typeof fetchTexts>>();

/** One promise for each part of each language, as React wants it. */
function textsOf(locale: Locale, part: Part) {
  const name = `${locale}/${part}`;
  const texts = asked.get(name) ?? fetchTexts(locale, part);
  asked.set(name, texts);
  return texts;
}

/** The parts that have been shown, in another language. */
export function fetchShown(locale: Locale): readonly Promise<unknown>[] {
  const parts = new Set([...asked.keys()].map((name) => name.split('/')[1] as Part));
  return [...parts].map((part) => fetchTexts(locale, part));
}

interface TextsProps {
  readonly part: Part;
  readonly children: ReactNode;
}

/** Adds a part of the texts to what is inside, which waits until they are there. */
export function Texts({ part, children }: TextsProps) {
  const locale = useLocale();
  const outer = useMessages();
  const own = use(textsOf(locale, part));
  const messages = useMemo(() => ({ ...outer, ...own }), [outer, own]);
  return (
    <IntlProvider locale={locale} messages={messages}>
      {children}
    </IntlProvider>
  );
}
