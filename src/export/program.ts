import { base64 } from '../core/base64.ts';
import type { SettingPath } from '../core/settings.ts';

/** What a program does that a formula says too. */
export type PartName = 'points' | 'split' | 'network' | 'outputs' | 'loss' | 'step' | 'sample';

/** One line of a program, the settings that decide what it says, and the part that it belongs to. */
export interface Line {
  readonly text: string;
  readonly decidedBy: readonly SettingPath[];
  readonly part?: PartName;
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

/** Lines as they are written, as those of a part. */
export function inPart(part: PartName, ...written: readonly Written[]): Line[] {
  return lines(...written).map((line) => ({ ...line, part }));
}

/** The lines of a part, as far to the left as they go. */
export function partOf(program: Program, part: PartName): Line[] {
  const found = programLines(program).filter((line) => line.part === part);
  const indents = found.filter(({ text }) => text).map(({ text }) => text.search(/\S/));
  const indent = Math.min(...indents);
  return found.map((line) => ({ ...line, text: line.text.slice(indent) }));
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

/** Letters of base64 in a line. */
const LETTERS = 88;

/** Bytes as base64, in lines that end with a line feed. */
export function base64Lines(bytes: Uint8Array): string {
  return base64(bytes).replace(new RegExp(`.{1,${LETTERS}}`, 'g'), '$&\n');
}

/** The settings that decide the rate of a step. */
export const RATES = [
  'training.learningRate',
  'training.schedule',
  'training.rateChanges',
] as const satisfies readonly SettingPath[];
