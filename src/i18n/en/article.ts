export * from './article/learn.ts';
