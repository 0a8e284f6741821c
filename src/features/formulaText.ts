import { type FormulaName, formulaOf } from '../core/datasets/formula.ts';

const LONGEST = 80;

/** A formula as a name that is read: `y = 2·sin(x)`, not too long. */
export function formulaText(name: FormulaName): string {
  const { x, y } = formulaOf(name) ?? { x: '', y: '' };
  const parts = [x && `x = ${x}`, y && `y = ${y}`].filter((part) => part !== '');
  const text = parts.join(', ').replaceAll('*', '·').replaceAll('-', '−');
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}
