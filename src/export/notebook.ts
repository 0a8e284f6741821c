import { type Program, SECTIONS, type SectionName } from './program.ts';

/** A picture that a notebook shows. */
export interface NotebookFigure {
  /** What it shows, in words. */
  readonly caption: string;
  /** A PNG, base64. */
  readonly png: string;
}

/** What a notebook says beside its code, in Markdown. */
export interface NotebookText {
  readonly title: string;
  readonly figures: string;
  readonly sections: Readonly<Record<SectionName, string>>;
}

/** The lines of a cell, as the format has them. */
const source = (text: string) => text.split(/(?<=\n)/);

/**
 * A Python program as a Jupyter notebook (nbformat 4.5): what is to be said, the figures
 * of the page's run, and a cell for each part of the program.
 */
export function notebook(
  program: Program,
  text: NotebookText,
  figures: readonly NotebookFigure[],
): string {
  const said = (id: string, markdown: string, attachments?: object) => ({
    id,
    cell_type: 'markdown',
    metadata: {},
    source: source(markdown),
    ...(attachments && { attachments }),
  });
  const pictures = figures.map(({ caption, png }, i) =>
    said(`figure-${i + 1}`, `![${caption}](attachment:figure.png)\n\n${caption}`, {
      'figure.png': { 'image/png': png },
    }),
  );
  const parts = SECTIONS.flatMap((name) => [
    said(`about-${name}`, text.sections[name]),
    {
      id: name,
      cell_type: 'code',
      metadata: {},
      execution_count: null,
      outputs: [],
      source: source(program[name].map((line) => line.text).join('\n')),
    },
  ]);
  const cells = [
    said('title', `# ${text.title}`),
    ...(pictures.length > 0 ? [said('figures', text.figures), ...pictures] : []),
    ...parts,
  ];
  return `${JSON.stringify(
    {
      nbformat: 4,
      nbformat_minor: 5,
      metadata: {
        kernelspec: { name: 'python3', display_name: 'Python 3', language: 'python' },
        language_info: { name: 'python' },
      },
      cells,
    },
    null,
    1,
  )}\n`;
}
