import { FROM_BELLS } from './bells.ts';
import { INVERTED_MEAN } from './mean.ts';
import { TRUST } from './trust.ts';

/** The lectures that are ready to be given; the catalogue's part `lectures` has their words. */
export const LECTURES = [INVERTED_MEAN, FROM_BELLS, TRUST] as const;
