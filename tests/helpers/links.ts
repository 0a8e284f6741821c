import { readFileSync } from 'node:fs';

/** Links of version 1, each with the JSON of its experiment: written before the table of settings was. */
export const LINKS_V1 = readFileSync(new URL('../fixtures/links-v1.txt', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => line.split('\t') as [link: string, json: string]);
