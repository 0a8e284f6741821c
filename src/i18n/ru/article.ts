export * from './article/chapters.ts';
export * from './article/figures.ts';
export * from './article/glossary.ts';
export * from './article/learn.ts';
