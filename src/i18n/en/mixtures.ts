export * from './mixtures/collapse.ts';
export * from './mixtures/cut.ts';
export * from './mixtures/naive.ts';
export * from './mixtures/ownCut.ts';
export * from './mixtures/sure.ts';
export * from './mixtures/underflow.ts';
export * from './mixtures/warm.ts';
