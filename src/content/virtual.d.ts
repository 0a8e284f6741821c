/// <reference types="mdx" />

declare module 'virtual:glossary' {
  export const glossary: Readonly<
    Record<string, { readonly html: string; readonly meaning: string }>
  >;
}
