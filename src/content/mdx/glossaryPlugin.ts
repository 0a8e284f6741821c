import { GLOSSARY } from '../glossary.ts';
import { SYMBOL_TEX } from './macros.ts';
import { setFormula } from './math.ts';

const NAME = 'virtual:glossary';
const RESOLVED = `\0${NAME}`;

/** A module with the glossary's symbols set as HTML, so that no TeX is set in the browser. */
export const glossaryPlugin = {
  name: 'glossary',
  resolveId: (id: string) => (id === NAME ? RESOLVED : null),
  load(id: string) {
    if (id !== RESOLVED) return null;
    const entries = Object.entries(GLOSSARY).map(([entry, meaning]) => [
      entry,
      // Beside the formula that speaks it, a symbol need only be seen.
      { html: setFormula(SYMBOL_TEX[entry] ?? entry, false, false).html, meaning },
    ]);
    return `export const glossary = ${JSON.stringify(Object.fromEntries(entries))};`;
  },
};
