import { describe, expect, it } from 'vitest';
import { PRESETS } from '../../src/core/presets.ts';
import { notebook } from '../../src/export/notebook.ts';
import { SECTIONS } from '../../src/export/program.ts';
import { pytorchProgram } from '../../src/export/pytorch.ts';
import { NOTEBOOK_TEXT } from '../helpers/notebookText.ts';

interface Cell {
  readonly id: string;
  readonly cell_type: string;
  readonly source: readonly string[];
  readonly attachments?: Readonly<Record<string, object>>;
}

const program = pytorchProgram(PRESETS[2]!.experiment, { weights: null, notebook: true });
const figures = [{ caption: 'The run', png: 'iVBORw0K' }];
const { cells, nbformat } = JSON.parse(notebook(program, NOTEBOOK_TEXT, figures)) as {
  readonly cells: readonly Cell[];
  readonly nbformat: number;
};
const codeOf = (cell: Cell) => cell.source.join('');

describe('a program as a notebook', () => {
  it('has a cell of code for each part, with words before it', () => {
    const code = cells.filter(({ cell_type }) => cell_type === 'code');
    expect(nbformat).toBe(4);
    expect(code.map(({ id }) => id)).toEqual(SECTIONS);
    for (const { id } of code) {
      const before = cells[cells.findIndex((cell) => cell.id === id) - 1]!;
      expect(codeOf(before)).toBe(NOTEBOOK_TEXT.sections[id as (typeof SECTIONS)[number]]);
    }
    expect(new Set(cells.map(({ id }) => id)).size).toBe(cells.length);
  });

  it('reads no command line, for there is none', () => {
    expect(cells.map(codeOf).join('\n')).toContain('options.parse_args([])');
  });

  it('carries the figures in itself', () => {
    const [figure] = cells.filter(({ attachments }) => attachments);
    expect(codeOf(figure!)).toContain('attachment:figure.png');
    expect(figure!.attachments).toEqual({ 'figure.png': { 'image/png': 'iVBORw0K' } });
  });

  it('says nothing of figures where there are none', () => {
    expect(notebook(program, NOTEBOOK_TEXT, [])).not.toContain(NOTEBOOK_TEXT.figures);
  });
});
