/// <reference types="mdx" />

declare module 'virtual:glossary' {
  type Entry = keyof import('../i18n/languages.ts').Parts['article']['glossary'];
  /** Each entry's symbol. */
  export const symbolHtml: Readonly<Record<Entry, string>>;
}
