import type { MDXComponents } from 'mdx/types.js';
import { SetFigure } from './parts/FigureFrame.tsx';
import { Formula } from './parts/Formula.tsx';
import { Program } from './parts/Program.tsx';
import { Anchor, Heading, Lead, Maths, Note, References, Scene, Trap } from './parts/Prose.tsx';
import { Choice, Question } from './parts/Question.tsx';
import { Task } from './parts/Task.tsx';

/** What every chapter may use without importing it. */
export const COMPONENTS: MDXComponents = {
  h2: Heading,
  Heading,
  a: Anchor,
  Formula,
  Note,
  Trap,
  Maths,
  Program,
  Lead,
  Scene,
  References,
  Set: SetFigure,
  Task,
  Question,
  Choice,
};
