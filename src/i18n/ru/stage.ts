export * from './stage/lectures.ts';
export * from './stage/stage.ts';
