import type { SettingPath } from '../core/settings.ts';

/** One line of a program, and the settings that decide what it says. */
export interface Line {
  readonly text: string;
  readonly decidedBy: readonly SettingPath[];
}

/** The parts of a program, in their order; each is a cell of a notebook. */
export const SECTIONS = ['head', 'data', 'model', 'loss', 'training', 'samples'] as const;
export type SectionName = (typeof SECTIONS)[number];

/** A program in its parts. */
export type Program = Readonly<Record<SectionName, readonly Line[]>>;

/** A line, or text of one or several, alone or with the settings that decide it; nothing where it is left out. */
type Written = Line | string | readonly [text: string, ...decidedBy: SettingPath[]] | false | null;

/** Lines as they are written. */
export function lines(...written: readonly Written[]): Line[] {
  return written.flatMap((entry) => {
    if (entry === false || entry === null) return [];
    if (typeof entry === 'object' && 'text' in entry) return [entry];
    const [text, ...decidedBy] = typeof entry === 'string' ? [entry] : entry;
    return text.split('\n').map((line) => ({ text: line, decidedBy }));
  });
}

/** All lines of a program, an empty one between its parts. */
export function programLines(program: Program): Line[] {
  return SECTIONS.map((name) => program[name])
    .filter((part) => part.length > 0)
    .flatMap((part, i) => (i === 0 ? part : [{ text: '', decidedBy: [] }, ...part]));
}

/** The text of lines, with a line feed at its end. */
export function textOf(written: readonly Line[]): string {
  return `${written.map(({ text }) => text).join('\n')}\n`;
}

/** The settings that decide the rate of a step. */
export const RATES = [
  'training.learningRate',
  'training.schedule',
  'training.rateChanges',
] as const satisfies readonly SettingPath[];
