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
    const entries = Object.entries(SYMBOL_TEX).map(([entry, tex]) => [
      entry,
      // Beside the formula that speaks it, a symbol need only be seen.
      setFormula(tex, false, false).html,
    ]);
    return `export const symbolHtml = ${JSON.stringify(Object.fromEntries(entries))};`;
  },
};
