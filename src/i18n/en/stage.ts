export * from './stage/lectures.ts';
export * from './stage/palette.ts';
export * from './stage/stage.ts';
